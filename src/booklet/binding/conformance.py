"""What a file may say of itself: the parts of PDF/UA and PDF/A that it keeps, and how it says so in its metadata."""

from booklet.plain_dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Conformance:
    """`accessible` is the part of PDF/UA (ISO 14289; 0: none), `archival` the part of PDF/A (ISO 19005), `level` its level:
    A is tagged, U has text that can be read; of part 4, F has files attached."""

    accessible: int
    archival: int
    level: str

    @property
    def name(self) -> str:
        """As people write it: "PDF/UA-1 and PDF/A-2a"."""
        archival = f"PDF/A-{self.archival}{self.level.lower()}"
        return f"PDF/UA-{self.accessible} and {archival}" if self.accessible else archival

    @property
    def modern(self) -> bool:
        """Whether the file is PDF 2.0, which ISO 19005-4 is about."""
        return self.archival == 4


def conformance(*, accessible: bool = True, modern: bool = False, attached: bool = False) -> Conformance:
    """What a booklet keeps: the parts that every program knows, or the `modern` ones; with files `attached` or without. One
    that is not `accessible` has tags that are not all they should be."""
    if modern:
        return Conformance(2 if accessible else 0, 4, "F" if attached else "")
    return Conformance(1 if accessible else 0, 3 if attached else 2, "A" if accessible else "U")


_PROPERTIES = """<rdf:Description rdf:about="" xmlns:pdfuaid="http://www.aiim.org/pdfua/ns/id/"\
 xmlns:pdfaid="http://www.aiim.org/pdfa/ns/id/">
{facts}</rdf:Description>
"""
# PDF/A-2 wants every property described that they do not know (ISO 19005-2, 6.6.2.3.3).
_SCHEMA = """<rdf:Description rdf:about="" xmlns:pdfaExtension="http://www.aiim.org/pdfa/ns/extension/"\
 xmlns:pdfaSchema="http://www.aiim.org/pdfa/ns/schema#" xmlns:pdfaProperty="http://www.aiim.org/pdfa/ns/property#">
<pdfaExtension:schemas><rdf:Bag><rdf:li rdf:parseType="Resource">
<pdfaSchema:schema>PDF/UA Universal Accessibility Schema</pdfaSchema:schema>
<pdfaSchema:namespaceURI>http://www.aiim.org/pdfua/ns/id/</pdfaSchema:namespaceURI>
<pdfaSchema:prefix>pdfuaid</pdfaSchema:prefix>
<pdfaSchema:property><rdf:Seq><rdf:li rdf:parseType="Resource">
<pdfaProperty:name>part</pdfaProperty:name><pdfaProperty:valueType>Integer</pdfaProperty:valueType>
<pdfaProperty:category>internal</pdfaProperty:category>
<pdfaProperty:description>Part of ISO 14289 that the file conforms to</pdfaProperty:description>
</rdf:li></rdf:Seq></pdfaSchema:property>
</rdf:li></rdf:Bag></pdfaExtension:schemas></rdf:Description>
"""
# Years of publication, which the newest parts ask for (ISO 19005-4, 6.7.3; ISO 14289-2, 5).
_REVISIONS = {"pdfaid": 2020, "pdfuaid": 2024}


def claim_properties(claim: Conformance) -> str:
    """The claim as descriptions of an XMP packet."""
    facts = [("pdfaid:part", str(claim.archival)), ("pdfaid:conformance", claim.level)]
    if claim.accessible:
        facts.append(("pdfuaid:part", str(claim.accessible)))
    if claim.modern:
        facts += [
            (f"{schema}:rev", str(year)) for schema, year in _REVISIONS.items() if (f"{schema}:part") in dict(facts)
        ]
    said = _PROPERTIES.format(facts="".join(f"<{key}>{value}</{key}>\n" for key, value in facts if value))
    return said + _SCHEMA if claim.accessible and not claim.modern else said

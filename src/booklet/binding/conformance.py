"""What a file may say of itself: the parts of PDF/UA and PDF/A that it keeps, and how it says so in its metadata."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Conformance:
    """`accessible` is the part of PDF/UA (ISO 14289; 0: none), `archival` the part of PDF/A (ISO 19005), `level` its level:
    A is tagged, U has text that can be read."""

    accessible: int
    archival: int
    level: str

    @property
    def name(self) -> str:
        """As people write it: "PDF/UA-1 and PDF/A-2a"."""
        archival = f"PDF/A-{self.archival}{self.level.lower()}"
        return f"PDF/UA-{self.accessible} and {archival}" if self.accessible else archival


ACCESSIBLE = Conformance(1, 2, "A")
# What is left to say of a file whose tags are not all they should be.
READABLE = Conformance(0, 2, "U")

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


def claim_properties(claim: Conformance) -> str:
    """The claim as descriptions of an XMP packet."""
    facts = [("pdfaid:part", str(claim.archival)), ("pdfaid:conformance", claim.level)]
    if claim.accessible:
        facts.append(("pdfuaid:part", str(claim.accessible)))
    said = _PROPERTIES.format(facts="".join(f"<{key}>{value}</{key}>\n" for key, value in facts))
    return said + _SCHEMA if claim.accessible else said

"""What a file may say of itself: the parts of PDF/UA and PDF/A that it keeps, and how it says so in its metadata."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Conformance:
    """`version` of PDF; `accessible` is the part of PDF/UA (ISO 14289; 0: none), `archival` the part of PDF/A (ISO 19005) and
    `level` its level: A is tagged, U has text that can be read, F holds files."""

    version: str
    accessible: int
    archival: int
    level: str

    @property
    def name(self) -> str:
        """As people write it: "PDF/UA-1, PDF/A-2a"."""
        archival = f"PDF/A-{self.archival}{self.level.lower()}"
        return f"PDF/UA-{self.accessible}, {archival}" if self.accessible else archival


ACCESSIBLE = Conformance("1.7", 1, 2, "A")
# With a file inside, which PDF/A-2 does not allow unless it is PDF/A itself.
ACCESSIBLE_WITH_FILES = Conformance("1.7", 1, 3, "A")
NEWEST = Conformance("2.0", 2, 4, "")
NEWEST_WITH_FILES = Conformance("2.0", 2, 4, "F")


def without_tags(claim: Conformance) -> Conformance:
    """What is left to say of a file whose tags are not all they should be."""
    return Conformance(claim.version, 0, claim.archival, claim.level if claim.archival == 4 else "U")


_REVISIONS = {2: "2024"}  # of PDF/UA-2, ISO 14289-2:2024, clause 5
_ARCHIVAL_REVISIONS = {4: "2020"}  # of PDF/A-4, ISO 19005-4:2020, 6.7.3

_PROPERTIES = """<rdf:Description rdf:about="" xmlns:pdfuaid="http://www.aiim.org/pdfua/ns/id/"\
 xmlns:pdfaid="http://www.aiim.org/pdfa/ns/id/">
{facts}</rdf:Description>
"""
# PDF/A-1 to 3 want every property described that they do not know (ISO 19005-2, 6.6.2.3.3).
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
    facts = [("pdfaid:part", str(claim.archival))]
    if claim.archival in _ARCHIVAL_REVISIONS:
        facts.append(("pdfaid:rev", _ARCHIVAL_REVISIONS[claim.archival]))
    if claim.level:
        facts.append(("pdfaid:conformance", claim.level))
    if claim.accessible:
        facts.append(("pdfuaid:part", str(claim.accessible)))
    if claim.accessible in _REVISIONS:
        facts.append(("pdfuaid:rev", _REVISIONS[claim.accessible]))
    said = _PROPERTIES.format(facts="".join(f"<{key}>{value}</{key}>\n" for key, value in facts))
    return said + _SCHEMA if claim.accessible and claim.archival < 4 else said

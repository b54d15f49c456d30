"""What the file says about itself: XMP, the information dictionary, page labels (ISO 32000-1, 14.3 and 12.4.2)."""

from datetime import UTC, datetime

from booklet import __version__
from booklet.binding.conformance import Conformance, claim_properties
from booklet.pdf_syntax import pdf_text
from booklet.plain_dataclasses import dataclass

PRODUCER = f"booklet {__version__}"

# As by html.escape, which comes with all names of characters, and xml.sax.saxutils with the network.
_ESCAPED = str.maketrans({"&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;", "'": "&#x27;"})

_XMP = """<?xpacket begin="\ufeff" id="W5M0MpCehiHzreSzNTczkc9d"?>
<x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">
<rdf:Description rdf:about="" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:xmp="http://ns.adobe.com/xap/1.0/"\
 xmlns:pdf="http://ns.adobe.com/pdf/1.3/">
<dc:format>application/pdf</dc:format>
<dc:title><rdf:Alt><rdf:li xml:lang="x-default">{title}</rdf:li></rdf:Alt></dc:title>
{creators}<dc:language><rdf:Bag><rdf:li>{language}</rdf:li></rdf:Bag></dc:language>
<pdf:Producer>{producer}</pdf:Producer>
{dates}</rdf:Description>
{claim}</rdf:RDF></x:xmpmeta>
<?xpacket end="w"?>"""


@dataclass(frozen=True, slots=True)
class Metadata:
    """Title, creators (the organizers), language as a BCP 47 tag, and the date of making, where one was asked for."""

    title: str
    creators: tuple[str, ...]
    language: str
    date: datetime | None = None


def xmp_packet(metadata: Metadata, claim: Conformance) -> bytes:
    """The metadata stream, readable by programs that know nothing of PDF; with what the file claims to be."""
    people = "".join(f"<rdf:li>{name.translate(_ESCAPED)}</rdf:li>" for name in metadata.creators)
    creators = f"<dc:creator><rdf:Seq>{people}</rdf:Seq></dc:creator>\n" if people else ""
    dates = ""
    if metadata.date:
        stamp = metadata.date.astimezone(UTC).strftime("%Y-%m-%dT%H:%M:%SZ")
        dates = f"<xmp:CreateDate>{stamp}</xmp:CreateDate><xmp:ModifyDate>{stamp}</xmp:ModifyDate>\n"
    packet = _XMP.format(
        title=metadata.title.translate(_ESCAPED),
        creators=creators,
        language=metadata.language.translate(_ESCAPED),
        producer=PRODUCER.translate(_ESCAPED),
        dates=dates,
        claim=claim_properties(claim),
    )
    return packet.encode()


def info_dictionary(metadata: Metadata) -> str:
    """The information dictionary: the same facts for older programs."""
    body = f"/Title{pdf_text(metadata.title)}/Producer{pdf_text(PRODUCER)}"
    if metadata.creators:
        body += f"/Author{pdf_text(', '.join(metadata.creators))}"
    if metadata.date:
        stamp = metadata.date.astimezone(UTC).strftime("D:%Y%m%d%H%M%SZ")
        body += f"/CreationDate({stamp})/ModDate({stamp})"
    return f"<<{body}>>"


def page_labels(labels: list[str | None]) -> str:
    """Page labels (12.4.2): decimal folios that count every page, and words for pages that have a label of their own."""
    rows = []
    counting = False
    for index, label in enumerate(labels):
        if label is not None:
            rows.append(f"{index}<</P{pdf_text(label)}>>")
            counting = False
        elif not counting:
            rows.append(f"{index}<</S/D/St {index + 1}>>")
            counting = True
    return f"<</Nums[{''.join(rows)}]>>"

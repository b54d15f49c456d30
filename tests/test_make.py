"""One run as a whole: the same bytes, the old file kept, covers joined, what the command line overrides."""

import io
import os
import re
import shutil
import subprocess
import sys
from importlib.resources import files
from pathlib import Path

import pytest
from PIL import Image
from pypdf import PdfReader

from booklet.errors import FileError, WrongUseError
from booklet.finding import Severity
from booklet.job import Job
from booklet.make import Outcome, check, make
from booklet.proofing.audit import audit
from booklet.proofing.dump import dump
from booklet.proofing.self_check import self_check

ROOT = Path(__file__).parents[1]


def silent(_stage: str, _done: int, _total: int) -> None:
    pass


@pytest.fixture
def project(tmp_path: Path) -> Path:
    """A copy of the workshop's content."""
    folder = tmp_path / "project"
    shutil.copytree(ROOT / "content", folder / "content")
    return folder


def edit(path: Path, old: str, new: str) -> None:
    text = path.read_text("utf-8")
    assert old in text
    path.write_text(text.replace(old, new), "utf-8")


def names(outcome: Outcome) -> list[str]:
    return [finding.code.name for finding in outcome.findings]


class TestSameBytes:
    def run(self, project: Path, **environment: str) -> bytes:
        """Made by another process, as a user would."""
        variables = {"PATH": os.environ["PATH"], "PYTHONPATH": str(ROOT / "src"), **environment}
        command = [sys.executable, "-m", "booklet", "make", str(project)]
        subprocess.run(command, env=variables, check=True, capture_output=True, timeout=60)
        return (project / "out" / "booklet.pdf").read_bytes()

    def test_other_hash_seeds_zones_and_locales(self, project: Path) -> None:
        first = self.run(project, PYTHONHASHSEED="0", TZ="UTC", LANG="C")
        assert first == self.run(project, PYTHONHASHSEED="7", TZ="Asia/Kathmandu", LANG="de_DE.UTF-8")
        assert first == self.run(project, PYTHONHASHSEED="123", TZ="America/New_York", PYTHONUTF8="0")

    def test_nothing_outside_of_the_project_counts(self, project: Path, tmp_path: Path) -> None:
        first = self.run(project)
        home, zones = tmp_path / "home", tmp_path / "zones"
        home.mkdir()
        (home / ".reportlab_mods").write_text("raise SystemExit('settings were run')")
        (home / ".reportlab_settings").write_text("raise SystemExit('settings were run')")
        (zones / "Europe").mkdir(parents=True)
        tokyo = files("tzdata") / "zoneinfo" / "Asia" / "Tokyo"
        (zones / "Europe" / "London").write_bytes(tokyo.read_bytes())  # the clocks of London on another computer
        own = {"HOME": str(home), "PYTHONTZPATH": str(zones), "TZ": str(home / ".reportlab_mods")}
        assert first == self.run(project, **own)
        settings = {
            "RL_invariant": "0",
            "RL_pageCompression": "1",
            "RL_useA85": "1",
            "RL_canvas_basefontname": "Courier",
        }
        assert first == self.run(project, **settings)

    def test_pixels_and_a_calendar_are_the_same_everywhere(self, project: Path) -> None:
        (project / "content" / "covers").mkdir()
        Image.linear_gradient("L").convert("CMYK").save(project / "content" / "covers" / "front.pdf")
        Image.linear_gradient("L").convert("RGBA").save(project / "content" / "covers" / "back.png")
        with (project / "content" / "booklet.yaml").open("a") as file:
            file.write("attach: calendar\ncovers: {front: covers/front.pdf, back: covers/back.png}\n")
        first = self.run(project, PYTHONHASHSEED="0", TZ="UTC", LANG="C")
        assert b"/EmbeddedFile/" in first
        assert first == self.run(project, PYTHONHASHSEED="7", TZ="Asia/Kathmandu", LANG="tr_TR.UTF-8")

    def test_shuffled_files(self, project: Path) -> None:
        first = make(Job(project), silent)
        before = (project / "out" / "booklet.pdf").read_bytes()
        talks = sorted((project / "content" / "talks").iterdir(), reverse=True)
        texts = [(path, path.read_bytes()) for path in talks]
        for path, _ in texts:
            path.unlink()
        for path, data in texts:  # another order in the folder
            path.write_bytes(data)
        event = project / "content" / "event.yaml"
        lines = event.read_text("utf-8").splitlines()
        moved = [line for line in lines if line.startswith(("venue", "title"))]
        event.write_text("\n".join([line for line in lines if line not in moved] + moved[::-1]) + "\n", "utf-8")
        assert first.output is not None
        make(Job(project), silent)
        assert (project / "out" / "booklet.pdf").read_bytes() == before

    def test_a_date_is_written_only_when_asked_for(self, project: Path) -> None:
        plain = self.run(project)
        dated = self.run(project, SOURCE_DATE_EPOCH="1700000000")
        assert dated == self.run(project, SOURCE_DATE_EPOCH="1700000000")
        assert b"2023-11-14T22:13:20Z" in dated
        assert b"CreateDate" not in plain


def test_a_mark_that_no_font_has_with_its_letter_is_shown_beside_it(project: Path) -> None:
    """The Hebrew font has no acute: the letter is its own, the mark another font's, and both can be read."""
    edit(project / "content" / "talks" / "finn.md", "title: ", "funding: 'ש\u0301 and $O$\u0301 and words'\ntitle: ")
    outcome = make(Job(project), silent)  # validated, as all that tests make
    assert outcome.output
    assert "B002" not in names(outcome)
    assert "ש\u0301" in audit(outcome.output.read_bytes()).parts[3]


class TestOldFile:
    def test_errors_leave_it_alone(self, project: Path) -> None:
        assert make(Job(project), silent).output == project / "out" / "booklet.pdf"
        before = (project / "out" / "booklet.pdf").read_bytes()
        edit(project / "content" / "talks" / "finn.md", "title:", "tilte:")
        outcome = make(Job(project), silent)
        assert outcome.output is None
        assert "C014" in names(outcome)
        assert (project / "out" / "booklet.pdf").read_bytes() == before
        assert [path.name for path in (project / "out").iterdir()] == ["booklet.pdf"]

    def test_strict_counts_warnings(self, project: Path) -> None:
        edit(project / "content" / "program.yaml", "{talk: finn, minutes: 18 + 2}", "{talk: finn}")
        assert make(Job(project, strict=True), silent).output is None
        assert make(Job(project), silent).output is not None

    def test_a_folder_that_cannot_be_written(self, project: Path) -> None:
        (project / "out").write_text("a file where the folder should be")
        with pytest.raises(FileError):
            make(Job(project), silent)

    def test_check_writes_nothing(self, project: Path) -> None:
        outcome = check(Job(project))
        assert {finding.severity for finding in outcome.findings} == {Severity.NOTE}
        assert not (project / "out").exists()


class TestOverrides:
    def test_only_some_talks(self, project: Path) -> None:
        outcome = make(Job(project, only=("zhou", "finn")), silent)
        assert outcome.pages == 2
        assert self_check((project / "out" / "booklet.pdf").read_bytes()) == ()

    def test_a_talk_that_is_not_there(self, project: Path) -> None:
        with pytest.raises(WrongUseError, match='no talk "nobody"'):
            make(Job(project, only=("nobody",)), silent)

    def test_a_paper_that_is_not_there(self, project: Path) -> None:
        with pytest.raises(WrongUseError, match="A4, A5, Letter"):
            make(Job(project, paper="A3"), silent)

    def test_a_style_of_the_project(self, project: Path) -> None:
        (project / "styles").mkdir()
        (project / "styles" / "mine.yaml").write_text('colors: {accent: "#8A2C3A"}\n')
        assert make(Job(project, style="mine", paper="a5"), silent).paper == "A5"
        (project / "styles" / "mine.yaml").write_text("colors: {acent: red}\n")
        outcome = make(Job(project, style="mine"), silent)
        assert outcome.output is None
        assert "C014" in names(outcome)

    def test_sections_that_are_left_out_are_not_linked_to(self, project: Path) -> None:
        edit(project / "content" / "booklet.yaml", "[front-cover, program, abstracts, notes, back-cover]", "[program]")
        assert make(Job(project), silent).pages == 1
        edit(project / "content" / "booklet.yaml", "[program]", "[abstracts]")
        assert make(Job(project), silent).pages == 5


class TestCovers:
    def cover(self, project: Path, name: str, size: tuple[int, int]) -> None:
        (project / "content" / "covers").mkdir(exist_ok=True)
        Image.new("RGB", size, (10, 90, 60)).save(project / "content" / "covers" / name)

    def use(self, project: Path, text: str) -> None:
        with (project / "content" / "booklet.yaml").open("a") as file:
            file.write(text)

    def test_pictures_take_the_place_of_ours(self, project: Path) -> None:
        self.cover(project, "front.png", (2100, 2970))
        self.cover(project, "back.jpg", (2100, 2970))
        self.use(project, "covers:\n  front: {file: covers/front.png, alt: A field}\n  back: covers/back.jpg\n")
        outcome = make(Job(project), silent)
        assert outcome.pages == 8
        assert [name for name in names(outcome) if name.startswith("P")] == ["P003"]
        pdf = (project / "out" / "booklet.pdf").read_bytes()
        assert self_check(pdf) == ()
        lines = dump(pdf).splitlines()
        assert lines[0].endswith('label "Cover"')
        assert lines[1].startswith("page 2 ")  # nothing of our own cover is left

    def test_another_shape_is_said(self, project: Path) -> None:
        self.cover(project, "front.png", (1000, 1000))
        self.use(project, "covers: {front: {file: covers/front.png, alt: A square}}\n")
        outcome = make(Job(project), silent)
        assert outcome.output is not None
        assert "P002" in names(outcome)

    def test_a_page_of_another_size_is_said_with_both_sizes(self, project: Path) -> None:
        (project / "content" / "covers").mkdir()
        Image.new("CMYK", (100, 129)).save(project / "content" / "covers" / "front.pdf", resolution=100 / 8.5)
        self.use(project, "covers: {front: {file: covers/front.pdf, alt: Ink}}\n")
        said = {finding.code.name: finding.message for finding in make(Job(project), silent).findings}
        assert "P008" in said  # in pixels, but still a page
        expected = 'cover "content/covers/front.pdf" is 216 × 279 mm, the page 210 × 297 mm; it is fitted into the page'
        assert said["P002"] == expected

    def claims(self, project: Path) -> tuple[list[str], list[str]]:
        """What the file says of itself, and the findings about that."""
        outcome = make(Job(project), silent)
        assert outcome.output
        data = outcome.output.read_bytes()
        said = re.findall(rb"<(pdf(?:ua|a)id:\w+)>(\w+)<", data)
        return [b" ".join(pair).decode() for pair in said], [name for name in names(outcome) if name == "B001"]

    def test_what_is_accepted_is_claimed_no_more_for_it(self, project: Path) -> None:
        self.cover(project, "front.png", (2100, 2970))
        self.use(project, "covers: {front: covers/front.png}\naccept: [{code: P003, reason: later}]\n")
        claimed, said = self.claims(project)
        assert claimed == ["pdfaid:part 2", "pdfaid:conformance U"]
        assert said == ["B001"]

    def test_what_a_file_claims(self, project: Path) -> None:
        both = ["pdfaid:part 2", "pdfaid:conformance A", "pdfuaid:part 1"]
        assert self.claims(project) == (both, [])
        self.cover(project, "front.png", (2100, 2970))
        self.use(project, "covers: {front: {file: covers/front.png, alt: A field}}\n")
        assert self.claims(project) == (both, [])
        edit(project / "content" / "booklet.yaml", ", alt: A field", "")
        assert self.claims(project) == (["pdfaid:part 2", "pdfaid:conformance U"], ["B001"])
        Image.new("CMYK", (210, 297)).save(project / "content" / "covers" / "front.pdf", resolution=25.4)
        edit(project / "content" / "booklet.yaml", "file: covers/front.png", "file: covers/front.pdf, alt: A field")
        assert self.claims(project) == (both, [])

    @pytest.mark.parametrize(
        ("settings", "said"),
        [
            ("attach: calendar", ["pdfaid:part 3", "pdfaid:conformance A", "pdfuaid:part 1"]),
            ("standard: PDF/UA-1", ["pdfaid:part 2", "pdfaid:conformance A", "pdfuaid:part 1"]),
            ("standard: PDF/UA-2", ["pdfaid:part 4", "pdfuaid:part 2", "pdfaid:rev 2020", "pdfuaid:rev 2024"]),
            (
                "standard: PDF/UA-2\nattach: calendar",
                ["pdfaid:part 4", "pdfaid:conformance F", "pdfuaid:part 2", "pdfaid:rev 2020", "pdfuaid:rev 2024"],
            ),
            ("standard: PDF/UA-2\ncovers: {front: covers/front.png}", ["pdfaid:part 4", "pdfaid:rev 2020"]),
            ("attach: calendar\ncovers: {front: covers/front.png}", ["pdfaid:part 3", "pdfaid:conformance U"]),
        ],
    )
    def test_what_the_settings_make_of_it(self, project: Path, settings: str, said: list[str]) -> None:
        self.cover(project, "front.png", (2100, 2970))
        self.use(project, f"{settings}\n")
        assert self.claims(project) == (said, ["B001"] if "covers" in settings else [])
        data = (project / "out" / "booklet.pdf").read_bytes()
        assert data.startswith(b"%PDF-2.0" if "UA-2" in settings else b"%PDF-1.7")
        reader = PdfReader(io.BytesIO(data), strict=True)
        assert ("/Info" in reader.trailer) == ("UA-2" not in settings)
        assert list(reader.attachments) == (["program.ics"] if "calendar" in settings else [])
        if "calendar" in settings:
            assert reader.attachments["program.ics"][0].count(b"BEGIN:VEVENT") == 7
        assert audit(data).faults == ()

    def test_a_calendar_without_times_is_not_attached(self, project: Path) -> None:
        (project / "content" / "program.yaml").write_text("sessions: []\n", "utf-8")
        self.use(project, "attach: calendar\n")
        outcome = make(Job(project), silent)
        assert outcome.output
        assert "B005" in names(outcome)
        assert PdfReader(outcome.output).attachments == {}

    def test_pictures_are_made_coarser_until_the_file_is_small_enough(self, project: Path) -> None:
        (project / "content" / "covers").mkdir()
        photograph = Image.effect_noise((1240, 1754), 60).convert("RGB")
        photograph.save(project / "content" / "covers" / "front.jpg", quality=95)
        self.use(project, "covers: {front: {file: covers/front.jpg, alt: Clouds}}\n")
        free = make(Job(project), silent)
        assert free.output
        whole = free.output.stat().st_size
        assert whole > 600_000
        for limit, told in ((whole, []), (400_000, ["B003"]), (20_000, ["B003", "B004"])):
            outcome = make(Job(project, max_size=limit), silent)
            assert outcome.output
            assert [name for name in names(outcome) if name.startswith("B")] == told
            assert (outcome.output.stat().st_size <= limit) == ("B004" not in told)
            assert self_check(outcome.output.read_bytes()) == ()

    def test_what_has_no_pictures_cannot_be_made_smaller(self, project: Path) -> None:
        outcome = make(Job(project, max_size=1000), silent)
        assert [name for name in names(outcome) if name.startswith("B")] == ["B004"]
        assert outcome.output

    def test_a_logo_stands_on_the_cover_that_is_drawn(self, project: Path) -> None:
        self.cover(project, "logo.png", (600, 240))
        self.use(project, "covers: {logo: {file: covers/logo.png, alt: The logo}}\n")
        outcome = make(Job(project), silent)
        assert outcome.pages == 8
        assert [name for name in names(outcome) if name.startswith("P")] == []
        pdf = (project / "out" / "booklet.pdf").read_bytes()
        cover = PdfReader(io.BytesIO(pdf)).pages[0]
        assert "Machine Learning in DA" in cover.extract_text()
        assert [image.image.size for image in cover.images] == [(600, 240)]
        figures = [line for line in cover.get_contents().get_data().split(b"\n") if b"/Figure<<" in line]  # type: ignore[union-attr]
        assert len(figures) == 1

    def test_a_broken_cover_is_an_error(self, project: Path) -> None:
        self.cover(project, "front.png", (100, 141))
        path = project / "content" / "covers" / "front.png"
        path.write_bytes(path.read_bytes()[:60])
        self.use(project, "covers: {front: {file: covers/front.png, alt: Half}}\n")
        assert "P001" in names(check(Job(project)))

    def test_a_missing_cover_is_an_error(self, project: Path) -> None:
        self.use(project, "covers: {front: {file: covers/none.pdf, alt: None}}\n")
        findings = [finding for finding in check(Job(project)).findings if finding.severity is Severity.ERROR]
        assert len(findings) == 1
        assert findings[0].place is not None
        assert findings[0].place.file == "content/booklet.yaml"

    def test_a_pdf_of_ours_as_cover(self, project: Path) -> None:
        make(Job(project, only=("finn",), output=project / "content" / "covers" / "front.pdf"), silent)
        self.use(project, "covers: {front: {file: covers/front.pdf, alt: An abstract}}\n")
        outcome = make(Job(project), silent)
        assert outcome.pages == 8
        pdf = (project / "out" / "booklet.pdf").read_bytes()
        assert "Efficient ensemble forecasting" in dump(pdf).split("page 2 ")[0]

"""Names of files in a content folder into what these files are, if the content is made of them at all."""

CONTENT = "content"
REQUIRED = ("event.yaml", "program.yaml")
YAML_FILES = (*REQUIRED, "affiliations.yaml", "booklet.yaml", "participants.yaml", "people.yaml")
TEXT_FOLDERS = ("talks", "pages")
MAPPING = "import.yaml"  # what `booklet import` takes the columns of a table for


def is_hidden(name: str) -> bool:
    """Whether a file is one that editors and systems leave behind."""
    return name.startswith((".", "~")) or name.endswith("~")


def is_text_file(name: str) -> bool:
    """Whether a file in one of the folders of texts, by its name alone, is a talk or a page."""
    return name.endswith(".md") and not is_hidden(name)

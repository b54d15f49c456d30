"""One decision says which part of a name is the family name, and the index sorts by it."""

import pytest

from booklet.model.index_name import index_name
from booklet.model.person_name import person_name

# As it is written: the family name, given names, particles.
PARTS = {
    "Ada Quill": ("Quill", "Ada", ""),
    "Quill": ("Quill", "", ""),
    "Quill, Ada": ("Quill", "Ada", ""),
    "Ada B. C. Quill": ("Quill", "Ada B C", ""),
    "Quill JM": ("Quill", "J M", ""),
    "Quill, E": ("Quill", "E", ""),
    "J.-L. Quill": ("Quill", "J L", ""),
    "Quill J-L": ("Quill", "J L", ""),
    "Ada-Lin Quill": ("Quill", "Ada Lin", ""),
    "Ada Quill-Orren": ("Quill-Orren", "Ada", ""),
    "Quill-Orren, Ada": ("Quill-Orren", "Ada", ""),
    "Ada Quill‐Orren": ("Quill‐Orren", "Ada", ""),
    "Lumo ORREN-TASK": ("ORREN-TASK", "Lumo", ""),
    "ORREN-TASK Lumo": ("ORREN-TASK", "Lumo", ""),
    "Ana de Quill-Orren": ("Quill-Orren", "Ana", "de"),
    "Ada van der Quill": ("Quill", "Ada", "van der"),
    "van der Quill, Ada": ("Quill", "Ada", "van der"),
    "Ada Van Quill": ("Van Quill", "Ada", ""),
    "Van Quill, Ada": ("Van Quill", "Ada", ""),
    "Ada De la Quill": ("De la Quill", "Ada", ""),
    "Orren, Van An": ("Orren", "Van An", ""),
    "QUILL, ADA VAN DER": ("QUILL", "ADA", "VAN DER"),
    "LUDO VAN QUILL": ("QUILL", "LUDO", "VAN"),
    "Quill Orren, María": ("Quill Orren", "María", ""),
    "João da Quill e Orren": ("Quill e Orren", "João", "da"),
    "Omar al-Orren": ("Orren", "Omar", "al"),
    "Omar ash-Orren": ("Orren", "Omar", "ash"),
    "Omar Al-Orren": ("Al-Orren", "Omar", ""),
    "Salma Al Orren": ("Al Orren", "Salma", ""),
    "Yusuf ibn Orren": ("Orren", "Yusuf", "ibn"),
    "Ada O’Quill": ("O’Quill", "Ada", ""),
    "Gerard 't Quill": ("Quill", "Gerard", "t"),
    "Ada Quill-Orren III": ("Quill-Orren", "Ada", ""),
    "Dr.-Ing. Ada Quill": ("Quill", "Ada", ""),
    "Dr-Ing. Ada Quill": ("Quill", "Ada", ""),
    "羽根 明": ("羽根", "明", ""),
    "羽根明": ("羽根明", "", ""),
    "이 서준": ("이", "서준", ""),
    "Liang Meihua": ("Liang", "Meihua", ""),
    "Dr. Liang Meihua": ("Liang", "Meihua", ""),
    "Meihua Liang": ("Liang", "Meihua", ""),
    "Han Seok-jin": ("Han", "Seok jin", ""),
    "Ji-won Yoo": ("Yoo", "Ji won", ""),
    "Nguyễn Thị Hoa": ("Nguyễn", "Thị Hoa", ""),
    "Sigrún Ösp Orrensdóttir": ("Orrensdóttir", "Sigrún Ösp", ""),
    "Ада Квилл-Оррен": ("Квилл-Оррен", "Ада", ""),
    "دانة بروش": ("بروش", "دانة", ""),
    "Ada Quill (dreamer)": ("Quill", "Ada", ""),
    "Quill (dreamer), Ada": ("Quill", "Ada", ""),
    'Ada "Pen" Quill': ("Quill", "Ada", ""),
    "Ada Quill 羽根": ("Quill", "Ada", ""),
}


@pytest.mark.parametrize(("written", "parts"), PARTS.items())
def test_the_parts_of_names(written: str, parts: tuple[str, str, str]) -> None:
    name = person_name(written)
    assert (name.family, " ".join(name.given), " ".join(name.particles)) == parts


@pytest.mark.parametrize("written", PARTS)
def test_an_index_sorts_by_the_same_family_name(written: str) -> None:
    assert index_name(written).sorted_by == person_name(written).family


@pytest.mark.parametrize(
    ("written", "root"),
    [
        ("Ada Quill-Orren", "Orren"),
        ("Ada De la Quill", "Quill"),
        ("Omar Al-Orren", "Orren"),
        ("Quill Orren, Ada", "Quill Orren"),
        ("Quill", "Quill"),
        ("Las", "Las"),
        ("-", ""),
    ],
)
def test_what_is_left_of_family_names_in_short_forms(written: str, root: str) -> None:
    assert person_name(written).root == root

"""Names are sorted as readers of a language look them up; the orders here are those of ICU 72."""

import random

import pytest

from booklet.model.collation import collation_key


@pytest.mark.parametrize(
    ("language", "names"),
    [
        ("en-US", "Aalto Åberg Ala Ăla Âla Alvarez Álvarez Zak Žák"),
        ("de", "Eß Esser Oberg Öberg Öl Olm Über Ubert Zeta"),
        ("sv-SE", "Aalto Berg Ulf Über Zeta Åberg Ängström Ærø Öberg Ørsted"),
        ("da", "Alvarez Berg Zeta Ängström Ærø Öberg Ørsted Åberg Aalto"),
        ("es", "Nagy Nuez Núñez Nyári Ñandu Oun"),
        ("cs", "Capek Czako Čapek Hruška Chmel Ivan Rezac Řezníček Simek Šimek"),
        ("sk", "Ala Alvarez Äla Horák Chmel Ivan"),
        ("pl", "Cwik Czako Ćwik Los Lotz Łoś Zak Żak"),
        ("hu", "Czako Csaba Gallo Gyula Nagy Nyári Oun Öl Őri Szabó Zeta Zsolt"),
        ("hr", "Capek Čapek Dogan Dzep Džep Đoković Lubo Ljubo"),
        ("tr", "Celik Çelik Ilgaz Isik Işık İlker Simek Şahin"),
        ("et", "Simek Šimek Zak Žák Vries Õun Ängström Öberg Über"),
        ("lt", "Ymir Ivan Jonas Simek Šimek"),
        ("is", "Das Ðas Elan Élan Thor Ulf Zak Þór Ærø Öl"),
        ("ro", "Ala Ăla Âla Simek Ștefan Tepes Țepeș"),
        ("vi", "Dinh Đinh Elan Ệm Oi Ơi Ung Ưng"),
        ("ru", "Ежов Ёлкин Зуев Иванов Йонес"),
        ("el", "Άννα Βάσω Ελένη"),
        ("xx", "Ada Bo Cy"),  # a language that is not known
    ],
)
def test_orders(language: str, names: str) -> None:
    expected = names.split()
    shuffled = random.Random(language).sample(expected, len(expected))
    assert sorted(shuffled, key=lambda name: collation_key(name, language)) == expected


def test_small_letters_first_and_signs_before_letters() -> None:
    expected = ["de Vries", "De Vries", "De-Vries", "Devries"]
    assert (
        sorted(random.Random(1).sample(expected, len(expected)), key=lambda text: collation_key(text, "en")) == expected
    )

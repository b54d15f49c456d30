"""A name in Latin letters → whether it begins with the family name, as those from China, Korea and Vietnam do in their order.

Only names whose other words cannot well be anything else count; in doubt the family name is the last.
"""

import unicodedata

from booklet.expression import expression

# fmt: off
_CHINESE = (
    "bai cai cao chen cheng cui dai deng ding dong du duan fan fang feng fu gao gong gu guo han hao he hou hu huang jia "
    "jiang jin kang kong lai lei li liang liao lin liu long lu luo ma mao meng mo niu pan peng qian qin qiu ren shao "
    "shen shi song su sun tan tang tao tian wan wang wei wen wu xia xiang xiao xie xiong xu xue yan yang yao ye yi yin "
    "yu yuan zeng zhang zhao zheng zhong zhou zhu zou"
)
_KOREAN = (
    "ahn an bae baek bang cha chae cheon cho choe choi chung eom gong gwak ha han heo hong hwang hyun im jang jeon jeong "
    "ji jin jo joo jun jung kang kim ko koh kong kwak kwon lee lim min moon nam no noh oh pak park rhee roh ryu seo shim "
    "shin sim sin sohn son song suh sung won woo yang yeo yeom yi yoo yoon you yu yun"
)
_VIETNAMESE = "bui dang dinh duong hoang huynh ngo nguyen pham phan tran trinh truong vu"
# fmt: on
_FAMILIES = {name: frozenset(names.split()) for name, names in (("zh", _CHINESE), ("ko", _KOREAN), ("vi", _VIETNAMESE))}
# Written with their marks they are nothing else.
_MARKED = frozenset({"Đỗ", "Hồ", "Lê", "Lý", "Võ", "Vũ"})

_SYLLABLE = (
    r"(?:(?:[bpmf])o|(?:zh|ch|sh|[bpmfdtnlgkhjqxrzcsyw])?"
    r"(?:i?ang|i?ong|iao|ian|uang|uai|uan|eng|ing|ai|ei|ao|ou|an|en|ia|ie|iu|in|ua|uo|ui|un|[aiu])|[dglhrzcsnktm]e|zhe|she|che|"
    r"er|y[eu]|yuan|yue|[jqx]u(?:e|an)|[ln][vü]e?)"
)
_TWO_SYLLABLES = expression(rf"{_SYLLABLE}[-‐'’]?{_SYLLABLE}")
_KOREAN_SYLLABLE = r"(?:[bcdghjkmnprstwy]|ch|kk|gw|hw|ky|gy|hy|my|ry|by)?[aeiouwy]{1,3}(?:ng|[bgklmnpt])?"
_KOREAN_GIVEN = expression(rf"{_KOREAN_SYLLABLE}[-‐]{_KOREAN_SYLLABLE}")
_TWO, _THREE = 2, 3


def begins_with_family(words: tuple[str, ...]) -> bool:
    """Whether the words of a name, separated by blanks, have the family name first: "Liang Meihua", "Han Seok-jin",
    "Nguyễn Thị Hoa"."""
    if len(words) < _TWO:
        return False
    bare = [_bare(word) for word in words]
    chinese, korean, vietnam = _FAMILIES["zh"], _FAMILIES["ko"], _FAMILIES["vi"]
    if len(words) == _TWO and bare[1] not in chinese and bare[1] not in korean:
        if bare[0] in chinese and _TWO_SYLLABLES.fullmatch(bare[1]):
            return True
        if bare[0] in korean and _KOREAN_GIVEN.fullmatch(bare[1]):
            return True
    first = unicodedata.normalize("NFC", words[0]) in _MARKED or bare[0] in vietnam
    return first and bare[-1] not in vietnam and (len(words) >= _THREE or bare[0] == "nguyen")


def _bare(word: str) -> str:
    """Small letters without marks."""
    if word.isascii():
        return word.lower()
    parts = unicodedata.normalize("NFD", word.replace("Đ", "D").replace("đ", "d"))
    return "".join(sign for sign in parts if not unicodedata.combining(sign)).lower()

"""Is this Vietnamese? The share of words that are possible syllables tells good text from garbled or legacy codes.

The onsets and rimes are those of the written language (chữ Quốc ngữ); tone marks are taken off before matching.
"""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache

_ONSETS = "b c ch d đ g gh gi h k kh l m n ng ngh nh p ph qu r s t th tr v x"
_RIMES = """
a ac ach ai am an ang anh ao ap at au ay ăc ăm ăn ăng ăp ăt âc âm ân âng âp ât âu ây
e ec em en eng eo ep et ê êch êm ên ênh êp êt êu
i ia ich iêc iêm iên iêng iêp iêt iêu im in inh ip it iu
o oa oac oach oai oam oan oang oanh oao oap oat oay oăc oăm oăn oăng oăt oc oe oem oen oeo oet oi om on ong ooc oong
op ot ô ôc ôi ôm ôn ông ôp ôt ơ ơi ơm ơn ơp ơt
u ua uân uâng uât uây uc uê uêch uênh uêu ui um un ung uơ uôc uôi uôm uôn uông uôt up ut uy uya uych uyên uyêt uyn
uynh uyp uyt uyu ư ưa ưc ưi ưm ưn ưng ươc ươi ươm ươn ương ươp ươt ươu ưt ưu
y yêm yên yêng yêt yêu
"""


def _any_of(table: str) -> str:
    return "|".join(sorted(table.split(), key=len, reverse=True))


_SYLLABLE = re.compile(f"(?:{_any_of(_ONSETS)})?(?:{_any_of(_RIMES)})|g(?:i|in|iêng|iêt|ich)")
_TONES = re.compile("[\u0300\u0301\u0303\u0309\u0323]")
_WORD = re.compile(r"[^\W\d_]+(?:[\u0300-\u036f]+[^\W\d_]*)*")


@lru_cache(maxsize=65_536)
def is_syllable(word: str) -> bool:
    """Whether `word` (any case and Unicode form) is spelled like a Vietnamese syllable, tone mark included."""
    parts = unicodedata.normalize("NFD", word.lower())
    bare, tones = _TONES.subn("", parts)
    return tones <= 1 and _SYLLABLE.fullmatch(unicodedata.normalize("NFC", bare)) is not None


def words(text: str) -> list[str]:
    """The runs of letters of `text`, combining marks included."""
    return _WORD.findall(text)


def share(text: str, *, marked: bool = False) -> float:
    """The share (0..1) of words that are possible syllables; `marked`: of words with a letter outside ASCII only.

    1.0 where there is no such word: nothing speaks against the text."""
    found = [word for word in words(text) if not (marked and word.isascii())]
    return sum(map(is_syllable, found)) / len(found) if found else 1.0

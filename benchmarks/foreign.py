"""English and German legal prose with citations, for the extractors of those languages; made here, the same every time.

The sentences are ours; only the forms of the citations are real (reporters, codes, courts, file numbers).
"""

from __future__ import annotations

import random

ENGLISH_PROSE = (
    "The district court granted summary judgment, and the court of appeals affirmed in part. ",
    "We review the grant of summary judgment de novo, drawing every reasonable inference for the party opposed. ",
    "The statute does not define the term, so we look to its ordinary meaning at the time of enactment. ",
    "Nothing in the record suggests that the agency considered the alternative, much less that it rejected it. ",
    "The officers waited outside the house for some twenty minutes before they knocked and announced themselves. ",
    "Petitioner answers that the rule would swallow the exception, but the history of the provision shows otherwise. ",
    "A party may not raise on appeal what it chose not to argue below, and we see no reason to depart from that rule. ",
    "The contract was signed in March, performed in part over the summer, and abandoned by both sides in the autumn. ",
)
ENGLISH_NAMES = (
    "Carter",
    "Mason",
    "Alvarez",
    "Whitfield",
    "Northern Rail Co.",
    "City of Dayton",
    "Harlan",
    "Board of Health",
)
GERMAN_PROSE = (
    "Das Berufungsgericht hat die Klage im Wesentlichen abgewiesen und die Revision zugelassen. ",
    "Die Beklagte ist der Auffassung, dass der Anspruch verjährt sei, weil die Frist mit der Übergabe begonnen habe. ",
    "Nach dem Wortlaut der Vorschrift kommt es allein auf die Kenntnis des Gläubigers von den Umständen an. ",
    "Die Feststellungen des Landgerichts tragen diese Würdigung nicht, denn der Zeuge hat anderes ausgesagt. ",
    "Der Kläger hat die Ware im März bestellt, im Sommer erhalten und im Herbst wegen eines Mangels zurückgesandt. ",
    "Auf die Frage, ob der Bescheid hinreichend bestimmt ist, kommt es danach nicht mehr an. ",
)
GERMAN_CODES = ("BGB", "ZPO", "StGB", "VwGO", "HGB", "GG", "StPO", "InsO")
GERMAN_COURTS = ("BGH", "BVerwG", "BAG", "OLG Köln", "OVG Münster", "BVerfG")


def english(size: int, *, citations_per_kb: float, seed: int = 7) -> str:
    """About `size` characters of opinions."""
    pick = random.Random(seed)

    def citation() -> str:
        left, right = pick.sample(ENGLISH_NAMES, 2)
        volume, page, year = pick.randint(100, 590), pick.randint(1, 990), pick.randint(1950, 2023)
        return pick.choice(
            (
                f"See {left} v. {right}, {volume} U.S. {page}, {page + 3} ({year}). ",
                f"{left} v. {right}, {volume} F.3d {page} (9th Cir. {year}). ",
                f"{left}, {volume} F. Supp. 2d, at {page}. ",
                f"Id. at {page}. ",
                f"42 U.S.C. § {pick.randint(1900, 2000)}. ",
                f"{left}, supra, at {page}. ",
            )
        )

    return _prose(size, ENGLISH_PROSE, citation, citations_per_kb, pick)


def german(size: int, *, citations_per_kb: float, seed: int = 7) -> str:
    """About `size` characters of judgments."""
    pick = random.Random(seed)

    def citation() -> str:
        code, court = pick.choice(GERMAN_CODES), pick.choice(GERMAN_COURTS)
        section, year = pick.randint(1, 900), pick.randint(1990, 2023)
        return pick.choice(
            (
                f"Dies folgt aus § {section} Abs. {pick.randint(1, 5)} {code}. ",
                f"Die §§ {section}, {section + 1} {code} stehen nicht entgegen. ",
                f"Art. {pick.randint(1, 120)} Abs. 1 GG ist nicht verletzt. ",
                f"({court}, Urteil vom {pick.randint(1, 28)}. März {year} - VIII ZR {section}/{year % 100:02d}). ",
                f"§ {section} {code} bleibt unberührt. ",
            )
        )

    return _prose(size, GERMAN_PROSE, citation, citations_per_kb, pick)


def _prose(
    size: int, sentences: tuple[str, ...], citation: object, citations_per_kb: float, pick: random.Random
) -> str:
    assert callable(citation)
    parts: list[str] = []
    length = cited = 0
    while length < size:
        parts.append(pick.choice(sentences))
        length += len(parts[-1])
        while cited * 1000 < length * citations_per_kb:
            parts.append(citation())
            length += len(parts[-1])
            cited += 1
        if pick.random() < 0.15:
            parts.append("\n\n")
    return "".join(parts)

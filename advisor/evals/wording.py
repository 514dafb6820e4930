"""How the scorer reads words and figures: spelled one way, looked for as a person would. Knows no answers."""

import re
import unicodedata
from collections.abc import Iterable

NEGATION = re.compile(
    r"\b(no|none|not|never|neither|nothing|nor|cannot|without|whether|rather than|instead of|against)\b|n't\b"
)
ABSENCE = re.compile(r"\b(no|none|neither|nothing|not|never|without|unable|silent|unsourced|nowhere|cannot)\b|n't\b")
SMALL = frozenset(float(n) for n in range(13))  # counts of guides, roles, steps: free
NUMBER_WORDS = (
    *("zero", "one", "two", "three", "four", "five", "six"),
    *("seven", "eight", "nine", "ten", "eleven", "twelve"),
)
SCALE = {"k": 1e3, "m": 1e6, "b": 1e9, "million": 1e6, "billion": 1e9}
MOST_OPERANDS = 60  # differences are looked for among this many figures
SHORT = 3  # letters: an alternative this short must be a whole word

Figure = float | str  # a number, or a small share such as "3%"


def norm(text: str) -> str:
    """Lower case, plain hyphens, apostrophes, percent signs and thousands, single spaces."""
    text = unicodedata.normalize("NFKC", text).lower()
    text = re.sub(r"[\u2010-\u2015\u2212]", "-", text).replace("\u2019", "'")
    text = re.sub(r"\bper ?cent\b", "%", text).replace(" %", "%")
    text = re.sub(r"(?<=\d),(?=\d{3})", "", text)
    return re.sub(r"\s+", " ", text)


def plain(text: str) -> str:
    """The same without Markdown's marks and the numbers of citations."""
    return norm(re.sub(r"\[(\d+)\]", "", re.sub(r"[*_`#>]", " ", text)))


def contains(text: str, needle: str) -> bool:
    """Whether a normalised text holds the words: numbers and short words whole, others also within a word."""
    needle = norm(needle)
    whole = needle.isalpha() and len(needle) <= SHORT
    left = r"(?<![\d.])" if needle[:1].isdigit() else r"(?<![a-z])" if whole else ""
    right = r"(?!\d)" if needle[-1:].isdigit() else r"(?![a-z])" if whole else ""
    return re.search(left + re.escape(needle) + right, text) is not None


def asserts(text: str, banned: str) -> bool:
    """Whether the text says it without denying it earlier in the same sentence."""
    return any(
        contains(sentence, banned) and not NEGATION.search(sentence[: sentence.find(norm(banned))])
        for sentence in re.split(r"(?<=[.!?;:])\s+|\n+|\|", text)
    )


def figures(text: str) -> set[Figure]:
    """Every number of a text, as printed and scaled, digits or words; small shares also as shares."""
    text = re.sub(r"\[\d+\]", " ", norm(text))
    found: set[Figure] = set()
    for number, scale in re.findall(r"(\d+(?:\.\d+)?)\s*(k|m|b|million|billion)?\b", text):
        found |= {float(number), float(number) * SCALE.get(scale, 1)}
    # small counts are free, small shares are not
    found |= {f"{n}%" for n in re.findall(r"(?<![\d.])(\d{1,2}(?:\.\d+)?)%", text) if float(n) <= max(SMALL)}
    return found | {float(n) for n, word in enumerate(NUMBER_WORDS) if re.search(rf"\b{word}\b", text)}


def differences(known: Iterable[Figure]) -> set[Figure]:
    """What any two of the numbers differ by."""
    numbers = sorted(figure for figure in known if isinstance(figure, float))[-MOST_OPERANDS:]
    return {round(abs(a - b), 4) for a in numbers for b in numbers}

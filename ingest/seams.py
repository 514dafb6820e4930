"""Where the cells of a glued row were joined: "Salary range$118k – $191k$130k – $185k". Knows shapes, not meaning."""

import re
from collections import Counter
from collections.abc import Collection, Sequence
from dataclasses import dataclass

LONGEST_LABEL = 45  # characters

_MONEY = "$€£₹"
_FIRM = re.compile(rf"(?<=[\w)”\"%][.!?])(?=[A-Z“\"{_MONEY}+])|(?<=[)”])(?=[A-Z{_MONEY}+\d])")
_USUAL = re.compile(
    rf"(?<=[a-z])(?=[A-Z])|(?<=[a-z\d%])(?=[{_MONEY}])|(?<=[a-z%])(?=\+\d)|(?<=[a-z]{{2}})(?=\d)|(?<=\d)(?=[A-Z][a-z])"
    r"|(?<=%)(?=[\dA-Z])"
)
_NOT_A_SEAM = re.compile(
    r"[A-Z]\.(?=[A-Z])|\b\d+(?:st|nd|rd|th)\b"
    r"|(?:Dev(?:Sec)?|ML|LLM|AI|Data|Git|Fin|Sec|Model|Cloud|No)Ops|(?:Py|Git|Lang|Kube|Open|Deep|Power|Linked|Tensor|Java"
    r"|Type|Snow|Auto|Hugging|Post|Big|Chat|Cloud|Elastic|Fast|Graph|Spark|Sage|Ray|Vertex|Web|Data)(?:[A-Z][A-Za-z]+)"
    r"|(?:No|My)SQL|NumPy|SciPy|PhD|[ei](?:Bay|OS|Phone|Pad)|macOS|web3|log4j|k[38]s|dbt"
)
_LABEL = re.compile(rf"[A-Z][^,;.!?:{_MONEY}|]{{0,{LONGEST_LABEL - 1}}}")
_CAPITAL_INSIDE = re.compile(r"[a-z][A-Z]")
_TOKEN = re.compile(r"[A-Za-z]+")


@dataclass(frozen=True, slots=True)
class Clues:
    """What the text around a row tells: labels of the vocabulary, and in how many of its lines a word stands."""

    labels: Collection[str]
    words: Counter[str]
    names: tuple[str, ...]  # words with a capital inside


def clues(lines: Sequence[str], labels: Collection[str]) -> Clues:
    words = Counter(word for line in lines for word in set(_TOKEN.findall(line)))
    return Clues(labels, words, tuple(word for word in words if _CAPITAL_INSIDE.search(word)))


def part(row: str, columns: int, given: Clues) -> list[str] | None:
    """Label and cells of a glued row; None unless one way of cutting it is clearly right."""
    label = _known_label(row, given.labels)
    found = [at for at in _seams(row, (_FIRM, _USUAL), given) if at > label]
    cuts = [label, *found] if label else found
    if len(cuts) != columns and cuts:
        cuts = _firm_after(row, cuts[0], columns, given)
    if len(cuts) == columns and (label or _LABEL.fullmatch(row[: cuts[0]].strip())):
        return _cells(row, cuts)
    cuts = _repeated_opening(row, label, given) if columns == 2 else []
    return _cells(row, cuts) if cuts else None


def is_glued(row: str, given: Clues) -> bool:
    """Whether a line shows a seam at all."""
    return bool(_seams(row, (_FIRM, _USUAL), given) or _repeated_opening(row, 0, given))


def _seams(row: str, kinds: Sequence[re.Pattern[str]], given: Clues) -> list[int]:
    """Places where cells may have been joined, but not inside a name such as DevOps or a word used elsewhere too."""
    inside = {at for name in _NOT_A_SEAM.finditer(row) for at in range(name.start() + 1, name.end())}
    inside |= {a.end() for a in re.finditer(r"\b[A-Z]\.", row)}
    tokens = set(_TOKEN.findall(row))
    for name in (word for word in given.names if given.words[word] > 1 or word not in tokens):
        inside |= {at for place in re.finditer(name, row) for at in range(place.start() + 1, place.end())}
    return sorted({seam.start() for kind in kinds for seam in kind.finditer(row)} - inside)


def _firm_after(row: str, label: int, columns: int, given: Clues) -> list[int]:
    """The label and the ends of sentences after it, where these alone give the right number of cells."""
    firm = [at for at in _seams(row, (_FIRM,), given) if at > label]
    return [label, *firm] if len(firm) == columns - 1 else []


def _known_label(row: str, labels: Collection[str]) -> int:
    """Where a label of the vocabulary ends that the row begins with; 0 for none."""
    ends = [len(label) for label in labels if row.lower().startswith(label.lower()) and _label_ends(row, label)]
    return max(ends, default=0)


def _label_ends(row: str, label: str) -> bool:
    following = row[len(label) : len(label) + 1]
    return bool(following.strip()) and (not following.islower() or " " in label) and following not in "-,;:.'’"


def _repeated_opening(row: str, label: int, given: Clues) -> list[int]:
    """Label and second cell, where both cells open alike: "Where they worktech companies, …, retailtech companies"."""
    found = []
    for opening in re.finditer(r"(?<=[a-z])(?=([a-z]+ [a-z]+)\b)", row[: LONGEST_LABEL + 40]):
        at = opening.start()
        places = [place.start() for place in re.finditer(re.escape(opening[1]) + r"\b", row)]
        second = places[1] if len(places) == 2 else 0
        if second and places[0] == at and row[second - 1].islower() and _is_label(row[:at], label, given):
            found.append([at, second])
    return found[0] if len(found) == 1 else []


def _is_label(words: str, label: int, given: Clues) -> bool:
    if label:
        return len(words) == label
    last = _TOKEN.findall(words)[-1:]
    return bool(_LABEL.fullmatch(words)) and bool(last) and len(last[0]) > 2 and given.words[last[0]] > 0


def _cells(row: str, cuts: Sequence[int]) -> list[str]:
    return [row[a:b].strip() for a, b in zip([0, *cuts], [*cuts, len(row)], strict=True)]

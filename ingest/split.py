"""Cut a guide into passages by its structure. Knows blocks and sentences; does not know how a passage is found."""

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, replace
from itertools import pairwise
from math import ceil

from advisor.domain import Guide, Passage, PassageKind
from advisor.library.sentences import sentence_spans
from ingest.blocks import Block, BlockKind, blocks

SPLITTER = "structure-1"  # change it whenever the same guide would be cut in another way
LONGEST_PASSAGE = 900  # characters; a longer paragraph is cut at the ends of sentences
LONGEST_LEAD = 300  # characters of a list's lead-in that its items carry

_FAQ = re.compile(
    r"\b(?:faqs?|frequently asked|questions (?:and|&) answers|q\s*&\s*a|common questions)\b", re.IGNORECASE
)
_QUESTION = re.compile(r"[*_]*(?:Q|Question)\s?\d*\s?[:.)][*_]*\s*(?P<words>.+)", re.DOTALL)
_ANSWER = re.compile(r"[*_]*(?:A|Answer)\s?\d*\s?[:.)][*_]*\s+")
_INNER_ANSWER = re.compile(r"\s[*_]*(?:A|Answer)\s?\d*\s?[:.)][*_]*\s+")
_BOLD_QUESTION = re.compile(r"(?P<mark>\*\*|__)(?P<words>[^*_]+\?)(?P=mark)")

_KINDS = {
    BlockKind.PARAGRAPH: PassageKind.PROSE,
    BlockKind.CODE: PassageKind.PROSE,
    BlockKind.ITEM: PassageKind.LIST_ITEM,
    BlockKind.ROW: PassageKind.TABLE_ROW,
}


@dataclass(frozen=True, slots=True)
class _Stretch:
    kind: PassageKind
    headings: tuple[str, ...]
    context: str
    start: int
    end: int


def split(guide: Guide) -> tuple[Passage, ...]:
    """Passages in order, none overlapping: `guide.text[p.start:p.end] == p.text`, and no id twice."""
    seen: Counter[tuple[tuple[str, ...], str, str]] = Counter()
    passages = []
    for stretch in _stretches(guide.text):
        text = guide.text[stretch.start : stretch.end]
        like = (stretch.headings, stretch.context, text)
        passages.append(
            Passage(
                guide_id=guide.id,
                kind=stretch.kind,
                heading=stretch.headings,
                context=stretch.context,
                text=text,
                start=stretch.start,
                end=stretch.end,
                nth=seen[like],
            )
        )
        seen[like] += 1
    return tuple(passages)


def _stretches(text: str) -> Iterator[_Stretch]:
    question = ""
    for block in blocks(text):
        if block.kind in (BlockKind.ROW, BlockKind.CODE):
            question = ""
            yield _Stretch(_KINDS[block.kind], block.headings, block.lead, block.start, block.end)
            continue
        asked = _asked(text[block.start : block.end])
        if asked:
            question, answer_at = asked
            block = replace(block, start=block.start + answer_at)
        elif question and (answer := _ANSWER.match(text, block.start, block.end)):
            block = replace(block, start=answer.end())
        if block.start < block.end:
            yield from _cut(text, _stretch(text, block, question))
            question = question if block.introduces else ""


def _asked(words: str) -> tuple[str, int] | None:
    """The question of "Q: … A: …" or of a paragraph in bold, and where its answer begins."""
    bold = _BOLD_QUESTION.match(words)
    if bold:
        rest = words[bold.end() :]
        return bold["words"], bold.end() + len(rest) - len(rest.lstrip())
    asked = _QUESTION.match(words)
    if not asked:
        return None
    answer = _INNER_ANSWER.search(words, asked.start("words"))
    if answer:
        return words[asked.start("words") : answer.start()].strip("*_ \n"), answer.end()
    return (asked["words"].strip("*_ \n"), len(words)) if words.rstrip("*_ \n").endswith("?") else None


def _stretch(text: str, block: Block, question: str) -> _Stretch:
    kind = _KINDS[block.kind]
    if question or (kind is PassageKind.PROSE and _answers(block.headings)):
        kind = PassageKind.FAQ
    context = question or _lead_in(block.lead)
    end = _before_lead_in(text, block) if block.introduces else block.end
    return _Stretch(kind, block.headings, context, block.start, end)


def _answers(headings: tuple[str, ...]) -> bool:
    """Whether the innermost heading is a question: by its mark, or by standing in a section of questions."""
    if not headings or headings[-1].endswith("?"):
        return bool(headings)
    return any(_FAQ.search(outer) for outer in headings[:-1]) and not _FAQ.search(headings[-1])


def _lead_in(words: str) -> str:
    """The last sentence before a list, which says what the items are."""
    *outer, own = words.split("\n")
    spans = sentence_spans(own)
    if spans and len(own) > LONGEST_LEAD:
        own = own[slice(*spans[-1])]
    return "\n".join([*outer, own]).strip()[:LONGEST_LEAD]


def _before_lead_in(text: str, block: Block) -> int:
    """Where a paragraph ends when its last sentence only announces the list: "The tools are:"."""
    spans = sentence_spans(text[block.start : block.end])
    last_start, last_end = spans[-1] if spans else (0, 0)
    announces = text[block.start + last_start : block.start + last_end].rstrip("*_").endswith(":")
    return block.start + last_start if announces else block.end


def _cut(text: str, stretch: _Stretch) -> Iterator[_Stretch]:
    """The stretch itself or, where it is long, parts of about equal length that end with a sentence."""
    start, end = stretch.start, stretch.end
    parts = ceil((end - start) / LONGEST_PASSAGE)
    spans = [(start + a, start + b) for a, b in sentence_spans(text[start:end])] if parts > 1 else []
    opened = start
    for (_, sentence_end), (next_start, next_end) in pairwise(spans):
        full = next_end - opened > LONGEST_PASSAGE or sentence_end - opened >= (end - start) / parts
        if full:
            yield replace(stretch, start=opened, end=sentence_end)
            opened = next_start
    part = text[opened:end].rstrip()
    if part:
        yield replace(stretch, start=opened, end=opened + len(part))

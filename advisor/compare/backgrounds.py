"""For whom guides write: backgrounds named by table columns, by audiences, and by sentences that address people."""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache

from advisor.answer.evidence import Piece, Reader, section_of
from advisor.domain import Passage, PassageKind
from advisor.library.rows import cells
from advisor.question.mentions import Lexicon
from advisor.text import content_stems, figures, normalise, stem, stop_words, words

_FOR_WHOM = re.compile(r"\b(?:for|if (?:you are|you're)|as) (?:an? )?(?P<who>[a-z][\w/&' -]{2,40})$")
_WHO = re.compile(r"^(?P<who>[^,;:(.]+?)(?:\s+(?:who|that|which|with|without|in|thinking|looking|wanting)\b.*)?$")
_ADDRESSED = re.compile(r"\b(?:for|if you(?:'re)?|from|as|most|many|suits?|gives?|lets?|helps?)\b")
_ANYBODY = "people person learner reader candidate applicant worker professional exploring career job role"
_STEMS_AT_MOST = 3
_SENTENCES_AT_LEAST = 2  # fewer are no advice to choose by


@dataclass(frozen=True, slots=True)
class Background:
    """`role` where it is one of the vocabulary's roles; else it is found by its stems."""

    id: str
    name: str
    role: str
    stems: frozenset[str]

    @property
    def people(self) -> tuple[str, frozenset[str]]:
        """The same for "Software engineers" and "a software engineer"."""
        return self.role, self.stems


def backgrounds(reader: Reader, spoken: Sequence[Piece]) -> tuple[Background, ...]:
    """Those that at least a table's column or two sentences address."""
    columns = {background.people: background for background in _of_columns(reader, told=False)}
    named = {background.people: background for background in _of_columns(reader, told=True)}
    named |= {background.people: background for background in _of_audiences(reader)}
    named |= {background.people: background for background in _of_roles(reader, spoken)}
    addressed = {
        key: background
        for key, background in named.items()
        if key not in columns
        and sum(speaks_to(background, piece, reader.lexicon) for piece in spoken) >= _SENTENCES_AT_LEAST
    }
    return tuple(sorted({**addressed, **columns}.values(), key=lambda background: background.name.lower()))


def speaks_to(background: Background, piece: Piece, lexicon: Lexicon) -> bool:
    """Whether a sentence addresses these people; of a role it must say "for", "from" or the like, not only name it."""
    if not background.role:
        return background.stems <= set(content_stems(piece.text))
    if background.role not in piece.roles:
        return False
    reached = 0  # behind the last role that the library is about: "for" before it speaks of that role
    for mention in lexicon.roles.find(piece.plain):
        if mention.id == background.role and _ADDRESSED.search(piece.plain[reached : mention.start]):
            return True
        reached = mention.end if mention.id in lexicon.covered else reached
    return False


def cells_for(background: Background, roles: Sequence[str], attribute: str, reader: Reader) -> Iterator[Piece]:
    """Cells of rows about these roles that stand under a header that names the background."""
    rows = {
        fact.passage_id: None for fact in reader.library.facts if fact.role in roles and fact.attribute == attribute
    }
    told = {(fact.passage_id, fact.start) for fact in reader.library.facts if fact.passage_id in rows}
    for passage in (reader.library.passages[row] for row in rows):
        for column, (start, end) in enumerate(cells(passage.context, 0)):
            named = _named(passage.context[start:end], reader.lexicon)
            if named and named.people == background.people:
                yield from (p for p in _cell(passage, column, attribute, reader) if (passage.id, p.start) not in told)


def _cell(passage: Passage, column: int, attribute: str, reader: Reader) -> Iterator[Piece]:
    spans = cells(passage.text, passage.start)
    if column < len(spans) and spans[column][1] > spans[column][0]:
        start, end = spans[column]
        text = passage.text[start - passage.start : end - passage.start]
        stems = frozenset(content_stems(reader.lexicon.without_roles(text)))
        yield Piece(
            passage, start, end, text, reader.lexicon.role_ids(text), (), (attribute,), section_of(passage),
            stems, normalise(text), figures(text),
        )  # fmt: skip


def _of_columns(reader: Reader, *, told: bool) -> Iterator[Background]:
    """Named by headers; `told`: of columns whose cells are facts about a role, or of those beside them."""
    starts = {(fact.passage_id, fact.start) for fact in reader.library.facts}
    for passage in reader.library.passages.values():
        if passage.kind is PassageKind.TABLE_ROW:
            spans = cells(passage.text, passage.start)
            for (start, end), (left, right) in zip(spans, cells(passage.context, 0), strict=False):
                found = _named(passage.context[left:right], reader.lexicon) if end > start else None
                if found and ((passage.id, start) in starts) == told:
                    yield found


def _of_audiences(reader: Reader) -> Iterator[Background]:
    for guide in reader.library.guides.values():
        for part in re.split(r"[;,]| and ", guide.audience):
            who = _WHO.match(part.strip())
            if who and (found := _background(who["who"], reader.lexicon)):
                yield found


def _of_roles(reader: Reader, spoken: Iterable[Piece]) -> Iterator[Background]:
    """Roles that guides do not describe but speak to: where people come from."""
    described = {fact.role for fact in reader.library.facts} | set(reader.lexicon.covered)
    for role in sorted({role for piece in spoken for role in piece.roles} - described):
        if found := _background(reader.lexicon.role_names.get(role, ""), reader.lexicon):
            yield found


def _named(header: str, lexicon: Lexicon) -> Background | None:
    """Whom a column is for: "Pros for a nurse", "Nurse's advantage"; a header that is a role's name is for nobody."""
    header = normalise(header.strip("*_` "))
    if who := _FOR_WHOM.search(header):
        return _background(who["who"], lexicon)
    roles = [m for m in lexicon.roles.find(header) if m.id not in lexicon.covered and m.words != header]
    return _background(roles[0].words, lexicon) if roles else None


@lru_cache(maxsize=1)
def _anybody() -> frozenset[str]:
    return frozenset(content_stems(_ANYBODY))


def _background(name: str, lexicon: Lexicon) -> Background | None:
    """One background under one id, however it is put: "Software engineers", "a software engineer"."""
    roles = lexicon.role_ids(name)
    if roles:
        shown = lexicon.role_names.get(roles[0], name)
        return Background(roles[0], shown, roles[0], frozenset())
    telling = [word for word in words(name) if stem(word) not in _anybody() and word not in stop_words()]
    if not telling or len(telling) > _STEMS_AT_MOST:
        return None
    return Background("-".join(telling), name.strip().capitalize(), "", frozenset(map(stem, telling)))

"""What an answer is found by: traits such as `guide:oracore` or `verdict:partly`, and what makes it worth a look.

Pure; knows no storage. A trait holds nothing that a person wrote.
"""

from collections.abc import Iterable, Iterator, Mapping
from datetime import date

from advisor.domain import Answer, Kind, Origin, Support

PEOPLE = (Origin.CHAT, Origin.API)  # whose questions count
DUE = (Kind.ANSWER, Kind.DECLINED)  # what is judged: small talk and questions back are not
OLD = 24  # months between a source's date and the answer
OFTEN = 3  # times that the same was asked
WORST_FIRST = (Support.CONTRADICTED, Support.UNSUPPORTED, Support.PARTLY, Support.SUPPORTED)

RISKS: Mapping[str, int] = {  # what each reason adds; the case with the highest sum comes first
    "feedback:down": 50,
    "verdict:contradicted": 40,
    "verdict:unsupported": 30,
    "verdict:partly": 20,
    "near:yes": 15,
    "source:old": 8,
    "disagreement:yes": 6,
    "often:yes": 5,
    "source:undated": 3,
}


def traits_of(answer: Answer) -> frozenset[str]:
    """Of an answer as it was recorded; what was made of it later is added where it is stored."""
    return frozenset(f"{name}:{value}" for name, value in _traits(answer))


def risk_of(traits: Iterable[str]) -> int:
    return sum(RISKS.get(trait, 0) for trait in traits)


def _traits(answer: Answer) -> Iterator[tuple[str, str]]:
    yield "origin", answer.origin
    yield "by", "people" if answer.origin in PEOPLE else "program"
    yield "kind", answer.kind
    yield "release", answer.release
    yield "reviewed", "no"
    yield "feedback", "none"
    yield from (("role", role) for role in answer.topic.roles)
    yield from (("attribute", attribute) for attribute in answer.topic.attributes)
    yield from (("guide", source.guide_id) for source in answer.citations)
    if answer.declined:
        yield "declined", answer.declined.reason
        if answer.citations and answer.declined.reason == "not_in_guides":
            yield "near", "yes"
    if answer.claims:
        verdicts = {claim.verdict for claim in answer.claims}
        yield "verdict", next(verdict for verdict in WORST_FIRST if verdict in verdicts)
    if answer.dropped_claims:
        yield "verdict", "refused"
    if answer.disagreements:
        yield "disagreement", "yes"
    yield from (("source", _age(source.updated, answer.asked_at)) for source in answer.citations)


def _age(updated: str | None, asked_at: str) -> str:
    if not updated:
        return "undated"
    try:
        year, month = (int(part) for part in f"{updated}-01".split("-")[:2])
        asked = date.fromisoformat(asked_at[:10])
    except ValueError:
        return "undated"
    return "old" if (asked.year - year) * 12 + asked.month - month > OLD else "recent"

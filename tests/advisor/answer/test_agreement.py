from dataclasses import replace

import pytest

from advisor.domain import Basis, Citation, Guide, Kind
from advisor.points import Point, PointKind, Side
from advisor.text import figures
from tests.advisor.written import advisor, guide, library
from tests.fakes import MemoryShelf

WARD = "# Wards\n\n## Education\n\nA nurse needs a degree in nursing.\n\n## Pay\n\nA nurse earns about $50k a year.\n"
UNION = (
    "# Union\n\n## Education\n\nNurses also get in by an apprenticeship.\n\n## Pay\n\nNurses earn about $61k a year.\n"
)
PRESS = "# Press\n\n## Education\n\nTo work as a nurse one has to hold a degree in nursing.\n"


def guides(**of_press: str) -> tuple[Guide, ...]:
    return (
        guide(WARD),
        guide(UNION, id="union", publisher="Union"),
        guide(PRESS, id="press", publisher="Press", **of_press),
    )


def side(value: str, *words: str, held: tuple[Guide, ...]) -> Side:
    passages = library(*held).passages.values()
    found = [(p, p.start + p.text.index(w), w) for w in words for p in passages if w in p.text]
    return Side(value, tuple(Citation(p.id, w, start, start + len(w)) for p, start, w in found))


def differ(held: tuple[Guide, ...]) -> Point:
    degree = side(
        "a degree",
        "A nurse needs a degree in nursing.",
        "To work as a nurse one has to hold a degree in nursing.",
        held=held,
    )
    other = side("an apprenticeship will do", "Nurses also get in by an apprenticeship.", held=held)
    return Point(
        "d", "How to become a nurse", PointKind.DIFFER, (degree, other), "There is more than one way.",
        "One names the rule, the other the exception.", ("nurse",), ("education",),
        ("Does a nurse have to hold a degree?", "How do I get in as a nurse?"),
    )  # fmt: skip


def agree(held: tuple[Guide, ...]) -> Point:
    known = differ(held)
    return replace(known, id="a", kind=PointKind.AGREE, sides=known.sides[:1], says="a degree is needed.", because="")


def ask(question: str, point: Point, held: tuple[Guide, ...]):
    shelf = library(*held)
    shelf.points = (point,)
    return advisor(shelf=MemoryShelf(shelf)).ask(question)


def test_positions_stand_side_by_side_with_their_guides_and_the_reason():
    held = guides()

    answer = ask("Does a nurse have to hold a degree?", differ(held), held)

    assert answer.claims[0].text == "There is more than one way."
    assert answer.claims[1].text == "Ward Press and Press: a degree."
    assert (answer.claims[2].shown, answer.claims[2].basis) == (
        "Union: Nurses also get in by an apprenticeship.",
        Basis.QUOTE,
    )
    assert answer.claims[3].text.endswith("One names the rule, the other the exception.")
    assert answer.answer.index("more than one way") < answer.answer.index("Union: ") < answer.answer.index("Why they")


def test_a_disagreement_names_the_guides_of_each_position_and_cites_them():
    held = guides()

    (disagreement,) = ask("Does a nurse have to hold a degree?", differ(held), held).disagreements

    assert disagreement.topic == "How to become a nurse"
    assert [(p.value, p.citations) for p in disagreement.positions] == [
        ("Ward Press and Press: a degree", (1, 2)),
        ("Union: an apprenticeship will do", (3,)),
    ]


def test_guides_that_agree_are_one_statement_with_all_citations():
    held = guides()

    answer = ask("Does a nurse have to hold a degree?", agree(held), held)

    assert answer.claims[0].text == "Two guides agree (Ward Press and Press): a degree is needed."
    assert len(answer.claims[0].citations) == 2
    assert len(answer.claims) <= 3
    assert answer.disagreements == ()


def test_a_guide_that_repeats_another_is_not_counted_twice():
    held = guides(origin="Repeats the text of https://ward.example/nurses", url="https://press.example")
    held = (replace(held[0], url="https://ward.example/nurses/"), *held[1:])
    point = agree(held)
    both = replace(point, sides=(Side("", (*point.sides[0].citations, *differ(held).sides[1].citations)),))

    answer = ask("Does a nurse have to hold a degree?", both, held)

    assert answer.claims[0].text.startswith("Two guides agree (Ward Press, Press and Union; of those that repeat")


@pytest.mark.parametrize(
    "question", ["What does a paramedic earn?", "How much does a nurse earn?", "Thanks!", "Which role fits me?"]
)
def test_a_point_on_something_else_stays_out(question: str):
    held = guides()

    answer = ask(question, differ(held), held)

    assert "more than one way" not in answer.answer
    assert all(d.topic != "How to become a nurse" for d in answer.disagreements)


def test_figures_printed_differently_are_a_disagreement_without_any_review():
    held = guides()

    answer = ask("What does a nurse earn?", differ(held), held)

    (disagreement,) = answer.disagreements
    assert disagreement.topic == "Pay of the Nurse"
    sources = {source.n: source.quote for source in answer.citations}
    for position in disagreement.positions:
        assert figures(position.value) <= figures(" ".join(sources[n] for n in position.citations))
    assert answer.kind is Kind.ANSWER
    assert "Guides differ on this" in answer.answer

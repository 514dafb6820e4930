from advisor.answer.evidence import Evidence
from advisor.answer.rank import rank
from advisor.answer.select import choose, with_each_attribute, with_each_role
from tests.advisor.written import readers


def found(question: str) -> list[Evidence]:
    prepared = readers()
    asked = prepared.listener.understand(question, ())
    return rank(asked, prepared.reader)


def test_the_best_comes_first():
    assert choose(found("What does a nurse earn?"))[0].piece.text == "A nurse earns $50k to $70k a year."


def test_what_was_said_is_not_said_again():
    ranked = found("What does a nurse earn?")

    chosen = choose([ranked[0], *ranked])

    assert len({e.piece.text for e in chosen}) == len(chosen)


def test_words_are_few():
    chosen = choose(found("What does a nurse do every day?"), words=20, within=9.0)

    assert sum(len(e.piece.text.split()) for e in chosen[1:]) <= 20


def test_nothing_found_gives_nothing():
    assert choose([]) == []


def test_each_role_asked_about_is_spoken_of():
    ranked = found("What do a nurse and a paramedic do all day?")

    chosen = with_each_role(ranked[:1], ranked, ("nurse", "paramedic"))

    assert {role for e in chosen for role in e.piece.roles} == {"nurse", "paramedic"}


def test_each_thing_asked_is_answered():
    ranked = found("What does a nurse earn and which degree does a nurse need?")

    chosen = with_each_attribute(ranked[:1], ranked, ("pay", "education"))

    told = {a for e in chosen for a in (*e.piece.attributes, *e.piece.heading_attributes)}
    assert {"pay", "education"} <= told

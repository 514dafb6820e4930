"""What "the third one" and "the last" mean after an answer."""

from dataclasses import replace

import pytest

from advisor.domain import Answer, Basis, CheckedClaim, Kind, Origin, Support, Topic
from advisor.question.thread import item_meant, items_of, last_topic


def said(*sentences: str, kind: Kind = Kind.ANSWER, roles: tuple[str, ...] = ("nurse",)) -> Answer:
    claims = tuple(CheckedClaim(s, "", Basis.QUOTE, (), Support.SUPPORTED, "", 1.0) for s in sentences)
    answer = Answer("", "", "en", "c", "", "", Origin.CHAT, kind, None, "", claims=claims)
    return replace(answer, topic=Topic(roles))


LISTED = said("Nurses need patience, strong feet, a steady hand and good shoes for the night shift.")


@pytest.mark.parametrize(
    ("text", "item"),
    [
        ("what about the first one?", "patience"),
        ("what is the third one", "a steady hand"),
        ("and the last one on that list?", "good shoes"),
        ("how hard is the first job?", ""),
        ("and the fifth?", ""),
    ],
)
def test_the_how_manieth_item_of_a_list(text, item):
    assert item_meant(text, LISTED) == item


def test_statements_are_the_items_where_no_sentence_lists_any():
    assert items_of(said("Nurses care.", "Nurses work nights.")) == ["Nurses care.", "Nurses work nights."]


def test_small_talk_and_refusals_without_a_role_are_stepped_over():
    answer = said("Nurses care.")

    assert last_topic((answer, said(kind=Kind.TALK, roles=()), said(kind=Kind.DECLINED, roles=()))) is answer


def test_talk_that_names_a_role_is_what_the_next_turn_goes_on_from():
    decided = said(kind=Kind.TALK)

    assert last_topic((said("Vets care.", roles=("vet",)), decided)) is decided

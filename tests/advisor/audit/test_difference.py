from dataclasses import replace

import pytest

from advisor.audit.difference import Difference, compare_answers
from advisor.domain import Basis, CheckedClaim, Declined, DeclineReason, Kind, Support
from tests.samples import ANSWER, SOURCE

CLAIM = CheckedClaim("A nurse earns $50k to $70k a year.", "", Basis.QUOTE, (1,), Support.SUPPORTED, "", 1.0)
BEFORE = replace(ANSWER, answer=f"{CLAIM.text} [1]", claims=(CLAIM,), citations=(SOURCE,), caveats=())


def saying(text, **changes):
    return replace(BEFORE, answer=f"{text} [1]", claims=(replace(CLAIM, text=text),), **changes)


@pytest.mark.parametrize(
    ("text", "difference"),
    [
        (CLAIM.text, Difference.SAME),
        ("A nurse earns $50k to $70k  a year.", Difference.SAME),
        ("A nurse earns $50k to $70k in a year.", Difference.REWORDED),
        ("Often a nurse earns $50k to $70k a year.", Difference.OTHER_CLAIMS),
        ("A nurse earns $50k to $80k a year.", Difference.OTHER_CLAIMS),
        ("A nurse never earns $50k to $70k a year.", Difference.OTHER_CLAIMS),
        ("A carer earns $50k to $70k a year.", Difference.OTHER_CLAIMS),
        ("A degree is needed.", Difference.OTHER_CLAIMS),
    ],
    ids=[
        "the same",
        "another space",
        "a small word more",
        "a hedge",
        "another figure",
        "a denial",
        "another role",
        "another claim",
    ],
)
def test_what_differs_in_a_claim(text, difference):
    assert compare_answers(BEFORE, saying(text)).difference is difference


def test_a_claim_more_is_another_claim_and_is_named():
    more = replace(BEFORE, claims=(CLAIM, replace(CLAIM, text="Night shifts are paid double.")))

    compared = compare_answers(BEFORE, more)

    assert compared.difference is Difference.OTHER_CLAIMS
    assert (compared.lost, compared.new) == ((), ("Night shifts are paid double.",))


def test_another_guide_behind_the_same_claim_is_another_source():
    compared = compare_answers(BEFORE, saying(CLAIM.text, citations=(replace(SOURCE, guide_id="union"),)))

    assert compared.difference is Difference.OTHER_SOURCES
    assert (compared.guides_lost, compared.guides_new) == (("guide",), ("union",))


def test_the_same_guide_in_another_release_is_the_same_source():
    later = replace(SOURCE, passage_id="guide:fedcba9876543210", release="r2", start=400, end=424)

    assert compare_answers(BEFORE, saying(CLAIM.text, citations=(later,))).difference is Difference.SAME


def test_an_answer_that_becomes_a_refusal_and_the_other_way_round():
    declined = replace(
        BEFORE, kind=Kind.DECLINED, claims=(), citations=(), declined=Declined(DeclineReason.NOT_IN_GUIDES, "No.")
    )

    assert compare_answers(BEFORE, declined).difference is Difference.NOW_DECLINED
    assert compare_answers(declined, BEFORE).difference is Difference.NOW_ANSWERED
    assert compare_answers(BEFORE, replace(BEFORE, kind=Kind.QUESTION)).difference is Difference.OTHER_KIND


def test_other_advice_is_a_change_in_substance():
    assert compare_answers(BEFORE, replace(BEFORE, recommended_role="carer")).difference.in_substance


def test_other_framing_is_a_rewording():
    framed = replace(BEFORE, answer=f"Undated: A publisher. {BEFORE.answer}")

    assert compare_answers(BEFORE, framed).difference is Difference.REWORDED

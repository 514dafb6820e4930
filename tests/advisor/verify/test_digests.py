"""Claims written by hand beside the digests. Read the failures before changing a rule: none is made for one claim."""

import pytest

from advisor.domain import Basis, Citation, Claim, Support
from advisor.verify.check import verify
from tests.advisor.verify.digests import check, citing, lexicon, passages, written

WRONG, HONEST = list(written("wrong")), list(written("honest"))
SHOWN = {Support.SUPPORTED, Support.PARTLY}


def rate(claims, supports):
    return sum(check(text, passage).support in supports for text, passage in claims) / len(claims)


def test_a_quoted_cell_under_its_label_is_supported():
    row = citing("| Works with | Data scientists, analysts and product teams |")
    quote = "Data scientists, analysts and product teams"
    start = row.start + row.text.index(quote)
    cell = Claim(
        f"ML engineer – Works with: {quote}", Basis.QUOTE, (Citation(row.id, quote, start, start + len(quote)),)
    )

    assert verify(cell, passages(), lexicon()).support is Support.SUPPORTED


def test_there_are_enough_claims_to_tell():
    assert len(WRONG) >= 60
    assert len(HONEST) >= 60


def test_hardly_a_wrong_claim_is_supported():
    assert rate(WRONG, {Support.SUPPORTED}) <= 0.02


def test_few_wrong_claims_are_shown_at_all():
    assert rate(WRONG, SHOWN) <= 0.05


def test_honest_paraphrases_are_shown():
    assert rate(HONEST, SHOWN) >= 0.97
    assert rate(HONEST, {Support.SUPPORTED}) >= 0.8


@pytest.mark.parametrize("passage", passages().values(), ids=lambda p: p.text[:40])
def test_a_passage_stands_behind_itself(passage):
    assert check(passage.text, passage).support is Support.SUPPORTED

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from advisor.domain import Basis, Citation, Claim, Passage, PassageKind, Support
from advisor.verify.check import verify
from tests.advisor.verify.named import Named

TEXT = "A nurse earns $50k to $70k a year, and no degree is asked for."
PASSAGE = Passage("ward", PassageKind.PROSE, ("Pay", "Nurse"), "", TEXT, 100, 100 + len(TEXT))


NAMES = Named(roles=("nurse", "paramedic"))


def cite(quote: str = TEXT, start: int | None = None) -> Citation:
    place = 100 + TEXT.index(quote) if start is None else start
    return Citation(PASSAGE.id, quote, place, place + len(quote))


def check(claim: Claim) -> Support:
    return verify(claim, {PASSAGE.id: PASSAGE}, NAMES).support


def test_the_guides_own_words_are_supported():
    assert check(Claim(TEXT, Basis.QUOTE, (cite(),))) is Support.SUPPORTED


@given(st.integers(0, len(TEXT) - 1), st.integers(1, len(TEXT)))
def test_any_stretch_of_a_passage_stands_behind_itself(start, length):
    quote = TEXT[start : start + length]
    claim = Claim(quote, Basis.QUOTE, (Citation(PASSAGE.id, quote, 100 + start, 100 + start + len(quote)),))

    verdict = verify(claim, {PASSAGE.id: PASSAGE}, NAMES)

    assert "not in the passage" not in verdict.reason


@pytest.mark.parametrize(
    ("text", "verdict"),
    [
        ("A nurse earns $50k to $90k a year, and no degree is asked for.", Support.UNSUPPORTED),  # a figure changed
        ("A paramedic earns $50k to $70k a year, and no degree is asked for.", Support.CONTRADICTED),  # the role
        ("A nurse earns $50k to $70k a year, and a degree is asked for.", Support.CONTRADICTED),  # the negation
        ("Nurses retire early to sunny islands and write novels, not a degree.", Support.UNSUPPORTED),  # the content
    ],
    ids=["figure", "role", "negation", "content"],
)
def test_a_changed_sentence_is_refused_with_a_reason(text, verdict):
    result = verify(Claim(text, Basis.MODEL, (cite(),)), {PASSAGE.id: PASSAGE}, NAMES)

    assert result.support is verdict
    assert result.reason.endswith(".")


def test_a_quote_must_stand_at_its_offsets():
    assert check(Claim(TEXT, Basis.QUOTE, (cite(start=101),))) is Support.UNSUPPORTED


def test_an_empty_quote_is_no_evidence():
    assert check(Claim(TEXT, Basis.QUOTE, (cite(quote=""),))) is Support.UNSUPPORTED


def test_a_citation_that_was_not_found_is_no_evidence():
    elsewhere = replace(cite(), passage_id="ward:0")

    assert check(Claim(TEXT, Basis.QUOTE, (elsewhere,))) is Support.UNSUPPORTED


def test_a_statement_on_careers_without_citation_is_refused():
    assert check(Claim(TEXT, Basis.MODEL)) is Support.UNSUPPORTED


def test_what_is_said_of_the_library_itself_needs_no_citation():
    assert check(Claim("My guides are Ward Press and Union.", Basis.LIBRARY)) is Support.SUPPORTED

"""Whether a citation exists and its quote stands in its passage, at its place."""

from collections.abc import Sequence

from advisor.domain import Support
from advisor.verify.evidence import Cited, Refusal


def quotes_stand(cited: Sequence[Cited]) -> Refusal | None:
    """Every quote has words and stands at its offsets in its passage."""
    for c in cited:
        start = c.citation.start - c.passage.start
        if not c.citation.quote.strip():
            return Refusal(Support.UNSUPPORTED, "Its quote is empty.")
        if start < 0 or c.passage.text[start : start + len(c.citation.quote)] != c.citation.quote:
            return Refusal(Support.UNSUPPORTED, "Its quote is not in the passage.")
    return None

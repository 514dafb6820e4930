"""What the check made of changed and true sentences, as text for a terminal. Knows no commands."""

from collections.abc import Iterable, Mapping

from advisor.evals.counterfactual import Checked
from ui.terminal import harmless, table

_COLUMNS = ("kind", "claims", "right", "supported", "ms a claim")


def kinds_table(rates: Mapping[str, Mapping[str, float]]) -> str:
    """One line for each kind of change and of paraphrase."""
    return table(_COLUMNS, [(kind, *_row(rate)) for kind, rate in rates.items()])


def _row(rate: Mapping[str, float]) -> tuple[str, ...]:
    shares = (f"{rate[name]:.1%}" for name in ("right", "supported"))
    return (f"{rate['claims']:.0f}", *shares, f"{rate['ms_per_claim']:.2f}")


def wrong_verdicts(checked: Iterable[Checked]) -> str:
    """What came out wrong: the claim, its verdict, and the true sentence."""
    return "\n".join(
        harmless(line)
        for done in checked
        if not done.as_it_should_be
        for line in (
            f"{done.case.kind}: {done.verdict.support.value}. {done.verdict.reason}",
            f"    claim: {done.case.claim}",
            f"    true:  {done.case.truth.text}",
        )
    )

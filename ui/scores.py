"""The scores of a question file as text for a terminal: a table, what failed, what changed. Knows no commands."""

from collections.abc import Iterable, Sequence

from advisor.evals.conversation import Scored
from advisor.evals.report import Change
from advisor.evals.summary import Numbers
from ui.terminal import harmless, table

COLUMNS = ("category", "items", "passed", "shape", "content", "cited", "choice", "falsely declined", "wrongly answered")
NOTHING = "–"


def score_table(whole: Numbers, by_category: dict[str, Numbers]) -> str:
    rows = [("all", whole), *by_category.items()]
    return table(COLUMNS, [_row(name, numbers) for name, numbers in rows])


def _row(name: str, n: Numbers) -> tuple[str, ...]:
    shares = (n.passed, n.shape, n.content, n.cited, n.choice, n.false_decline, n.answered_what_must_be_declined)
    return (name, str(n.items), *map(percent, shares))


def measures(n: Numbers) -> str:
    """What is measured over all items only."""
    rows = (
        ("abstention", f"precision {percent(n.abstention_precision)}, recall {percent(n.abstention_recall)}"),
        ("gold guides", f"cited {percent(n.sources_cited)}, retrieved {percent(n.sources_retrieved)}"),
        ("citations", f"precision {percent(n.citation_precision)}"),
        ("latency of a turn", f"p50 {_milliseconds(n.latency_p50_ms)}, p95 {_milliseconds(n.latency_p95_ms)}"),
    )
    return "\n".join(f"{name:<18} {value}" for name, value in rows)


def failures(scored: Iterable[Scored]) -> str:
    """Every failing item: what was asked last, and what is wrong."""
    return "\n".join(
        line
        for one in scored
        if not one.passed
        for line in (
            harmless(f"{one.item.id}: {one.item.turns[-1]!r}"),
            *(harmless(f"    {part}: {told}") for part, found in one.problems.parts().items() for told in found),
        )
    )


def changes(change: Change) -> str:
    rows = (
        ("got better", change.better),
        ("got worse", change.worse),
        ("only in this run", change.only_now),
        ("only in the earlier", change.only_then),
    )
    return "\n".join(f"{name:<20}{_ids(ids)}" for name, ids in rows if ids or name.startswith("got"))


def percent(share: float | None) -> str:
    return NOTHING if share is None else f"{share:.1%}"


def _milliseconds(time: float | None) -> str:
    return NOTHING if time is None else f"{time:.0f} ms"


def _ids(ids: Sequence[str]) -> str:
    return harmless(f"{len(ids)}: {', '.join(ids)}") if ids else "none"

"""How a question becomes an answer. Read `build_graph` first; it is the whole story."""

import time
from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import datetime
from typing import Any, Literal, TypedDict

from langgraph.graph import END, START, StateGraph
from langgraph.graph.state import CompiledStateGraph
from langgraph.runtime import Runtime

from advisor.answer.compose import SHOWN, compose
from advisor.answer.decline import decline as write_refusal
from advisor.answer.draft import Draft
from advisor.answer.evidence import Evidence
from advisor.answer.follow_ups import follow_ups
from advisor.answer.notices import notice
from advisor.answer.quote_writer import QuoteWriter
from advisor.answer.readers import Readers
from advisor.domain import Answer, Declined, Origin, Retrieved, Step, Verdict
from advisor.interfaces import Ledger, Shelf
from advisor.question.dialogue import hear
from advisor.question.understood import Understood
from advisor.verify.check import verify as check_claim
from advisor.verify.entailment import Entailment

TIMED = ("understand", "retrieve", "write", "verify", "record")
RETRIEVED_KEPT = 20  # passages named in an answer


@dataclass(frozen=True)
class Services:
    """What the steps may use. Tests pass fakes; `bootstrap` passes the real ones."""

    shelf: Shelf
    readers: Callable[[], Readers]
    writer: QuoteWriter
    ledger: Ledger
    clock: Callable[[], datetime]
    strike_unsupported: bool = False
    entailment: Entailment | None = None


class Turn(TypedDict, total=False):
    """One question on its way through the graph."""

    question: str
    conversation_id: str
    origin: Origin
    alone: bool  # the question was edited to stand alone
    history: tuple[Answer, ...]
    readers: Readers
    asked: Understood
    found: list[Evidence]
    declined: Declined | None
    draft: Draft
    verdicts: list[Verdict]
    answer: Answer
    step: Step
    timings: dict[str, float]


def build_graph() -> CompiledStateGraph[Any, Any, Any, Any]:
    graph = StateGraph(Turn, context_schema=Services)
    for name, step in _STEPS.items():
        graph.add_node(name, _timed(name, step))  # type: ignore[call-overload]  # a wrapped node is not told apart by type
    graph.add_edge(START, "understand")
    graph.add_edge("understand", "retrieve")
    graph.add_conditional_edges("retrieve", enough_evidence)
    graph.add_edge("write", "verify")
    graph.add_edge("decline", "verify")
    graph.add_edge("verify", "record")
    graph.add_edge("record", END)
    return graph.compile(name="advisor")


def understand_question(state: Turn, services: Services) -> Turn:
    readers = services.readers()
    asked = hear(readers.listener, state["question"], state["history"], alone=state["alone"])
    detail = f"I looked for: {asked.standalone}" if asked.standalone != asked.question else "Understood the question"
    return {"readers": readers, "asked": asked, "step": Step("understand", detail)}


def retrieve(state: Turn, services: Services) -> Turn:
    readers = state["readers"]
    asked, found = services.writer.retrieve(state["asked"], readers)
    declined = services.writer.why_decline(asked, found, readers)
    guides = len({e.piece.passage.guide_id for e in found[:20]})
    detail = (
        f"Read the nearest passages of {guides} guide{'s' if guides != 1 else ''}" if found else "Nothing to look up"
    )
    return {"asked": asked, "found": found, "declined": declined, "step": Step("retrieve", detail)}


def enough_evidence(state: Turn) -> Literal["write", "decline"]:
    return "decline" if state["declined"] else "write"


def write(state: Turn, services: Services) -> Turn:
    draft = services.writer.write(state["asked"], state["found"], state["readers"])
    return {"draft": draft, "step": Step("write", _counted(len(draft.claims), "statement") + " put together")}


def decline(state: Turn, services: Services) -> Turn:
    declined = state["declined"]
    assert declined is not None  # the router saw it
    draft = write_refusal(declined, state["asked"], state["found"], state["readers"].reader)
    return {"draft": draft, "step": Step("decline", "The guides do not answer this")}


def verify(state: Turn, services: Services) -> Turn:
    reader, draft = state["readers"].reader, state["draft"]
    library = reader.library
    verdicts = [
        check_claim(claim, library.passages, reader.lexicon, library.embed, services.entailment)
        for claim in draft.claims
    ]
    shown = sum(v.support in SHOWN for v in verdicts)
    return {
        "verdicts": verdicts,
        "step": Step("verify", f"{shown} of {_counted(len(verdicts), 'statement')} checked out"),
    }


def record(state: Turn, services: Services) -> Turn:
    answer = _answer(state, services)
    began = time.perf_counter()
    kept = services.ledger.record(answer)
    spent = round((time.perf_counter() - began) * 1000, 3)
    timings = {**kept.timings_ms, "record": spent, "total": round(kept.timings_ms["total"] + spent, 3)}
    return {"answer": replace(kept, timings_ms=timings), "step": Step("record", "Kept for audit")}


_STEPS: dict[str, Callable[[Turn, Services], Turn]] = {
    "understand": understand_question,
    "retrieve": retrieve,
    "write": write,
    "decline": decline,
    "verify": verify,
    "record": record,
}


def _timed(name: str, step: Callable[[Turn, Services], Turn]) -> Callable[[Turn, Runtime[Services]], Turn]:
    """The step as a node of the graph, its milliseconds added to the turn's timings."""

    def node(state: Turn, runtime: Runtime[Services]) -> Turn:
        began = time.perf_counter()
        update = step(state, runtime.context)
        spent = round((time.perf_counter() - began) * 1000, 3)
        update["timings"] = {**state.get("timings", {}), name: spent}
        return update

    return node


def _answer(state: Turn, services: Services) -> Answer:
    asked, draft, library = state["asked"], state["draft"], state["readers"].reader.library
    composed = compose(
        draft, state["verdicts"], library, strike=services.strike_unsupported, notice=notice(asked.language)
    )
    timings = {**dict.fromkeys(TIMED, 0.0), **state["timings"]}
    timings["write"] += timings.pop("decline", 0.0)
    return Answer(
        question=asked.question,
        standalone_question=asked.standalone,
        language=asked.language,
        conversation_id=state["conversation_id"],
        asked_at=services.clock().isoformat(timespec="milliseconds"),
        record_id="",
        origin=state["origin"],
        kind=draft.kind,
        declined=draft.declined,
        answer=composed.answer,
        claims=composed.claims,
        dropped_claims=composed.dropped,
        recommended_role=draft.recommended_role,
        citations=composed.citations,
        disagreements=composed.disagreements,
        caveats=composed.caveats,
        follow_ups=follow_ups(asked, draft.kind, draft.recommended_role, state["readers"].reader),
        choices=draft.choices,
        about_person=dict(asked.person),
        retrieved=_retrieved(state["found"]),
        writer=services.writer.name,
        release=library.release,
        timings_ms={**timings, "total": round(sum(timings.values()), 3)},
        topic=asked.topic,
    )


def _retrieved(found: list[Evidence]) -> tuple[Retrieved, ...]:
    best: dict[str, Retrieved] = {}
    for e in found:
        passage = e.piece.passage
        best.setdefault(passage.id, Retrieved(passage.id, passage.guide_id, round(e.score, 4)))
    return tuple(best.values())[:RETRIEVED_KEPT]


def _counted(number: int, noun: str) -> str:
    return f"{number} {noun}{'' if number == 1 else 's'}"

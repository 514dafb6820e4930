"""Answers made by hand for the rules of scoring."""

from dataclasses import replace

from advisor.domain import Answer, Basis, CheckedClaim, GuideKind, Kind, Origin, Retrieved, Role, Source, Support
from advisor.evals.beside import read_bindings
from advisor.evals.question_file import Item

ROLES = (
    Role("ml-engineer", "ML engineer", aliases=("machine learning engineer", "ml")),
    Role("mlops-engineer", "MLOps"),
)
BINDINGS = replace(read_bindings(None, ROLES, ("ML engineer", "MLOps")), figures={"191": "ML engineer"})


def source(passage: str, quote: str = "", guide: str = "pay-guide", n: int = 1) -> Source:
    quote = quote or passage
    page = dict(guide_title="Pay", publisher="", url="", updated=None, heading="", context="", guide_page="")
    place = dict(start=0, end=len(quote), passage_start=0, release="r1")
    return Source(n, f"{guide}:{n}", guide, GuideKind.DIGEST, quote=quote, passage=passage, **page, **place)


def claim(text: str, *citations: int, basis: Basis = Basis.QUOTE, verdict: Support = Support.SUPPORTED) -> CheckedClaim:
    return CheckedClaim(text, "", basis, citations, verdict, "", 1.0)


def answer(*claims: CheckedClaim, text: str = "", sources: tuple[Source, ...] = (), **fields) -> Answer:
    """An answer whose words are its claims', unless it is given others."""
    words = text or " ".join(f"{c.text} {''.join(f'[{n}]' for n in c.citations)}" for c in claims)
    blank = Answer("", "q", "en", "c", "2026-11-20T10:00:00Z", "r", Origin.EVAL, Kind.ANSWER, None, words)
    return replace(blank, claims=claims, citations=sources, **fields)


def item(**fields) -> Item:
    return Item.model_validate({"id": "a", "turns": ["What do they earn?"], **fields})


PAY = source("MLOps starts at $130k and tops out at $185k; ML engineers reach $191k.", "MLOps starts at $130k")
GOOD = answer(claim("MLOps starts at $130k.", 1), sources=(PAY,), retrieved=(Retrieved("p", "pay-guide", 1.0),))

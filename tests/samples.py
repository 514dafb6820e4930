"""Answers that tests record, write out and read back."""

from dataclasses import replace

from advisor.domain import (
    Answer,
    Basis,
    CheckedClaim,
    Declined,
    DeclineReason,
    Disagreement,
    GuideKind,
    Kind,
    Origin,
    Position,
    Retrieved,
    Source,
    Support,
    Topic,
)

SOURCE = Source(
    n=1,
    passage_id="guide:0123456789abcdef",
    guide_id="guide",
    guide_kind=GuideKind.DIGEST,
    guide_title="Two roles compared",
    publisher="A publisher",
    url="https://example.org/guide",
    updated=None,
    heading="Skills > Tools",
    context="| | ML engineer |",
    quote="ML engineers use PyTorch",
    start=110,
    end=134,
    passage="As a rule ML engineers use PyTorch every day.",
    passage_start=100,
    release="r1",
    guide_page="/guides/guide?release=r1&start=110&end=134",
    author="A. Author",
    digested_on="2026-05-12",
)
QUOTED = CheckedClaim(
    "ML engineers use PyTorch.", "They use PyTorch.", Basis.QUOTE, (1,), Support.SUPPORTED, "same words", 1.0
)
ABSENT = CheckedClaim("No guide says anything of Quito.", "", Basis.ABSENT, (), Support.SUPPORTED, "Quito: none", 0.5)
WRITTEN = CheckedClaim("As a nurse you know data.", "", Basis.MODEL, (1,), Support.UNSUPPORTED, "nurse: nowhere", 0.1)

ANSWER = Answer(
    question="I am a nurse from Quito. Which tools does an ML engineer use?",
    standalone_question="Which tools does an ML engineer use in Quito?",
    language="en",
    conversation_id="talk-1",
    asked_at="2026-11-20T10:00:00+00:00",
    record_id="",
    origin=Origin.CHAT,
    kind=Kind.ANSWER,
    declined=None,
    answer="For a nurse from Quito: they use PyTorch [1].",
    claims=(QUOTED, ABSENT),
    dropped_claims=(WRITTEN,),
    recommended_role="ml-engineer",
    citations=(SOURCE,),
    disagreements=(Disagreement("pay", (Position("$100k", (1,)), Position("$120k", (1,)))),),
    caveats=("Nothing here is about Quito.",),
    follow_ups=("And for a nurse?",),
    choices=("Quito", "elsewhere"),
    about_person={"background": "nurse"},
    retrieved=(Retrieved("guide:0123456789abcdef", "guide", 0.75),),
    writer="quote",
    release="r1",
    timings_ms={"total": 4.5},
    topic=Topic(("ml-engineer",), ("tools",), "describe"),
)
DECLINED = replace(
    ANSWER,
    kind=Kind.DECLINED,
    declined=Declined(DeclineReason.NOT_IN_GUIDES, "The guides do not speak of Quito."),
    answer="The guides do not speak of Quito.",
    claims=(),
    citations=(),
)


def asked(question: str, *, conversation_id: str = "talk-1") -> Answer:
    return replace(ANSWER, question=question, conversation_id=conversation_id)

"""Answers and a guide for the page's tests; the offsets are taken from the guide's text, never typed."""

from dataclasses import replace

from advisor.domain import (
    Answer,
    Basis,
    CheckedClaim,
    Declined,
    DeclineReason,
    Disagreement,
    Guide,
    GuideKind,
    Kind,
    Origin,
    Position,
    Role,
    Source,
    Support,
    Term,
    Vocabulary,
)
from ingest.split import split
from tests.fakes import MemoryLibrary

HOSTILE = '<script>window.hacked = 1</script><img src=x onerror="window.hacked = 1"> [click](javascript:hacked()) **b**'

TEXT = f"""# Bridges or tunnels

## Short answer

Tunnel engineers stay below ground, while bridge engineers work in the wind. Both are well paid.

## Side by side

| Aspect | Bridge engineer | Tunnel engineer |
|---|---|---|
| Entry pay | $61,000 to $70,000 | $66,000 |
| Way in | A degree, **always** | A degree or a mining background |

## Who should choose which

- Choose bridges if you like height.
- Choose tunnels if you like rock.

## Odd words

{HOSTILE}
"""

GUIDE = Guide(
    id="bridges-or-tunnels",
    title="Bridges or tunnels",
    text=TEXT,
    kind=GuideKind.DIGEST,
    publisher="Civil Works Weekly",
    author="Ada Arch",
    reviewed_by="Bob Beam",
    url="https://example.org/bridges",
    updated="2026-05-12",
    roles=("bridge-engineer", "tunnel-engineer"),
    digested_by="Career advisor maintainers",
    digested_on="2026-11-20",
)
ORIGINAL = Guide(
    id="rock-manual",
    title="The rock manual",
    text="Rock is hard.\n\nTunnel engineers earn $72,000 at the start.\n",
    publisher="Rock & Co",
    url="javascript:alert(1)",
)
LIBRARY = MemoryLibrary(
    (GUIDE, ORIGINAL),
    [passage for guide in (GUIDE, ORIGINAL) for passage in split(guide)],
    vocabulary=Vocabulary(
        roles=(Role("bridge-engineer", "bridge engineer"), Role("tunnel-engineer", "tunnel engineer")),
        glossary=(
            Term("below ground", "Below ground means <under> the surface."),
            Term("tunnel", "A way through rock."),
        ),
    ),
)


def source(n: int, guide: Guide, passage: str, quote: str, heading: str = "", context: str = "") -> Source:
    start = guide.text.index(passage)
    quote_start = guide.text.index(quote, start)
    return Source(
        n=n,
        passage_id=f"{guide.id}:{n}",
        guide_id=guide.id,
        guide_kind=guide.kind,
        guide_title=guide.title,
        publisher=guide.publisher,
        url=guide.url,
        updated=guide.updated,
        heading=heading,
        context=context,
        quote=quote,
        start=quote_start,
        end=quote_start + len(quote),
        passage=passage,
        passage_start=start,
        release="release-1",
        guide_page=f"/guides/{guide.id}?release=release-1&start={quote_start}&end={quote_start + len(quote)}",
        author=guide.author,
        reviewed_by=guide.reviewed_by,
        digested_by=guide.digested_by,
        digested_on=guide.digested_on,
    )


def claim(text: str, *citations: int, verdict: Support = Support.SUPPORTED, basis: Basis = Basis.QUOTE) -> CheckedClaim:
    return CheckedClaim(text, "", basis, citations, verdict, "All words and figures stand in the cited passage.", 1.0)


SHORT = source(
    1,
    GUIDE,
    "Tunnel engineers stay below ground, while bridge engineers work in the wind. Both are well paid.",
    "Tunnel engineers stay below ground, while bridge engineers work in the wind.",
    "Short answer",
)
PAY = source(
    2,
    GUIDE,
    "| Entry pay | $61,000 to $70,000 | $66,000 |",
    "$66,000",
    "Side by side",
    "| Aspect | Bridge engineer | Tunnel engineer |",
)
ROCK = source(3, ORIGINAL, "Tunnel engineers earn $72,000 at the start.", "$72,000")

BLANK = Answer("", "", "en", "", "2026-11-20T10:00:00Z", "", Origin.CHAT, Kind.ANSWER, None, "")

PAY_ANSWER = replace(
    BLANK,
    standalone_question="What do tunnel engineers earn at the start?",
    answer="**The guides differ.** One prints $66,000 for tunnel engineers [2], another $72,000 [3].\n\n"
    "- Tunnel engineers stay below ground, while bridge engineers work in the wind. [1]\n\n"
    "The rock manual is undated.",
    claims=(
        claim("Tunnel engineers start at $66,000.", 2),
        claim("Tunnel engineers earn $72,000 at the start.", 3, verdict=Support.PARTLY),
        claim("Tunnel engineers stay below ground, while bridge engineers work in the wind.", 1),
    ),
    citations=(SHORT, PAY, ROCK),
    disagreements=(
        Disagreement("entry pay of tunnel engineers", (Position("$66,000", (2,)), Position("$72,000", (3,)))),
    ),
    caveats=("The rock manual is undated.", "No source is named for the figures."),
    follow_ups=("Which of the two is easier to get into?", "Is a degree needed?"),
    recommended_role="tunnel-engineer",
    writer="quotes",
    release="release-1",
    timings_ms={"understand": 1.0, "total": 42.0},
)
WAY_IN = replace(
    BLANK,
    standalone_question="Which is easier to get into, bridges or tunnels?",
    answer="Tunnels: a degree or a mining background will do [1].",
    claims=(claim("Tunnels take a degree or a mining background.", 1),),
    citations=(
        source(
            1,
            GUIDE,
            "| Way in | A degree, **always** | A degree or a mining background |",
            "A degree or a mining background",
            "Side by side",
            "| Aspect | Bridge engineer | Tunnel engineer |",
        ),
    ),
    follow_ups=("What do they earn?",),
    writer="quotes",
    release="release-1",
    timings_ms={"total": 12.0},
)
DECLINED = replace(
    BLANK,
    kind=Kind.DECLINED,
    declined=Declined(DeclineReason.NOT_IN_GUIDES, "The guides say nothing about astronauts."),
    answer="The guides say nothing about astronauts. They cover bridge engineers and tunnel engineers.",
    follow_ups=("What does a bridge engineer do?",),
    release="release-1",
)
CHOICE = replace(
    BLANK,
    kind=Kind.QUESTION,
    answer="Which of the two do you mean?",
    choices=("Bridges", "Tunnels"),
    release="release-1",
)
HOSTILE_ANSWER = replace(
    BLANK,
    answer=f"{HOSTILE} [1]\n\n<script>window.hacked = 1</script>\n\n$$x^2$$",
    claims=(replace(claim(HOSTILE, 1), reason=HOSTILE),),
    citations=(replace(source(1, GUIDE, HOSTILE, HOSTILE, HOSTILE), guide_title=HOSTILE, publisher=HOSTILE),),
    caveats=(HOSTILE,),
    follow_ups=(HOSTILE,),
    release="release-1",
)

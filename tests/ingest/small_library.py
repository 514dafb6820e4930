"""Two small guides, cut by hand, and publishing them; run as a program, a process of its own to kill or to starve.

python -m tests.ingest.small_library HOME EDITION LARGEST_FILE SENTENCES [stage|publish|discard]
"""

import resource
import sys
from pathlib import Path
from typing import Any

from advisor.domain import Attribute, Fact, Guide, GuideKind, Passage, PassageKind, Role, Unit, Vocabulary
from advisor.errors import AdvisorError
from advisor.library.search import OpenLibrary, open_release
from advisor.library.shelf import RELEASES
from ingest.publish import Published, publish
from tests.fakes import HashEmbedder

PAY = "An MLOps engineer earns $150k a year. The pay grows with experience — at most firms. Café owners earn less."
ROW = "| Pay | $150k | $160k |"
WORK = "An ML engineer trains models. An MLOps engineer keeps models running in production."
ROLES = b"- {id: mlops-engineer, name: MLOps engineer, aliases: [MLOps]}\n- {id: ml-engineer, name: ML engineer}\n"


def guides(edition: int = 1) -> list[Guide]:
    """`edition` changes one sentence of one guide."""
    work = WORK if edition == 1 else f"{WORK} Edition {edition} of this guide says so."
    return [
        Guide("work", "What they do", f"# What they do\n\n{work}\n", url="https://example.org/work"),
        Guide(
            "pay",
            "What they earn",
            f"# What they earn\n\n{PAY}\n\n{ROW}\n",
            kind=GuideKind.DIGEST,
            publisher="Example Press",
            updated="2026-05",
        ),
    ]


def contents(edition: int = 1, blown_up: int = 0) -> dict[str, Any]:
    """What `publish` is given; `blown_up` adds that many passages of one sentence to a third guide."""
    work, pay = guides(edition)
    words = work.text.split("\n\n")[1].strip()
    passages = [
        _passage(pay, PAY, PassageKind.PROSE, "Pay"),
        _passage(pay, ROW, PassageKind.TABLE_ROW, "Pay", "| Aspect | MLOps engineer | ML engineer |"),
        _passage(work, words, PassageKind.PROSE, "Daily work"),
    ]
    all_guides = [work, pay]
    if blown_up:
        lines = [f"Sentence number {n} speaks of career step {n % 97}." for n in range(blown_up)]
        big = Guide("big", "Many steps", "\n".join(lines))
        passages += [_passage(big, line, PassageKind.PROSE, "Steps") for line in lines]
        all_guides.append(big)
    value = pay.text.index("$150k |")
    return {
        "guides": all_guides,
        "passages": passages,
        "units": [unit for passage in passages for unit in _units(passage)],
        "facts": [Fact("mlops-engineer", "pay", "Pay", "$150k", "pay", passages[1].id, value, value + 5)],
        "vocabulary": Vocabulary(
            roles=(Role("mlops-engineer", "MLOps engineer"),), attributes=(Attribute("pay", "Pay"),)
        ),
        "vocabulary_files": {"roles.yaml": ROLES},
    }


def publish_small(home: Path, edition: int = 1, **given: Any) -> Published:
    """With the fake embedder, unless `embedders` are given."""
    options = {
        "embedder_name": "hash",
        "embedders": lambda name, models, threads: HashEmbedder(),
        "inputs": (),
        "progress": lambda step, done, total: None,
    }
    return publish(home, **{**options, **contents(edition), **given})


def opened(home: Path, release: str, **options: Any) -> OpenLibrary:
    return open_release(home / RELEASES / release, HashEmbedder(), **options)


def _passage(guide: Guide, words: str, kind: PassageKind, heading: str, context: str = "") -> Passage:
    start = guide.text.index(words)
    return Passage(guide.id, kind, (heading,), context, words, start, start + len(words))


def _units(passage: Passage) -> list[Unit]:
    if passage.kind is PassageKind.TABLE_ROW:
        return [Unit(passage.id, passage.start, passage.end)]
    units, start = [], passage.start
    for sentence in passage.text.replace(". ", ".\0").split("\0"):
        units.append(Unit(passage.id, start, start + len(sentence)))
        start += len(sentence) + 1
    return units


if __name__ == "__main__":
    folder, edition, largest_file = Path(sys.argv[1]), int(sys.argv[2]), int(sys.argv[3])
    if largest_file:
        resource.setrlimit(resource.RLIMIT_FSIZE, (largest_file, largest_file))
    try:
        made = publish_small(folder, edition, **contents(edition, blown_up=int(sys.argv[4])), stage="stage" in sys.argv)
    except AdvisorError as refused:
        sys.exit(f"{type(refused).__name__}: {refused} {refused.hint}")
    sys.stdout.write(made.release)

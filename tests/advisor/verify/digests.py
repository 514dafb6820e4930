"""The passages of the digests, cut as ingest cuts them, and claims written beside them by hand."""

from collections.abc import Callable, Iterator, Mapping
from functools import lru_cache
from pathlib import Path

import yaml

from advisor.domain import Basis, Citation, Claim, Guide, Passage, Verdict
from advisor.library.vocabulary import parse_vocabulary
from advisor.question.mentions import Lexicon
from advisor.verify.check import verify
from ingest.collect import vocabulary_files
from ingest.readers import read
from ingest.split import split

HERE = Path(__file__).parent
CORPUS = HERE.parents[2] / "corpus"
DIGESTS = (
    "interview-kickstart-software-engineers",
    "oracore-self-taught",
    "qoollege-comparison",
    "school-of-core-ai-comparison",
)


@lru_cache(maxsize=1)
def guides() -> Mapping[str, Guide]:
    return {name: read(CORPUS / "guides" / f"{name}.md", vocabulary()).guide for name in DIGESTS}


@lru_cache(maxsize=1)
def vocabulary():
    return parse_vocabulary(vocabulary_files([CORPUS]))


@lru_cache(maxsize=1)
def passages() -> Mapping[str, Passage]:
    return {passage.id: passage for guide in guides().values() for passage in split(guide)}


@lru_cache(maxsize=1)
def lexicon() -> Lexicon:
    return Lexicon(vocabulary(), guides())


def citing(words: str) -> Passage:
    """The passage that holds these words."""
    return next(passage for passage in passages().values() if words in passage.text)


def check(text: str, passage: Passage, embed: Callable | None = None) -> Verdict:
    """The verdict on a written claim that cites all of a passage."""
    citation = Citation(passage.id, passage.text, passage.start, passage.end)
    return verify(Claim(text, Basis.MODEL, (citation,)), passages(), lexicon(), embed)


def written(kind: str) -> Iterator[tuple[str, Passage]]:
    """The claims of one kind, wrong or honest, each with its passage."""
    for block in yaml.safe_load((HERE / "digests.yaml").read_text("utf-8")):
        for claim in block[kind]:
            yield claim, citing(block["cites"])

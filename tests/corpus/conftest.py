"""What the tests of the corpus read: our digests and vocabulary, and shared facts and pages where present."""

import json
import os
import re
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import Any

import pytest
import yaml

ROOT = Path(__file__).parents[2]
CORPUS = ROOT / "corpus"
DIGESTS = {
    "oracore-self-taught": "S1",
    "interview-kickstart-software-engineers": "S2",
    "qoollege-comparison": "S3",
    "school-of-core-ai-comparison": "S4",
}
COMMENT = re.compile(r"<!--(.*?)-->", re.DOTALL)


@dataclass(frozen=True)
class Digest:
    """A guide file as it stands in the corpus."""

    path: Path

    @cached_property
    def source(self) -> str:
        return self.path.read_text(encoding="utf-8")

    @property
    def front_matter(self) -> dict[str, Any]:
        return yaml.safe_load(self.source.split("---\n", 2)[1])

    @property
    def body(self) -> str:
        """The text after the front matter and the title, comments included."""
        return re.sub(r"\A\s*# .*\n", "", self.source.split("---\n", 2)[2])

    @property
    def visible(self) -> str:
        """What a reader sees of the body."""
        return COMMENT.sub("", self.body)

    @property
    def comments(self) -> list[str]:
        return [comment.strip() for comment in COMMENT.findall(self.body)]

    @property
    def rows(self) -> list[list[str]]:
        """Rows of the tables, each as its cells, without headers."""
        lines = self.visible.splitlines()
        return [
            [cell.strip() for cell in line.strip().strip("|").split("|")]
            for line, after in zip(lines, [*lines[1:], ""], strict=True)
            if line.startswith("|") and not re.match(r"\|[\s:|-]+$", line) and not re.match(r"\|[\s:|-]+$", after)
        ]


@pytest.fixture(params=sorted(DIGESTS))
def digest(request: pytest.FixtureRequest) -> Digest:
    return Digest(CORPUS / "guides" / f"{request.param}.md")


@pytest.fixture(scope="session")
def digests() -> dict[str, Digest]:
    return {name: Digest(CORPUS / "guides" / f"{name}.md") for name in DIGESTS}


def vocabulary_file(name: str) -> list[dict[str, Any]]:
    return yaml.safe_load((CORPUS / name).read_text(encoding="utf-8"))


@pytest.fixture(scope="session")
def roles() -> list[dict[str, Any]]:
    return vocabulary_file("roles.yaml")


@pytest.fixture(scope="session")
def attributes() -> list[dict[str, Any]]:
    return vocabulary_file("attributes.yaml")


@pytest.fixture(scope="session")
def glossary() -> list[dict[str, Any]]:
    return vocabulary_file("glossary.yaml")


@pytest.fixture(scope="session")
def shared() -> Path:
    folder = (ROOT / os.environ.get("ADVISOR_SHARED", "../shared")).resolve()
    if not folder.is_dir():
        pytest.skip("the shared material is not here (ADVISOR_SHARED names its folder)")
    return folder


@pytest.fixture(scope="session")
def known_facts(shared: Path) -> frozenset[str]:
    path = shared / "facts" / "facts.jsonl"
    if not path.is_file():
        pytest.skip("the shared facts are not here (facts/facts.jsonl in the folder that ADVISOR_SHARED names)")
    with path.open(encoding="utf-8") as lines:
        return frozenset(json.loads(line)["id"] for line in lines if line.strip())


@pytest.fixture(scope="session")
def scraped_pages(shared: Path) -> dict[str, str]:
    pages = {path.name: path.read_text(encoding="utf-8") for path in (shared / "raw-guides").glob("*.txt")}
    if not pages:
        pytest.skip("the scraped pages are not here (raw-guides in the folder that ADVISOR_SHARED names)")
    return pages

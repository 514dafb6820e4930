from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from advisor.errors import IngestError
from advisor.library.shelf import current_release
from ingest.pipeline import ingest
from ingest.publish import Published
from ingest.report import Report, render

ROLES = "- id: nurse\n  name: Nurse\n- id: vet\n  name: Vet\n"
TABLE = "| Aspect | Nurse | Vet |\n|---|---|---|\n| Pay | $80k | $110k |\n"


class Press:
    """A publisher that keeps what it is given."""

    def __init__(self) -> None:
        self.given: dict[str, Any] = {}

    def __call__(self, home: Path, **given: Any) -> Published:
        self.given = {"home": home, **given}
        return Published("r1", len(given["units"]), 0)


@pytest.fixture
def corpus(tmp_path: Path) -> Callable[[dict[str, str | bytes]], Path]:
    def write(files: dict[str, str | bytes]) -> Path:
        for name, content in files.items():
            path = tmp_path / "corpus" / name
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_bytes(content if isinstance(content, bytes) else content.encode())
        return tmp_path / "corpus"

    return write


def run(folder: Path, press: Press, **options: Any) -> Report:
    progress = options.pop("progress", lambda *_: None)
    return ingest([folder], folder / "home", embedder_name="e", progress=progress, publish=press)


def test_guides_passages_units_and_facts_are_published(corpus: Callable[..., Path]):
    folder = corpus({"guides/a.md": f"# Care\n\nNurses care. Vets too.\n\n{TABLE}", "roles.yaml": ROLES})
    press = Press()

    report = run(folder, press)

    assert (report.release, report.guides, report.passages, report.facts, report.embedded) == ("r1", 1, 2, 2, 3)
    assert [(fact.role, fact.value) for fact in press.given["facts"]] == [("nurse", "$80k"), ("vet", "$110k")]
    assert press.given["vocabulary_files"] == {"roles.yaml": ROLES.encode()}
    assert press.given["inputs"] == [str(folder)]


def test_points_are_published_and_stale_words_reported(corpus: Callable[..., Path]):
    quotes = "[{guide: a, words: Nurses care.}, {guide: b, words: Nurses always care.}]"
    points = (
        f"- {{id: p, topic: Care, kind: agree, says: nurses care., wordings: [do nurses care], quotes: {quotes}}}\n"
    )
    stale = points.replace("id: p", "id: q").replace("always", "never")
    press = Press()
    files = {"guides/a.md": "# A\n\nNurses care.\n", "guides/b.md": "# B\n\nNurses always care.\n"}

    report = run(corpus({**files, "points.yaml": points + stale}), press)

    assert [point.id for point in press.given["points"]] == ["p"]
    assert "points.yaml: q: words that no longer stand in b: “Nurses never care.”" in render(report)
    assert "points.yaml" in press.given["vocabulary_files"]


def test_without_vocabulary_the_tables_give_one(corpus: Callable[..., Path]):
    press = Press()

    report = run(corpus({"a.md": f"# Nurse vs Vet\n\nNurse vs Vet is the question.\n\n{TABLE}"}), press)

    assert [role.id for role in press.given["vocabulary"].roles] == ["nurse", "vet"]
    assert (report.facts, press.given["vocabulary_files"]) == (2, {})


def test_one_bad_file_does_not_stop_the_rest(corpus: Callable[..., Path]):
    folder = corpus({"a.md": "# A\n\nNurses care.\n", "b.md": b"\0", "c.md": "# Only a heading\n", "d.txt": "\xff"})
    (folder / "d.txt").write_bytes(b"\xff\xfe")

    report = run(folder, Press())

    assert report.guides == 1
    assert [problem.file for problem in report.problems] == ["b.md", "c.md", "d.txt"]
    assert all(problem.hint for problem in report.problems)


def test_what_was_left_out_is_in_the_report(corpus: Callable[..., Path]):
    report = run(corpus({"a.txt": "Nurses care for people.\n\nSubscribe to our newsletter.\n"}), Press())

    assert [(block.text, block.why) for block in report.dropped["a.txt"]] == [
        ("Subscribe to our newsletter.", "newsletter box")
    ]
    assert "no title" in report.warnings[0][1]
    assert "newsletter box" in render(report)


@pytest.mark.parametrize(
    ("files", "says"),
    [
        pytest.param({"a.md": "", "b.md": b"\0"}, "Nothing could be read", id="no file can be read"),
        pytest.param(
            {"a.md": "---\nid: x\n---\nA.\n", "b.md": "---\nid: x\n---\nB.\n"}, "the same id, x", id="one id twice"
        ),
        pytest.param({"a.md": "A.\n", "roles.yaml": "- name: Nurse\n"}, "roles.yaml", id="broken vocabulary"),
        pytest.param({"readme.pdf": "A."}, "no guide", id="no guide"),
    ],
)
def test_an_ingest_that_cannot_succeed_publishes_nothing(
    corpus: Callable[..., Path], files: dict[str, str | bytes], says: str
):
    press = Press()

    with pytest.raises(IngestError, match=says) as refused:
        run(corpus(files), press)

    assert refused.value.hint
    assert press.given == {}


def test_one_id_twice_names_both_files(corpus: Callable[..., Path]):
    folder = corpus({"a.md": "---\nid: x\n---\nA.\n", "b/a.md": "---\nid: x\n---\nB.\n"})

    with pytest.raises(IngestError) as refused:
        run(folder, Press())

    assert str(folder / "a.md") in str(refused.value)
    assert str(folder / "b" / "a.md") in str(refused.value)


def test_progress_is_told_file_by_file(corpus: Callable[..., Path]):
    told: list[tuple[str, int, int]] = []

    run(corpus({"a.md": "A.\n", "b.md": "B.\n"}), Press(), progress=lambda *step: told.append(step))

    assert told == [("reading", 0, 2), ("reading", 1, 2), ("reading", 2, 2)]


@pytest.mark.model
def test_a_second_ingest_embeds_only_what_is_new(corpus: Callable[..., Path], home: Path):
    folder = corpus({"a.md": "# Care\n\nNurses care for people. They work in shifts.\n"})
    settings = {"embedder_name": "sentence-transformers/all-MiniLM-L6-v2", "progress": lambda *_: None}
    first = ingest([folder], home, **settings)
    corpus({"b.md": "# Vets\n\nVets care for animals.\n"})

    second = ingest([folder], home, **settings)

    assert (first.embedded, second.embedded, second.reused) == (2, 1, 2)
    assert current_release(home) == second.release != first.release

from pathlib import Path

from advisor.errors import IngestError
from ingest.report import Problem, Report

REPORT = Report(release="r1", guides=2, passages=12, facts=3, embedded=12, reused=0)


def told(paths, settings, progress) -> Report:
    progress("reading", 0, 2)
    progress("embedding", 0, 12)
    return REPORT


def test_ingest_shows_its_steps_and_then_the_report(run):
    result = run("ingest", ingest=told)

    assert result.code == 0
    assert "2 guides, 12 passages" in result.out
    assert result.err.splitlines() == ["reading …", "embedding …"]


def test_without_paths_the_corpus_is_read(run):
    asked = []

    run("ingest", ingest=lambda paths, *_: asked.append(paths) or REPORT)
    run("ingest", "mine", "yours", ingest=lambda paths, *_: asked.append(paths) or REPORT)

    assert asked == [[Path("corpus")], [Path("mine"), Path("yours")]]


def test_a_file_that_cannot_be_read_is_named_and_makes_the_exit_code_1(run):
    problem = Problem("bad.md", "bad.md is empty.", "Write something in it.")

    result = run("ingest", ingest=lambda *_: Report("r1", 1, 2, 3, 4, 5, problems=(problem,)))

    assert result.code == 1
    assert "bad.md is empty." in result.out
    assert "Write something in it." in result.out


def test_an_ingest_that_publishes_nothing_is_an_expected_failure(run):
    def nothing(*_):
        raise IngestError("Nothing could be read.", hint="Look at the files.")

    result = run("ingest", ingest=nothing)

    assert (result.code, result.err) == (1, "advisor: Nothing could be read. Look at the files.\n")


def test_a_staged_release_says_what_to_do_next(run):
    asked = []

    def told(paths, settings, progress, stage=False):
        asked.append(stage)
        return Report("r1", 1, 2, 3, 4, 5, staged=True)

    result = run("ingest", "--stage", ingest=told)

    assert asked == [True]
    assert "Staged release r1" in result.out
    assert "advisor release publish r1" in result.out

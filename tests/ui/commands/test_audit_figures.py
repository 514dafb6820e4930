import json
from dataclasses import replace

import pytest

from tests.advisor import written
from tests.advisor.audit.cases import answer, review
from tests.advisor.audit.test_conflicts import STREET, WARD
from tests.advisor.written import guide
from tests.fakes import MemoryLedger, MemoryMarks, MemoryRecords, MemoryReviews, ScriptedAdvisor


class Kept:
    """Records, reviews and marks as long as a test lives."""

    def __init__(self) -> None:
        self.ledger = MemoryLedger()
        self.ledger.records = [answer(str(n)) for n in range(30)] + [answer("d", declined=True)]
        self.reviews = MemoryReviews(*(review(str(n), right=n > 1, complete=True, harmful=False) for n in range(20)))
        self.marks = MemoryMarks()


@pytest.fixture
def kept():
    return Kept()


@pytest.fixture
def audit(run, kept):
    library = written.library(guide(WARD, id="ward", publisher="A"), guide(STREET, id="street", publisher="B"))
    parts = {
        "advisor": lambda settings: ScriptedAdvisor([], library),
        "records": lambda settings: MemoryRecords(kept.ledger),
        "reviews": lambda settings: kept.reviews,
        "marks": lambda settings: kept.marks,
    }
    return lambda *arguments: run("audit", *arguments, **parts)


def test_figures_are_printed_with_their_limits_for_the_month_of_the_last_question(audit):
    result = audit("figures")

    assert result.code == 0
    assert "November 2026. Of 20 answers drawn at random and judged, 90 % were right" in result.out
    assert "Wilson" in result.out


def test_figures_as_json_are_one_object(audit):
    data = json.loads(audit("figures", "--json").out)

    assert data["figures"]["random"]["answers"]["right"]["judged"] == 20


def test_a_file_of_reviews_takes_the_place_of_those_on_record(audit, tmp_path):
    from advisor.audit.review_file import ReviewFile

    ReviewFile(tmp_path / "r.jsonl").write([review("1", right=True), review("2", right=True)])

    assert "Of 2 answers" in audit("figures", "--reviews", str(tmp_path / "r.jsonl")).out


@pytest.mark.parametrize(
    "wrong",
    [("--month", "Nov"), ("--month", "2026-11", "--since", "2026-11-01"), ("--reviews", "nowhere.jsonl")],
    ids=lambda wrong: wrong[-1],
)
def test_what_cannot_be_used_is_one_line_with_a_hint(audit, wrong):
    result = audit("figures", *wrong)

    assert (result.code, result.out) == (1, "")
    assert len(result.err.splitlines()) == 1


def test_where_nothing_is_on_record_it_says_so(run):
    result = run("audit", "figures")

    assert result.code == 1
    assert "Nothing is on record" in result.err


def test_coverage_lists_what_to_write_next(audit):
    assert "What does" not in audit("coverage").out
    assert "Which tools does an ML engineer use in Quito?" in audit("coverage").out


def test_the_report_is_written_and_named(audit, tmp_path):
    result = audit("report", "--out", str(tmp_path / "report.html"), "--signed-by", "Dr. Head")

    page = (tmp_path / "report.html").read_text(encoding="utf-8")
    assert "November 2026" in result.out
    assert "Dr. Head" in page
    assert "Conflicts that nobody decided" in page


def test_a_report_that_cannot_be_written_is_an_expected_failure(audit, tmp_path):
    result = audit("report", "--out", str(tmp_path / "nowhere" / "report.html"))

    assert (result.code, "cannot be written" in result.err) == (1, True)


def test_a_conflict_is_marked_with_a_reason_and_a_name(audit, kept):
    first = json.loads(audit("conflicts", "--json").out)[0]

    result = audit("conflicts", "--mark", first["id"], "--as", "real", "--note", "Both are base pay.", "--by", "Ana")

    assert first["marked"] is None
    assert "real, Ana: Both are base pay." in result.out
    assert [(marked.conflict_id, marked.by) for marked in kept.marks.kept] == [(first["id"], "Ana")]


@pytest.mark.parametrize("missing", ["--note", "--by", "--as"])
def test_a_mark_without_a_reason_or_a_name_is_not_made(audit, kept, missing):
    first = json.loads(audit("conflicts", "--json").out)[0]
    given = {"--mark": first["id"], "--as": "real", "--note": "Why.", "--by": "Ana"}
    del given[missing]

    result = audit("conflicts", *[part for option in given.items() for part in option])

    assert (result.code, kept.marks.kept) == (1, [])


def test_an_unknown_conflict_cannot_be_marked(audit, kept):
    assert audit("conflicts", "--mark", "0000", "--as", "real", "--note", "x", "--by", "y").code == 1
    assert kept.marks.kept == []


@pytest.mark.parametrize("form", ["html", "csv", "jsonl"])
def test_records_are_taken_away_with_reviews_and_seals(audit, tmp_path, form):
    result = audit("export", "--format", form, "--out", str(tmp_path / "records"))

    told = (tmp_path / "records").read_text(encoding="utf-8")
    assert "31 records" in result.out
    assert "seal-d" in told
    assert "ana" in told


def test_records_of_other_days_stay(audit, kept, tmp_path):
    kept.ledger.records[0] = replace(kept.ledger.records[0], asked_at="2026-10-31T10:00:00+00:00")

    audit("export", "--format", "jsonl", "--out", str(tmp_path / "records"))

    assert len((tmp_path / "records").read_text(encoding="utf-8").splitlines()) == 30


def test_a_demonstration_never_joins_what_is_there(run, tmp_path):
    folder = tmp_path / "full"
    folder.mkdir()
    (folder / "ledger.db").touch()

    result = run("audit", "demo", str(folder))

    assert result.code == 1


def test_half_a_character_does_not_stop_a_file_from_being_written(audit, kept, tmp_path):
    kept.ledger.records[0] = replace(kept.ledger.records[0], question="\ud800 half", standalone_question="\ud800 half")

    codes = {audit("export", "--format", form, "--out", str(tmp_path / form)).code for form in ("html", "csv", "jsonl")}

    assert codes == {0}
    assert (
        json.loads((tmp_path / "jsonl").read_text(encoding="utf-8").splitlines()[0])["answer"]["question"][0]
        == "\ud800"
    )

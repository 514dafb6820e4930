from datetime import date

import pytest

from advisor.audit.changes import changes
from advisor.audit.judged import Question
from advisor.audit.month import Evidence, Incident, report
from advisor.audit.period import Period, month, period
from advisor.audit.review import Stratum
from advisor.audit.review_file import ReviewFile
from advisor.conversation import Feedback
from advisor.domain import Guide, Origin
from advisor.errors import InputError
from advisor.library.manifest import EmbedderEntry, FileEntry, Manifest
from tests.advisor.audit.cases import answer, review
from tests.fakes import MemoryLibrary

NOVEMBER = Period(date(2026, 11, 1), date(2026, 11, 30))


def manifest(release: str, created: str, **texts: str) -> Manifest:
    return Manifest(
        id=release,
        created=created,
        embedder=EmbedderEntry(name="m", digest="d", dimensions=3),
        splitter="s",
        content="c",
        inputs=(),
        inputs_digest="i",
        guides=tuple(Guide(name, name, "") for name in texts),
        counts={},
        files={f"guides/{name}.md": FileEntry(size=1, sha256=text) for name, text in texts.items()},
    )


def test_a_month_ends_on_its_last_day():
    assert month("2028-02") == Period(date(2028, 2, 1), date(2028, 2, 29))
    assert month("2028-02").month
    assert NOVEMBER.holds("2026-11-30T23:59:59+00:00")
    assert not NOVEMBER.holds("2026-12-01T00:00:00+00:00")


@pytest.mark.parametrize("text", ["November", "2026", "2026-13", ""])
def test_what_is_no_month_is_said_to_be_none(text):
    with pytest.raises(InputError):
        month(text)


@pytest.mark.parametrize("days", [("2026-11-02", "2026-11-01"), ("x", "2026-11-01")])
def test_a_period_runs_forwards(days):
    with pytest.raises(InputError):
        period(*days)


def test_a_release_is_told_by_what_it_changed():
    releases = [
        manifest("r3", "2026-11-20", a="1", c="9"),
        manifest("r1", "2026-10-01", a="1", b="1"),
        manifest("r2", "2026-11-10", a="1", b="2", c="1"),
        manifest("r4", "2026-12-01", a="2"),
    ]

    second, third = changes(releases, NOVEMBER)

    assert (second.release, second.added, second.gone, second.changed) == ("r2", ("c",), (), ("b",))
    assert (third.release, third.added, third.gone, third.changed) == ("r3", (), ("b",), ("c",))


def test_a_report_holds_what_people_asked_in_its_period_and_nothing_else():
    answers = [
        answer("1"),
        answer("2", asked_at="2026-10-31T23:00:00+00:00"),
        answer("3", origin=Origin.EVAL),
        answer("4", declined=True),
    ]
    reviews = [review(str(n), right=True, harmful=False) for n in range(1, 5)]
    feedback = {"1": Feedback("1", True), "2": Feedback("2", False)}

    made = report(Evidence(answers, reviews, feedback, head="7 abc"), MemoryLibrary(), NOVEMBER, date(2026, 12, 1))

    assert made.volume.total == 2
    assert made.figures.random.answers[Question.RIGHT].judged == 1
    assert made.figures.random.answers[Question.HARMFUL].judged == 2
    assert (made.opinions.helpful, made.opinions.unhelpful) == (1, 0)
    assert (made.declines.declined, made.head) == (1, "7 abc")


def test_what_could_harm_is_an_incident_whatever_sample_it_came_from():
    reviews = [
        review("1", harmful=True, stratum=Stratum.RISK, comment="A promise.", better="It may help."),
        review("2", harmful=False),
    ]

    made = report(Evidence([answer("1"), answer("2")], reviews), MemoryLibrary(), NOVEMBER, date(2026, 12, 1))

    (incident,) = made.incidents
    assert (incident.what, incident.by) == ("A promise.", "ana")
    assert "It may help." in incident.done


def test_an_answer_that_two_reviewers_hold_harmful_is_one_incident():
    reviews = [review("1", by=name, harmful=True, comment="A promise.") for name in ("ana", "ben")]

    (incident,) = report(Evidence([answer("1")], reviews), MemoryLibrary(), NOVEMBER, date(2026, 12, 1)).incidents

    assert (incident.what, incident.by) == ("A promise.", "ana, ben")


def test_incidents_on_record_elsewhere_are_told_too():
    withdrawn = Incident("2026-11-02T10:00:00+00:00", "", "A passage was wrong.", "ben", "It was put into quarantine.")
    evidence = Evidence([answer("1")], [review("1", harmful=True)], incidents=[withdrawn])

    found = report(evidence, MemoryLibrary(), NOVEMBER, date(2026, 12, 1)).incidents

    assert [incident.by for incident in found] == ["ben", "ana"]


def test_reviews_are_read_as_they_were_written(tmp_path):
    reviews = (review("1", right=True, claims=["partly"], comment="–"), review("2", by="ben", rightly_declined=False))
    file = ReviewFile(tmp_path / "reviews.jsonl")

    assert file.all() == ()
    file.write(reviews)

    assert file.all() == reviews


@pytest.mark.parametrize("line", ["{", "[]", '{"reviewer": "ana"}', '{"stratum": "no"}'])
def test_a_line_that_is_no_review_is_named(tmp_path, line):
    (tmp_path / "r.jsonl").write_text(f"\n{line}\n", encoding="utf-8")

    with pytest.raises(InputError, match="Line 2"):
        ReviewFile(tmp_path / "r.jsonl").all()

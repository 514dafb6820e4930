import json

from advisor.audit.quarantine import of_passage
from advisor.library.shelf import current_release, list_releases, mark_staged, point_to, staged_releases
from tests.ui.commands.desk import PAY, Office
from tests.ui.releases import publish


def test_releases_are_listed_newest_first_with_the_published_one_marked(run, tmp_path):
    publish(tmp_path, 1, [])
    publish(tmp_path, 2, [])

    lines = run("release", "list").out.splitlines()

    assert [line.split()[:2] for line in lines[1:]] == [
        ["*", "20261102T100000000Z-0123abcd"],
        ["20261101T100000000Z-0123abcd", "2026-11-01T10:00:00+00:00"],
    ]


def test_a_release_shows_what_it_was_made_from(run, tmp_path):
    publish(tmp_path, 1, [tmp_path / "mine"])

    shown = run("release", "show")
    as_json = json.loads(run("release", "show", "--json").out)

    assert "g: Which job?" in shown.out
    assert as_json["inputs"] == [str(tmp_path / "mine")]


def test_rollback_publishes_the_release_before(run, tmp_path):
    first = publish(tmp_path, 1, [])
    publish(tmp_path, 2, [])

    result = run("release", "rollback")

    assert f"Published {first}" in result.out
    assert current_release(tmp_path) == first


def test_a_release_that_is_not_there_is_an_expected_failure(run, tmp_path):
    publish(tmp_path, 1, [])

    assert (
        run("release", "rollback").err == "advisor: There is no earlier release. See them with: advisor release list\n"
    )
    assert run("release", "rollback", "../../etc").code == 1
    assert run("release", "show", "../../etc").code == 1


def test_a_release_that_waits_is_listed_as_staged(run, tmp_path):
    first, second = staged(tmp_path)

    lines = run("release", "list").out.splitlines()

    assert [line.split()[:2] for line in lines[1:]] == [["staged", second], ["*", first]]
    assert [row["staged"] for row in json.loads(run("release", "list", "--json").out)] == [True, False]


def test_a_release_that_waits_can_be_published(run, tmp_path):
    _, second = staged(tmp_path)

    assert f"Published {second}" in run("release", "publish", second).out
    assert current_release(tmp_path) == second


def test_a_release_that_waits_can_be_discarded_and_the_published_one_cannot(run, tmp_path):
    first, second = staged(tmp_path)

    assert run("release", "discard", first).code == 1
    assert run("release", "discard", second).code == 0
    assert list_releases(tmp_path) == [first]


def test_rollback_goes_to_no_release_that_was_never_published(run, tmp_path):
    first, second = staged(tmp_path)
    third = publish(tmp_path, 3, [])

    run("release", "rollback")

    assert current_release(tmp_path) == first
    assert staged_releases(tmp_path) == [second]
    assert third in list_releases(tmp_path)


def staged(home):
    """A published release and one that waits."""
    first = publish(home, 1, [])
    second = publish(home, 2, [])
    point_to(home, first)
    mark_staged(home, second)
    return first, second


def test_impact_shows_what_changes_and_how_past_answers_come_out(run, tmp_path):
    office = Office(tmp_path / "home")
    asked = office.ask(PAY)

    result = run("release", "impact", "r2", desk=office.desk)
    as_json = json.loads(run("release", "impact", "r2", "--json", desk=office.desk).out)

    assert "2 changed, 0 gone" in result.out
    assert "[-70k-]{+90k+}" in result.out
    assert f"other claims: {PAY}  ({asked.record_id}" in result.out
    assert "asking anew" in result.err
    assert as_json["counts"] == {"other claims": 1}
    (answer,) = as_json["answers"]
    assert answer["record_id"] == asked.record_id
    assert answer["after"]["origin"] == "replay"


def test_a_question_that_was_asked_often_is_shown_once(run, tmp_path):
    office = Office(tmp_path / "home")
    asked = [office.ask(PAY).record_id for _ in range(3)]

    result = run("release", "impact", "r2", desk=office.desk)

    assert "3 past answers cite what changed or is gone: 3 other claims" in result.out
    assert result.out.count(f"other claims: {PAY}") == 1
    assert f"and 2 more times: {asked[1]}, {asked[2]}" in result.out


def test_a_withdrawn_passage_that_would_come_back_in_other_words_is_named(run, tmp_path):
    office = Office(tmp_path / "home")
    library = office.libraries["r1"]
    cited = next(passage for passage in library.passages.values() if "$50k to $70k a year" in passage.text)
    office.ledger.quarantine.add(of_passage(cited), "Nobody earns that.", "Ada")

    result = run("release", "impact", "r2", desk=office.desk)

    assert "! it is withdrawn: Nobody earns that.; it does not stand on the changed words" in result.out
    assert result.out.count("! ") == 1


def test_asking_for_an_impact_records_nothing(run, tmp_path):
    office = Office(tmp_path / "home")
    office.ask(PAY)
    before = office.ledger.verify().count

    run("release", "impact", "r2", desk=office.desk)

    assert office.ledger.verify().count == before

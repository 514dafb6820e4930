import json

from advisor.library.shelf import current_release
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

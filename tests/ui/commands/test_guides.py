import json

import pytest
import yaml

from tests.fakes import HashEmbedder


def test_guides_lists_what_is_published(run):
    result = run("guides")

    assert result.out.splitlines()[1].split() == ["g", "digest", "undated", "1", "A", "school", "Which", "job?"]


def test_guides_as_json_has_a_row_for_each_guide(run):
    (row,) = json.loads(run("guides", "--json").out)

    assert (row["id"], row["updated"], row["passages"]) == ("g", None, 1)


@pytest.fixture
def guide(tmp_path):
    file = tmp_path / "guides" / "a.md"
    file.parent.mkdir()
    file.write_text(
        "---\ntitle: A\nupdated: 2026\n---\n# A\n\nThey earn well.\n\n| | Nurse manager |\n|---|---|\n| Pay | Good |\n"
    )
    return file


def test_lint_names_file_and_line_and_warnings_are_no_failure(run, guide):
    result = run("guides", "lint", str(guide), embedder=lambda settings: HashEmbedder())

    assert result.code == 0
    assert f"{guide}:7: warning: it cannot be quoted alone, it opens with “They”" in result.out
    assert result.err.splitlines()[-1].startswith("0 errors, ")


def test_an_error_makes_the_exit_code_1(run, guide):
    guide.write_text("---\ntitel: A\n---\n# A\n\nNurses earn well.\n")

    result = run("guides", "lint", str(guide), "--quick")

    assert result.code == 1
    assert f"{guide}:2: error: unknown key 'titel' (did you mean title?) [front-matter]" in result.out


def test_findings_as_json(run, guide):
    found = json.loads(run("guides", "lint", str(guide), "--quick", "--json").out)

    assert {"file": str(guide), "line": 7, "rule": "stands-alone", "severity": "warning"}.items() <= {
        **next(one for one in found if one["rule"] == "stands-alone")
    }.items()


def test_drafts_are_yaml_to_be_completed(run, guide):
    drafted = run("guides", "lint", str(guide), "--draft").out

    assert [entry["id"] for entry in yaml.safe_load(drafted)] == ["nurse-manager", "pay"]
    assert "# for roles.yaml" in drafted and "# for attributes.yaml" in drafted

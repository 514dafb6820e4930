"""The documents tell the truth about the code."""

import re
import tomllib
from dataclasses import fields
from pathlib import Path

import pytest

from advisor.domain import Answer, CheckedClaim, Source
from advisor.settings import PREFIX, Settings
from ui.cli import app

ROOT = Path(__file__).parents[1]
PROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
README = (ROOT / "README.md").read_text(encoding="utf-8")
CONTRIBUTING = (ROOT / "CONTRIBUTING.md").read_text(encoding="utf-8")
CHANGELOG = (ROOT / "CHANGELOG.md").read_text(encoding="utf-8")
ANSWER = (ROOT / "docs" / "answer.md").read_text(encoding="utf-8")


def first_column(text: str, heading: str) -> list[str]:
    """First cells of the table under a heading, without its head."""
    section = text.split(f"\n## {heading}\n")[1].split("\n## ")[0]
    return [line.split("|")[1].strip() for line in section.splitlines() if line.startswith("|")][2:]


def commands() -> set[str]:
    single = {command.name or command.callback.__name__ for command in app.registered_commands if command.callback}
    return single | {group.name for group in app.registered_groups if group.name}


@pytest.mark.parametrize("name", Settings.model_fields)
def test_every_setting_is_in_the_readme_with_its_default_and_meaning(name):
    field = Settings.model_fields[name]

    assert f"| `{PREFIX}{name.upper()}` | `{field.default}` | {field.description} |" in README


def test_the_readme_names_no_setting_that_is_none():
    rows = {cell.strip("`") for cell in first_column(README, "Settings")}

    assert rows == {PREFIX + name.upper() for name in Settings.model_fields}


def test_the_readme_lists_the_commands_that_there_are():
    listed = {cell.strip("`").split()[1] for cell in first_column(README, "Commands")}

    assert listed == commands()


def test_the_first_screen_gives_the_two_commands_and_a_picture():
    first_screen = README.splitlines()[:20]

    assert any(line.startswith("make run ") for line in first_screen)
    assert any(line.startswith("make test ") for line in first_screen)
    assert any("](docs/chat.png)" in line for line in first_screen)


@pytest.mark.parametrize("target", ["run", "test", "install", "lock"])
def test_the_makefile_has_what_the_documents_name(target):
    assert re.search(rf"^{target}:", (ROOT / "Makefile").read_text(encoding="utf-8"), re.MULTILINE)


def test_the_tree_in_the_readme_names_folders_that_exist():
    tree = README.split("## Where things are")[1].split("```")[1]

    missing = [line.split()[0] for line in tree.strip().splitlines() if not (ROOT / line.split()[0]).is_dir()]

    assert not missing


@pytest.mark.parametrize("document", ["README.md", "CONTRIBUTING.md"])
def test_links_within_the_repository_lead_somewhere(document):
    targets = re.findall(r"\]\((?!https?:)([^)#]+)\)", (ROOT / document).read_text(encoding="utf-8"))

    assert [target for target in targets if not (ROOT / target).exists()] == []


def test_to_add_something_one_is_sent_to_files_that_exist():
    table = CONTRIBUTING.split("## To add a …")[1].split("\n## ")[0]
    rows = [line for line in table.splitlines() if line.startswith("| ")]
    paths = {path for row in rows for path in re.findall(r"`([\w./-]+/[\w.-]*|[\w-]+\.\w+)`", row)}

    assert len(rows) >= 9
    assert sorted(path for path in paths if not (ROOT / path).exists()) == []


def test_the_changelog_speaks_of_what_comes_or_of_this_version():
    assert re.search(rf"^## \[(Unreleased|{re.escape(PROJECT['version'])})\]", CHANGELOG, re.MULTILINE)


@pytest.mark.parametrize("kind", [Answer, CheckedClaim, Source], ids=lambda kind: kind.__name__)
def test_every_field_of_an_answer_is_explained(kind):
    explained = set(re.findall(r"`(\w+)`", " ".join(re.findall(r"^\| (.*?) \|", ANSWER, re.MULTILINE))))

    assert {field.name for field in fields(kind)} <= explained


def test_every_version_is_pinned_under_a_plain_name():
    lines = (ROOT / "constraints.txt").read_text(encoding="utf-8").splitlines()
    pins = [line for line in lines if not line.startswith("#")]

    assert all(re.fullmatch(r"[A-Za-z0-9._-]+==[A-Za-z0-9.]+", line) for line in pins)


def test_everything_the_project_asks_for_is_pinned():
    def plain(name: str) -> str:
        return re.split(r"[^A-Za-z0-9._-]", name)[0].lower().replace("_", "-")

    pinned = {plain(line.split("==")[0]) for line in (ROOT / "constraints.txt").read_text("utf-8").splitlines()}
    asked = {plain(name) for name in [*PROJECT["dependencies"], *PROJECT["optional-dependencies"]["dev"]]}

    assert asked <= pinned

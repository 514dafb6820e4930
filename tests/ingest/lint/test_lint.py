"""Each thing that an editor should look at, in a guide that has just that."""

from collections.abc import Callable
from datetime import date
from pathlib import Path

import numpy as np
import pytest

from advisor.errors import IngestError
from ingest.lint import lint
from ingest.lint.finding import Severity
from ingest.lint.lint import Linted
from tests.fakes import HashEmbedder

TODAY = date(2026, 11, 28)
ROLES = "- {id: nurse, name: Nurse}\n- {id: vet, name: Vet}\n"
ATTRIBUTES = "- {id: pay, name: Pay}\n"
FRONT = """---
title: Nurse or vet?
publisher: A school
url: https://example.org
updated: 2026-05
basis: A survey of 200 wards
review_by: 2027-05
owner: Ada
---
"""
BODY = """
# Nurse or vet?

Nurses care for people. Vets care for animals.

| Aspect | Nurse | Vet |
|---|---|---|
| Pay | $80k | $110k |
"""


@pytest.fixture
def look(tmp_path: Path) -> Callable[..., Linted]:
    def look(body: str = BODY, front: str = FRONT, embed=None, **others: str) -> Linted:
        files = {"roles.yaml": ROLES, "attributes.yaml": ATTRIBUTES, "guides/a.md": front + body}
        files |= {f"guides/{name}.md": text for name, text in others.items()}
        for name, text in files.items():
            (tmp_path / name).parent.mkdir(exist_ok=True)
            (tmp_path / name).write_text(text, encoding="utf-8")
        return lint([tmp_path], TODAY, lambda step, done, total: None, embed)

    return look


def rules(found: Linted) -> list[tuple[str, int]]:
    return [(finding.rule, finding.line) for finding in found.findings]


def test_a_guide_with_all_it_needs_is_not_mentioned(look):
    assert look(embed=HashEmbedder().embed).findings == ()


def test_a_key_that_is_not_known_is_an_error_with_its_line(look):
    found = look(front=FRONT.replace("owner:", "ownr:"))

    assert found.errors == 1
    error = next(f for f in found.findings if f.severity is Severity.ERROR)
    assert (error.line, error.message) == (8, "unknown key 'ownr' (did you mean owner?)")
    assert "owner is not given" in {finding.message for finding in found.findings}


def test_a_guide_without_front_matter_is_a_warning(look):
    found = look(front="")

    assert ("front-matter", 1) in rules(found)
    assert found.errors == 0


def test_a_digest_names_who_wrote_and_who_checked_it(look):
    found = look(front=FRONT.replace("owner: Ada", "owner: Ada\nkind: digest\nchecked_by: null"))

    assert {f.message for f in found.findings} == {
        "digested_by is not given",
        "digested_on is not given",
        "checked_by is not given",
    }


@pytest.mark.parametrize(
    ("due", "late"), [("2026-11-27", True), ("2026-11-28", False), ("2026-10", True), ("2026-11", False)]
)
def test_a_review_that_is_past_is_named_with_its_owner(look, due, late):
    found = look(front=FRONT.replace("2027-05", due))

    assert [f.message for f in found.findings] == ([f"review was due by {due}; its owner: Ada"] if late else [])


def test_a_file_that_cannot_be_read_is_an_error_and_the_others_are_looked_at(look):
    found = look(body=BODY + "\nThey earn well.\n", broken="---\ntitle: [\n---\n# A\n")

    assert found.errors == 1
    assert "stands-alone" in {finding.rule for finding in found.findings}


def test_one_id_twice_is_an_error(look):
    found = look(front=FRONT.replace("title:", "id: b\ntitle:"), b=FRONT + "\n# B\n\nDogs are kept by many vets.\n")

    assert [f.message for f in found.findings if f.severity is Severity.ERROR] == ["it has the id of a.md, b"]


def test_a_table_that_names_no_known_role(look):
    found = look(BODY.replace("| Nurse | Vet |", "| Rich | Poor |"))

    assert rules(found) == [("table-roles", 15)]


def test_a_row_label_that_no_attribute_knows_and_a_row_that_is_cut_short(look):
    found = look(BODY + "| Night shifts | often | never |\n| Pay | $80k |\n")

    assert rules(found) == [("table-labels", 18), ("table-cells", 19)]


@pytest.mark.parametrize(
    ("sentence", "leans"),
    [
        ("They earn well in most wards.", True),
        ("This depends on the ward.", True),
        ("**It** depends on the ward.", True),
        ("The former is harder to get into.", True),
        ("This guide says nothing of wards.", False),
        ("Theory counts for little here.", False),
        ("Itinerant vets travel far each day.", False),
    ],
)
def test_a_sentence_that_opens_with_a_word_for_another_cannot_be_quoted_alone(look, sentence, leans):
    found = look(BODY.replace("Vets care", f"{sentence} Vets care"))

    assert [rule for rule, _ in rules(found)] == (["stands-alone"] if leans else [])
    assert [line for _, line in rules(found)] == ([13] if leans else [])


def test_a_figure_of_which_nobody_says_when_or_whence(look):
    undated = FRONT.replace("updated: 2026-05", "updated: null").replace("A survey of 200 wards", "None stated")

    found = look(BODY.replace("$80k", "$80,000"), undated)
    told = look("\n# A\n\nIn 2025, a survey gave nurses 36% more pay.\n", undated)

    assert [f.message for f in found.findings] == ["a figure without date and origin: | Pay | $80,000 | $110k |"]
    assert told.findings == ()


def test_a_sentence_said_twice_is_named_once_with_both_places(look):
    said = "Vets are called out at night more often than nurses."

    found = look(BODY + f"\n{said}\n", b=FRONT + f"\n# B\n\n{said}\n", embed=HashEmbedder().embed)

    (finding,) = found.findings
    assert (finding.file.name, finding.line, finding.rule) == ("b.md", 13, "near-duplicate")
    assert finding.message.startswith("a.md:19 says nearly the same (1.00)")


def test_sentences_of_one_form_with_other_figures_are_not_said_twice(look):
    said = "On average vets are called out at night {} times a month."

    assert not look(
        f"{BODY}\n{said.format(3)}\n\n{said.format(4)}\n", embed=lambda texts: np.ones((len(texts), 1))
    ).findings


def test_drafts_are_made_of_what_the_tables_name_and_nobody_knows(look):
    found = look(BODY.replace("| Vet |", "| Dental hygienist assistant |") + "| Night shifts | often | never |\n")

    assert [role.id for role in found.roles] == ["dental-hygienist-assistant"]
    assert [attribute.id for attribute in found.attributes] == ["night-shifts"]


def test_a_path_that_is_not_there_is_refused(tmp_path):
    with pytest.raises(IngestError):
        lint([tmp_path / "nowhere"], TODAY, lambda step, done, total: None)

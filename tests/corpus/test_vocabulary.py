"""The words people use lead to one role, one attribute or one term, never to two."""

from collections import defaultdict
from typing import Any

from tests.corpus.conftest import Digest

ROLES = {
    "ml-engineer",
    "mlops-engineer",
    "data-scientist",
    "data-engineer",
    "ai-engineer",
    "llmops-engineer",
    "aiops-engineer",
    "devops-engineer",
    "sre",
    "platform-engineer",
    "software-engineer",
    "research-scientist",
    "data-analyst",
    "systems-administrator",
}
ATTRIBUTES = {
    "pay",
    "growth",
    "education",
    "entry-barrier",
    "skills",
    "tools",
    "math",
    "daily-work",
    "projects",
    "collaboration",
    "where-they-work",
    "success-metric",
    "next-step",
    "transition",
    "certification",
    "title-reality",
    "definition",
    "fit",
    "pros-cons",
    "learning-effort",
    "market",
}
KEYS = {"id", "name", "meaning", "aliases", "translations"}
Entries = list[dict[str, Any]]


def owners(entries: Entries, name: str) -> dict[str, set[str]]:
    """Each word of the file, in lower case, and the entries that claim it."""
    found: dict[str, set[str]] = defaultdict(set)
    for entry in entries:
        for word in (entry[name], *entry["aliases"], *entry.get("translations", ())):
            found[word.casefold()].add(entry[name])
    return found


def shared_words(entries: Entries, name: str) -> dict[str, set[str]]:
    return {word: claimed for word, claimed in owners(entries, name).items() if len(claimed) > 1}


def repeated_words(entries: Entries, name: str) -> list[str]:
    repeated = []
    for entry in entries:
        listed = [word.casefold() for word in (entry[name], *entry["aliases"], *entry.get("translations", ()))]
        repeated += [word for word in set(listed) if listed.count(word) > 1]
    return repeated


def test_the_fourteen_roles_are_there(roles: Entries) -> None:
    ids = [role["id"] for role in roles]

    assert set(ids) == ROLES
    assert len(ids) == len(ROLES)


def test_the_attributes_are_there(attributes: Entries) -> None:
    ids = [attribute["id"] for attribute in attributes]

    assert set(ids) == ATTRIBUTES
    assert len(ids) == len(ATTRIBUTES)


def test_roles_and_attributes_have_one_shape(roles: Entries, attributes: Entries) -> None:
    for entry in (*roles, *attributes):
        assert set(entry) == KEYS
        assert all(isinstance(word, str) and word.strip() == word != "" for word in entry["aliases"])
        assert all(isinstance(word, str) and word.strip() == word != "" for word in entry["translations"])


def test_each_role_and_attribute_is_explained_in_one_sentence(roles: Entries, attributes: Entries) -> None:
    for entry in (*roles, *attributes):
        assert entry["meaning"].endswith(".")
        assert entry["meaning"].count(". ") == 0
        assert len(entry["meaning"].split()) >= 5


def test_aliases_are_lower_case(roles: Entries, attributes: Entries) -> None:
    written = [word for entry in (*roles, *attributes) for word in entry["aliases"]]

    assert [word for word in written if word != word.lower()] == []


def test_no_word_belongs_to_two_roles(roles: Entries) -> None:
    assert shared_words(roles, "name") == {}


def test_no_word_belongs_to_two_attributes(attributes: Entries) -> None:
    assert shared_words(attributes, "name") == {}


def test_no_word_belongs_to_two_terms(glossary: Entries) -> None:
    assert shared_words(glossary, "term") == {}


def test_no_word_is_listed_twice(roles: Entries, attributes: Entries, glossary: Entries) -> None:
    assert repeated_words(roles, "name") == []
    assert repeated_words(attributes, "name") == []
    assert repeated_words(glossary, "term") == []


def test_each_term_has_a_meaning_that_stands_alone(glossary: Entries) -> None:
    assert len(glossary) >= 45
    for term in glossary:
        assert set(term) == {"term", "meaning", "aliases"}
        assert term["meaning"].endswith(".")
        assert term["meaning"].split(" ", 1)[0] not in {"It", "This", "They", "That"}
        assert 6 <= len(term["meaning"].split()) <= 40


def test_the_two_roles_of_the_guides_have_names_in_every_language(roles: Entries) -> None:
    scripts = {"hi": ("\u0900", "\u097f"), "zh": ("\u4e00", "\u9fff"), "ja": ("\u30a0", "\u30ff")}

    for role in roles[:2]:
        text = "".join(role["translations"])
        assert [lang for lang, (low, high) in scripts.items() if not any(low <= c <= high for c in text)] == []
        assert any("ingeniero" in name for name in role["translations"])
        assert any("ingénieur" in name for name in role["translations"])
        assert any("ingenieur" in name for name in role["translations"])
        assert any("engenheiro" in name for name in role["translations"])


def test_every_row_label_of_the_digests_names_an_attribute_or_a_role(
    roles: Entries, attributes: Entries, digests: dict[str, Digest]
) -> None:
    known = owners(attributes, "name") | owners(roles, "name")
    labels = {row[0].casefold() for digest in digests.values() for row in digest.rows if len(row) > 1}

    assert labels
    assert {label for label in labels if label not in known} == set()


def test_labels_that_other_guides_print_name_an_attribute(attributes: Entries) -> None:
    known = owners(attributes, "name")
    printed = {
        "salary range": "Pay",
        "outlook & demand": "Growth",
        "projected growth": "Growth",
        "education level": "Education",
        "education routes": "Education",
        "preferred credentials": "Education",
        "top skills": "Skills",
        "typical skill base": "Skills",
        "where they work": "Where they work",
        "day-to-day work": "Daily work",
        "daily work": "Daily work",
        "core focus": "Definition",
        "main focus": "Definition",
        "entry-level openings": "Entry barrier",
        "time to credibility": "Learning effort",
        "market demand": "Job market",
        "job market reality": "Job market",
        "key tools": "Tools",
        "tool emphasis": "Tools",
        "math / stats required": "Math",
        "collaboration": "Collaboration",
        "typical background": "Transition",
        "best for": "Fit",
        "project style": "Projects",
        "success metric": "Success metric",
        "best next step": "Next step",
    }

    assert {label: known.get(label) for label in printed} == {label: {name} for label, name in printed.items()}

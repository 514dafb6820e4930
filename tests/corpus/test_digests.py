"""Digests are traceable, in our own words, and made of sentences that stand on their own."""

import re
from collections import Counter
from dataclasses import fields
from pathlib import Path

import pytest

from advisor.domain import Guide
from advisor.library.sentences import sentence_spans
from tests.corpus.conftest import CORPUS, DIGESTS, Digest

KEYS = {field.name for field in fields(Guide)} - {"text"} | {"keep", "drop"}
MAY_BE_EMPTY = {"author", "reviewed_by", "published", "updated", "jurisdiction", "difficulty", "origin", "checked_by"}
NEVER_EMPTY = KEYS - MAY_BE_EMPTY - {"keep", "drop"}
FACT_ID = re.compile(r"\b[SM]\d+-F\d+\b")
OTHER_SOURCE = re.compile(r"\bseeds \d+|\bours\b")  # a section of the fact inventory; our own remark about the digest
RUN = 8  # consecutive words that would be copying
FIGURES_OF = {
    "ml": ("$118k", "$191k", "40% in total", "3%", "36%"),
    "mlops": ("$130k", "$185k", "28%"),
}
NAMES = {"ml": r"\b(?:ML|machine learning) engineer", "mlops": r"\bMLOps\b"}
CLAUSE_END = re.compile(r"[;:|]|, |\.\s|\b(?:and|but|while|against|whereas)\b")


def words(text: str) -> list[str]:
    return re.findall(r"[a-z0-9]+", re.sub(r"['’]", "", text.lower()))


def runs(text: str) -> set[tuple[str, ...]]:
    spoken = words(text)
    return {tuple(spoken[i : i + RUN]) for i in range(len(spoken) - RUN + 1)}


def statements(digest: Digest) -> list[str]:
    """Lines of the body that state something: no heading, lead-in, table header or rule."""
    lines = [line.strip() for line in digest.body.splitlines()]
    rules = {i for i, line in enumerate(lines) if re.match(r"\|[\s:|-]+$", line)}
    return [
        line
        for i, line in enumerate(lines)
        if line and i not in rules and i + 1 not in rules and not line.startswith(("#", "<!--")) and line[-1] != ":"
    ]


def sentences(digest: Digest) -> list[str]:
    text = re.sub(r"(?m)^(?:#.*|\|.*)$", "", digest.visible)
    return [text[start:end] for start, end in sentence_spans(text)]


def test_the_four_digests_are_there() -> None:
    here = {path.stem for path in (CORPUS / "guides").glob("*.md")}

    assert set(DIGESTS) <= here


def test_front_matter_has_every_key_and_the_id_is_the_file_name(digest: Digest) -> None:
    front_matter = digest.front_matter

    assert set(front_matter) == KEYS
    assert front_matter["id"] == digest.path.stem
    assert front_matter["kind"] == "digest"
    assert front_matter["roles"] == ["ml-engineer", "mlops-engineer"]
    assert [key for key in NEVER_EMPTY if not front_matter[key]] == []


def test_the_first_heading_is_the_title(digest: Digest) -> None:
    heading = re.search(r"(?m)^# (.+)$", digest.source)

    assert heading and heading[1] == digest.front_matter["title"]
    assert len(re.findall(r"(?m)^# ", digest.source)) == 1


def test_every_statement_ends_with_where_it_comes_from(digest: Digest) -> None:
    untraced = [line for line in statements(digest) if not re.search(r"<!--[^>]+-->\s*\|?$", line)]

    assert untraced == []


def test_every_comment_names_a_source(digest: Digest) -> None:
    nameless = [text for text in digest.comments if not (FACT_ID.search(text) or OTHER_SOURCE.search(text))]

    assert nameless == []


def test_every_cited_fact_exists(digest: Digest, known_facts: frozenset[str]) -> None:
    cited = {fact for text in digest.comments for fact in FACT_ID.findall(text)}

    assert cited - known_facts == set()


def test_every_fact_of_a_guide_is_used_or_listed_as_left_out(digest: Digest, known_facts: frozenset[str]) -> None:
    of_this_guide = {fact for fact in known_facts if fact.startswith(f"{DIGESTS[digest.path.stem]}-")}

    named = {fact for text in digest.comments for fact in FACT_ID.findall(text)}

    assert of_this_guide
    assert of_this_guide - named == set()


def test_what_is_left_out_is_not_used_and_has_a_reason(digest: Digest) -> None:
    lists = [text for text in digest.comments if text.startswith("left out:")]
    used = {fact for text in digest.comments if text not in lists for fact in FACT_ID.findall(text)}

    left_out = {fact for text in lists for fact in FACT_ID.findall(text)}

    assert left_out & used == set()
    assert all(FACT_ID.sub("", text.removeprefix("left out:")).strip(" ,;.") for text in lists)


def test_comments_and_fact_ids_stay_out_of_the_visible_text(digest: Digest) -> None:
    assert FACT_ID.findall(digest.visible) == []
    assert "<!--" not in digest.visible
    assert "-->" not in digest.visible


def test_the_body_has_no_links_and_no_emphasis(digest: Digest) -> None:
    assert re.findall(r"https?://|\]\(|\*\*|__|(?<!\w)\*(?=\w)", digest.visible) == []


def test_no_run_of_eight_words_is_shared_with_a_scraped_page(digest: Digest, scraped_pages: dict[str, str]) -> None:
    ours = runs(digest.visible)

    copied = {name: [" ".join(run) for run in ours & runs(page)] for name, page in scraped_pages.items()}

    assert {name: found for name, found in copied.items() if found} == {}


def test_no_sentence_leans_on_the_one_before(digest: Digest) -> None:
    leaning = re.compile(
        r"(?:(?:Yes|No)[,.:;]? )?(?:it|its|they|their|this|that|these|those|he|she|such)\b", re.IGNORECASE
    )

    assert [sentence for sentence in sentences(digest) if leaning.match(sentence)] == []


def test_sentences_are_short_enough_to_quote(digest: Digest) -> None:
    assert [sentence for sentence in sentences(digest) if len(sentence.split()) > 45] == []


def test_a_figure_never_stands_in_a_clause_about_the_other_role_alone(digest: Digest) -> None:
    wrong = []
    for sentence in sentences(digest):
        for clause in CLAUSE_END.split(sentence):
            named = [role for role, name in NAMES.items() if re.search(name, clause)]
            others = [role for role in FIGURES_OF if named and role not in named]
            wrong += [
                (figure, clause)
                for role in others
                for figure in FIGURES_OF[role]
                if len(named) == 1 and re.search(rf"(?<![\d$]){re.escape(figure)}", clause)
            ]

    assert wrong == []


def test_table_rows_have_a_cell_for_each_role(digest: Digest) -> None:
    rows = digest.rows

    assert rows
    assert [row for row in rows if len(row) < 3 or not all(row)] == []


def test_no_statement_is_made_twice_in_the_same_words(digest: Digest) -> None:
    counted = Counter(sentence for sentence in sentences(digest) if len(sentence.split()) > 5)

    assert [sentence for sentence, times in counted.items() if times > 1] == []


def test_growth_totals_always_carry_their_year(digests: dict[str, Digest]) -> None:
    growth = re.compile(r"(?<!\d)(?:40|28)%")

    undated = [
        sentence
        for sentence in sentences(digests["qoollege-comparison"])
        if growth.search(sentence) and "2034" not in sentence
    ]

    assert undated == []


def test_what_we_worked_out_shows_its_operands(digests: dict[str, Digest]) -> None:
    section = digests["qoollege-comparison"].visible.split("## Worked out by us")[1].split("\n## ")[0]
    elsewhere = digests["qoollege-comparison"].visible.replace(section, "")

    for result, operands in {
        "$6k": ("$191k", "$185k"),
        "$12k": ("$130k", "$118k"),
        "$154.5k": ("$118k", "$191k"),
        "$157.5k": ("$130k", "$185k"),
    }.items():
        lines = [line for line in section.splitlines() if result in line]
        assert lines
        assert all(operand in line for line in lines for operand in operands)
        assert not re.search(re.escape(result) + r"\b", elsewhere)


@pytest.mark.parametrize("name", ["guides", "roles.yaml", "attributes.yaml", "glossary.yaml"])
def test_the_parts_of_the_corpus_are_where_ingest_looks(name: str) -> None:
    assert Path(CORPUS / name).exists()

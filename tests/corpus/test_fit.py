"""The fit quiz of the corpus: balanced, each statement on the exact words of a digest, in words of its own."""

from collections import Counter

from advisor.library.vocabulary import parse_vocabulary
from advisor.text import content_stems
from tests.corpus.conftest import CORPUS, Digest

FIT = parse_vocabulary({"fit.yaml": (CORPUS / "fit.yaml").read_bytes()}).fit


def test_it_has_eight_to_ten_statements_as_many_for_each_role():
    counts = Counter(statement.role for statement in FIT.statements)

    assert 8 <= counts.total() <= 10
    assert len(set(counts.values())) == 1


def test_every_item_stands_on_the_words_of_its_guide():
    for item in (*FIT.statements, *FIT.rules):
        assert item.quote in Digest(CORPUS / "guides" / f"{item.guide}.md").visible


def test_every_outcome_has_its_rule():
    assert {rule.role for rule in FIT.rules} == {"", *(statement.role for statement in FIT.statements)}


def test_a_statement_is_a_first_person_sentence_that_does_not_name_its_role():
    for statement in FIT.statements:
        assert {"i", "me", "my"} & set(statement.text.lower().replace(",", " ").rstrip(".").split())
        assert not {"mlops", "engineer"} & set(content_stems(statement.text))

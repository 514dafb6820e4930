import json

import pytest

from advisor.domain import Role
from advisor.errors import InputError
from advisor.evals.beside import read_bindings, read_sources
from advisor.evals.question_file import Behaviour, read_items
from tests.advisor.evals.made import ROLES, item


def test_items_are_read_in_order_with_their_expectations(tmp_path):
    file = tmp_path / "q.jsonl"
    first = {"id": 7, "turns": ["a", "b"], "sources": [1, "g"], "per_turn": {"0": {"gold_facts": ["F"]}}, "lang": "en"}
    lines = (first, {"id": "b", "turns": ["q"]})
    file.write_text("\ufeff" + "\n\n".join(map(json.dumps, lines)), encoding="utf-8")

    read, second = read_items(file)

    assert (read.id, read.turns, read.sources, read.per_turn[0].gold_facts) == ("7", ("a", "b"), ("1", "g"), ("F",))
    assert second.id == "b"


@pytest.mark.parametrize(
    ("line", "told"),
    [
        ("{not json", "line 2 is not JSON"),
        ('"text"', "line 2: "),
        ('{"id": "b"}', "line 2: turns: Field required"),
        ('{"id": "b", "turns": []}', "line 2: turns: "),
        ('{"id": "b", "turns": ["q"], "expected_behavior": "sing"}', "line 2: expected_behavior: "),
        ('{"id": "b", "turns": ["q"], "must_contain": [[]]}', "line 2: must_contain.0: "),
        ('{"id": "b", "turns": ["q"], "per_turn": {"3": {}}}', "line 2: per_turn speaks of turn 3"),
        ('{"id": "a", "turns": ["q"]}', "line 2: the id 'a' stands there twice"),
    ],
)
def test_a_bad_line_is_named_in_one_line_with_a_hint(tmp_path, line, told):
    file = tmp_path / "q.jsonl"
    file.write_text('{"id": "a", "turns": ["q"]}\n' + line)

    with pytest.raises(InputError, match=told) as problem:
        read_items(file)

    assert "\n" not in str(problem.value)
    assert "docs/evaluation.md" in problem.value.hint


@pytest.mark.parametrize("content", [b"", b"\n \n", b"\xff"], ids=["empty", "blank", "not UTF-8"])
def test_a_file_without_questions_is_an_expected_failure(tmp_path, content):
    (tmp_path / "q.jsonl").write_bytes(content)

    with pytest.raises(InputError):
        read_items(tmp_path / "q.jsonl")


def test_an_item_is_relaxed_where_more_sources_may_answer_it():
    relaxed = item(answerable_from_more_sources=True, must_contain=[["x"]], expected_behavior="abstain").extended()
    hedged = item(answerable_from_more_sources=True, extended_must_contain=[["y"]]).extended()

    assert (relaxed.must_contain, relaxed.expected_behavior) == ((), None)
    assert (hedged.must_contain, hedged.expected_behavior) == ((("y",),), Behaviour.ANSWER_WITH_CAVEAT)
    assert item(must_contain=[["x"]]).extended() == item(must_contain=[["x"]])


def test_bindings_are_figures_alone_or_describe_their_roles_too(tmp_path):
    alone, described = tmp_path / "alone.json", tmp_path / "described.json"
    alone.write_text('{"191k": "ML engineer"}')
    described.write_text('{"roles": {"diver": {"id": "deep-diver", "pattern": "divers?"}}, "figures": {"9k": "diver"}}')

    by_vocabulary, by_file = read_bindings(alone, ROLES), read_bindings(described, ROLES)

    assert by_vocabulary.roles["ML engineer"].pattern.search("all machine learning engineers")
    assert not by_vocabulary.roles["ML engineer"].pattern.search("ml is a field")
    assert (by_file.name_of("deep-diver"), by_file.name_of("other")) == ("diver", "other")


@pytest.mark.parametrize(
    "content",
    ['{"9k": "diver"}', "[1]", "{", '{"roles": {"diver": {"id": "d", "pattern": "("}}, "figures": {}}'],
    ids=["unknown role", "no object", "no JSON", "no pattern"],
)
def test_bindings_that_cannot_be_used_are_an_expected_failure(tmp_path, content):
    (tmp_path / "b.json").write_text(content)

    with pytest.raises(InputError):
        read_bindings(tmp_path / "b.json", (Role("ml-engineer", "ML engineer"),))


def test_sources_map_numbers_to_guides(tmp_path):
    (tmp_path / "s.json").write_text('{"1": "pay-guide"}')

    assert read_sources(tmp_path / "s.json") == {"1": "pay-guide"}
    with pytest.raises(InputError):
        read_sources(tmp_path / "missing.json")

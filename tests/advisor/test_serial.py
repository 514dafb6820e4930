"""Answers as plain data and back."""

import json
from dataclasses import asdict

from hypothesis import given
from hypothesis import strategies as st

from advisor.domain import Answer, CheckedClaim, Retrieved
from advisor.serial import from_dict, to_dict
from tests.samples import ANSWER, DECLINED

finite = st.floats(allow_nan=False, allow_infinity=False)
claims = st.lists(st.builds(CheckedClaim, score=finite), max_size=3).map(tuple)
answers = st.builds(
    Answer,
    claims=claims,
    dropped_claims=claims,
    retrieved=st.lists(st.builds(Retrieved, score=finite), max_size=3).map(tuple),
    timings_ms=st.dictionaries(st.text(), finite),
)


@given(answers)
def test_an_answer_survives_json_in_every_field(answer):
    assert from_dict(json.loads(json.dumps(to_dict(answer)))) == answer


def test_the_plain_form_is_that_of_the_dataclass():
    for answer in (ANSWER, DECLINED):
        assert to_dict(answer) == json.loads(json.dumps(asdict(answer)))


def test_the_plain_form_holds_nothing_but_json_types():
    found = {type(value) for value in _values(to_dict(ANSWER))}

    assert found == {str, int, float, list, dict, type(None)}


def test_a_record_of_an_older_version_takes_defaults_for_what_it_lacks():
    old = to_dict(ANSWER)
    del old["topic"], old["citations"][0]["author"]

    read = from_dict(old)

    assert read.topic.roles == ()
    assert read.citations[0].author == ""


def test_a_field_that_is_no_longer_known_is_left_out():
    assert from_dict(to_dict(ANSWER) | {"mood": "good"}) == ANSWER


def _values(data):
    yield data
    for inner in data.values() if isinstance(data, dict) else data if isinstance(data, list) else ():
        yield from _values(inner)

import json
from dataclasses import replace

from advisor.domain import Origin
from tests.ui.commands.conftest import ANSWER


def test_ask_prints_the_answer_and_its_sources(run):
    result = run("ask", "Which needs less math?")

    assert result.code == 0
    assert result.out.splitlines() == [
        "“MLOps” needs less math. [1]",
        "",
        "Sources",
        "[1] our digest of Which job? · A school · undated · Math",
        "    “MLOps needs less math.”",
    ]


def test_ask_as_json_prints_one_object_and_nothing_else(run):
    result = run("ask", "Which needs less math?", "--json")

    answer = json.loads(result.out)
    assert answer["question"] == "Which needs less math?"
    assert answer["citations"][0]["guide_kind"] == "digest"


def test_ask_goes_on_with_a_conversation(run, scripted):
    run("ask", "And pay?", "--conversation", "c7")

    (answer,) = scripted.given
    assert (answer.question, answer.conversation_id, answer.origin) == ("And pay?", "c7", Origin.CHAT)


def test_control_characters_of_a_guide_do_not_reach_the_terminal(run, scripted):
    scripted.script = [replace(ANSWER, answer="a\x1b[2Jb\u202ec\x07")]

    assert run("ask", "q").out.startswith("a[2Jbc\n")

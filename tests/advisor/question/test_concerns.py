"""What people ask of a job that guides may leave open, and places in other languages."""

import pytest

from advisor.question.concerns import Concerns, concerns, untold
from advisor.question.places import places_in
from tests.fakes import HashEmbedder


@pytest.fixture
def left_open() -> Concerns:
    return Concerns(concerns(), HashEmbedder().embed)


@pytest.mark.parametrize(
    ("question", "name"),
    [
        ("Do bakers need a work permit in Norway?", "visas and work permits"),
        ("List four firms that recruit bakers.", "named employers"),
        ("Could a surveyor work from home?", "remote work"),
        ("Is there much overtime for pilots?", "working hours and leave"),
        ("What do they ask in an interview for nurses?", "what interviewers ask"),
        ("How many weeks until I can call myself a welder?", "how many months or hours of learning it takes"),
        ("¿Cuántos meses se tarda?", "how many months or hours of learning it takes"),
        ("Brauche ich ein Visum?", "visas and work permits"),
    ],
)
def test_a_concern_is_told_by_its_form(left_open, question, name):
    found = left_open.named_in(question, ())

    assert found is not None
    assert found.name == name


@pytest.mark.parametrize(
    "question",
    [
        "What kinds of companies hire surveyors?",
        "What kind of job interview suits people who taught themselves?",
        "What do companies care about when they recruit?",
        "Do surveyors need a degree from a university?",
        "Is the growth per year?",
        "What tools do pilots use at work?",
    ],
)
def test_what_guides_do_answer_is_no_concern(left_open, question):
    assert left_open.named_in(question, ()) is None


def test_seniority_matters_only_where_pay_is_asked_for(left_open):
    question = "What share of the openings is entry-level?"

    assert left_open.named_in(question, ["entry-barrier"]) is None
    assert left_open.named_in(question, ["pay"]) is not None


def test_a_library_that_speaks_of_a_concern_does_not_leave_it_open():
    names = {concern.name for concern in untold(["Half of the pilots work from home on Fridays."])}

    assert "remote work" not in names
    assert "visas and work permits" in names


@pytest.mark.parametrize(
    ("text", "language", "place"),
    [
        ("Combien gagne un boulanger à Grenoble ?", "fr", "Grenoble"),
        ("Was verdient ein Pilot in Augsburg?", "de", "Augsburg"),
        ("¿Cuánto gana un piloto en Chile?", "es", "chile"),
        ("飞行员在挪威的薪水是多少？", "zh", "挪威"),
        ("ブラジルのパイロットの年収は？", "ja", "ブラジル"),
        ("नॉर्वे में पायलट का वेतन कितना है?", "hi", "नॉर्वे"),
    ],
)
def test_places_are_known_in_the_language_of_the_question(text, language, place):
    assert place in places_in(text, language)


def test_a_name_inside_another_word_is_no_place():
    assert places_in("この職種のタイトルは？", "ja") == ()

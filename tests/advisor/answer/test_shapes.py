"""Each kind of question has an answer of its own shape, on a small library of another trade."""

from dataclasses import replace

import pytest

from advisor.advisor import Advisor
from advisor.domain import Attribute, Basis, Kind, Term
from tests.advisor.written import VOCABULARY, advisor, guide, library
from tests.fakes import MemoryShelf

TRADE = replace(
    VOCABULARY,
    attributes=(
        *VOCABULARY.attributes,
        Attribute("definition", "Definition", "What it is."),
        Attribute("skills", "Skills", "What to know.", ("skill",)),
        Attribute("projects", "Projects", "What to practise on.", ("project", "portfolio")),
        Attribute("next-step", "Next step", "What comes after.", ("next steps",)),
        Attribute("entry-barrier", "Getting in", "How hard it is.", ("get in", "first job")),
        Attribute("pros-cons", "Pros and cons", "Good and bad.", ("pros", "cons", "downsides")),
        Attribute("title-reality", "Job titles", "What ads call it.", ("job title", "job titles", "mixed up")),
    ),
    glossary=(Term("triage", "Triage means sorting patients by urgency."),),
)
CARE = """# Nurse or paramedic?

## Definition

A nurse is a person who does triage and looks after patients on a ward.
A paramedic is a person who drives to emergencies.

## Job titles in practice

A hospital may advertise a nurse as care staff, so job titles differ between hospitals.

## Skills

A nurse needs patience, hygiene and triage. A paramedic needs calm, first aid and driving.

## Projects

A nurse can show a portfolio of ward diaries. A paramedic can show a portfolio of first aid drills.

## Getting in

Nurse jobs are hard to get for beginners. A nurse can get in without a diploma as a trainee.
A paramedic needs a licence.

## Next step

From nurse, the next step is leading a ward. From paramedic, the next step is leading a rescue station.

## Who should choose which

Choose nursing if you like caring for patients. Choose the paramedic role if you like emergencies and rescue.

## Pros and cons

| Role | Pros, if you like people | Cons, if you like people |
|---|---|---|
| Nurse | Patients stay for days | Night shifts on the ward |
| Paramedic | Every call is new | Patients are gone in an hour |

## Outlook

| Aspect | Nurse | Paramedic |
|---|---|---|
| Growth | +40% by 2034 | +28% by 2034 |

## FAQ

### Is a nurse just a helper of doctors?

No, a nurse is not just a helper of doctors and decides much alone.
"""


def trade(text: str = CARE) -> Advisor:
    return advisor(shelf=MemoryShelf(library(guide(text), vocabulary=TRADE)))


def test_a_plan_goes_from_skills_and_a_project_to_the_next_step():
    answer = trade().ask("How do I become a nurse?").answer

    places = [answer.index(words) for words in ("patience, hygiene", "ward diaries", "leading a ward")]
    assert places == sorted(places)
    assert "paramedic" not in answer.lower()


def test_a_goal_leads_to_the_role_whose_next_step_it_is():
    answer = trade().ask("My goal is leading a rescue station. Which path do I take?")

    assert answer.recommended_role == "paramedic"
    assert "leading a rescue station" in answer.claims[0].text


def test_a_goal_that_no_guide_knows_advises_no_path_by_it():
    answer = trade().ask("My goal is opening a bakery. Which path do I take?")

    assert "bakery" not in " ".join(claim.text for claim in answer.claims)
    assert "where the guides see that path begin" not in answer.answer


def test_both_sides_of_a_role_are_told_for_whom_the_guide_says():
    answer = trade().ask("What are the pros and cons of being a nurse?").answer

    assert "**Pros, if you like people:** Patients stay for days" in answer
    assert "**Cons, if you like people:** Night shifts on the ward" in answer


def test_pros_and_cons_of_several_roles_stand_in_a_table():
    answer = trade().ask("Pros and cons of nurse and paramedic for a carer?")

    assert "| Pros, if you like people | Patients stay for days" in answer.answer
    assert all(claim.citations for claim in answer.claims)


def test_without_something_first_what_opens_the_door_then_what_is_hard():
    answer = trade().ask("How do I get in as a nurse without a diploma?").answer

    assert answer.index("without a diploma") < answer.index("**But:** Nurse jobs are hard")


def test_a_figure_given_to_the_wrong_role_is_put_right_first():
    first, second = trade().ask("Does paramedic growth reach 40% by 2034?").claims[:2]

    assert (first.basis, first.text) == (
        Basis.ABSENT,
        "No guide gives that figure for the Paramedic; it belongs to the Nurse.",
    )
    assert "+40% by 2034" in second.text


@pytest.mark.parametrize("question", ["Does nurse growth reach 40% by 2034?", "Does a paramedic sleep 40 hours?"])
def test_a_figure_that_is_right_or_unknown_needs_no_correction(question):
    assert all(claim.basis is not Basis.ABSENT for claim in trade().ask(question).claims)


def test_what_a_guide_denies_is_not_taken_for_granted():
    answer = trade().ask("Since a nurse is just a helper of doctors, what are the skills?")

    assert answer.claims[0].text.startswith("No, a nurse is not just a helper")


def test_a_definition_ends_with_what_titles_are_worth():
    first, *_, last = trade().ask("What is a nurse?").claims

    assert first.text.startswith("A nurse is a person")
    assert "job titles differ between hospitals" in last.text


def test_job_ads_bring_the_caveat_on_titles():
    answer = trade().ask("Which skills do nurse job ads ask for?").answer

    assert "job titles differ between hospitals" in answer


def test_said_again_it_is_shorter_and_its_terms_are_explained_as_ours():
    talk = trade()
    before = talk.ask("What is a nurse?")

    again = talk.ask("Can you say that more simply?", conversation_id=before.conversation_id)

    quoted = [claim.text for claim in again.claims if claim.citations]
    assert set(quoted) < {claim.text for claim in before.claims}
    assert "our own glossary" in again.answer
    assert "Triage means sorting patients by urgency." in again.answer


def test_asked_for_less_once_more_only_the_core_is_left():
    talk = trade()
    conversation = talk.ask("What is a nurse?").conversation_id
    talk.ask("Explain like I'm five", conversation_id=conversation)

    last = talk.ask("even shorter", conversation_id=conversation)

    assert len(last.claims) == 1


def test_the_talk_goes_on_where_it_was_after_simpler_words():
    talk = trade()
    conversation = talk.ask("Which skills does a nurse need?").conversation_id
    talk.ask("tl;dr", conversation_id=conversation)

    answer = talk.ask("and a paramedic?", conversation_id=conversation)

    assert "first aid and driving" in answer.answer


@pytest.mark.parametrize("question", ["Say it simpler", "I don't understand"])
def test_with_nothing_said_before_there_is_nothing_to_simplify(question):
    assert trade().ask(question).kind is not Kind.ANSWER


def test_what_one_guide_says_comes_from_that_guide_alone():
    other = guide("# Union\n\n## Skills\n\nA nurse needs hygiene most of all.\n", id="union", publisher="Union")
    talk = advisor(shelf=MemoryShelf(library(guide(CARE), other, vocabulary=TRADE)))

    answer = talk.ask("What does the Union say about the skills of a nurse?")

    assert {source.guide_id for source in answer.citations} == {"union"}


def test_asked_why_the_roles_are_mixed_up_each_is_said_first():
    answer = trade().ask("Why are the job titles of nurse and paramedic mixed up?").answer

    assert answer.index("A nurse is a person") < answer.index("job titles differ between hospitals")


def test_an_occupation_that_the_answer_is_for_is_not_what_is_asked_about():
    answer = trade().ask("What are the pros and cons of both roles for a carer?")

    assert answer.kind is Kind.ANSWER
    assert "Every call is new" in answer.answer


def test_a_recommendation_names_whose_rule_it_is():
    answer = trade().ask("I like emergencies and rescue, which role should I choose?")

    assert answer.recommended_role == "paramedic"
    assert "by what Ward Press says" in answer.answer


def test_a_comparison_opens_with_a_sentence_that_sets_the_roles_apart_or_with_its_table():
    split = (
        "A nurse and a paramedic both need skills. "
        "A nurse has skills for wards, while a paramedic has skills for roads."
    )
    table = "| Aspect | Nurse | Paramedic |\n|---|---|---|\n| Skills | Patience | Calm |"

    answer = trade(f"# Care\n\n## Skills\n\n{split}\n\n{table}\n").ask("Compare the skills of nurse and paramedic.")

    assert "while a paramedic" in answer.claims[0].text
    assert "both need skills" not in answer.answer

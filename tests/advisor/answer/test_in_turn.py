"""Questions of several clauses, each answered in its turn."""

from tests.advisor.written import advisor


def test_each_clause_is_answered_of_the_role_it_names():
    answer = advisor().ask("What does a nurse earn and which education does a paramedic need?")
    said = [claim.text for claim in answer.claims]
    about_pay = next(place for place, text in enumerate(said) if "$" in text)
    about_education = next(place for place, text in enumerate(said) if "aramedic" in text and "$" not in text)

    assert about_pay < about_education


def test_which_role_it_is_is_told_before_what_is_asked_of_it():
    answer = advisor().ask("Which of the two earns more, and what education does that one need?")

    assert len(answer.topic.roles) == 1
    assert len(answer.claims) >= 2


def test_one_question_of_two_roles_is_not_taken_apart():
    answer = advisor().ask("What do a nurse and a paramedic earn?")

    assert set(answer.topic.roles) == {"nurse", "paramedic"}
    assert answer.topic.attributes == ("pay",)

"""What is made of a library's sentences must be wrong, or stay true."""

from random import Random

import pytest

from advisor.evals import changes
from advisor.evals.counterfactual import CHANGES, MOST, TRUE, cases_of, check_cases, rates_of
from advisor.evals.denied import denied
from advisor.evals.named import named
from advisor.evals.other_names import roles, sources
from advisor.evals.paraphrases import PARAPHRASES
from advisor.evals.truths import Truth, truths_of
from tests.advisor.evals.ward import LIBRARY, SENTENCES, passage_of


def truth(text: str) -> Truth:
    return Truth(text, passage_of(text))


def made(change, text: str) -> list[str]:
    return list(change(truth(text), named(LIBRARY), Random(1)))


def test_sentences_and_cells_are_what_a_library_says():
    told = [t.text for t in truths_of(LIBRARY)]

    assert "Ward nurse – Pay: $50k to $70k" in told
    assert "Flight medic – Pay: $45k to $60k" in told
    assert set(SENTENCES) <= set(told)


def test_a_figure_is_changed_to_one_that_is_not_there_or_to_another_one_of_thepassage_of():
    found = list(changes.figures(truth(SENTENCES[0]), Random(1)))

    assert all("$50k to $70k" not in text for text in found)
    assert any("$70k to $70k" in text or "$50k to $50k" in text for text in found)


def test_a_unit_a_year_and_a_direction_are_changed():
    assert any("$50k to $70M" in text for text in changes.units(truth(SENTENCES[0]), Random(1)))
    assert all("2034" not in text for text in changes.dates(truth(SENTENCES[1]), Random(1)))
    assert any("earns less than" in text for text in changes.turned(truth(SENTENCES[2]), Random(1)))


def test_a_hedge_is_strengthened_and_left_out():
    found = list(changes.hedges(truth(SENTENCES[0]), Random(1)))

    assert "A ward nurse always earns $50k to $70k a year." in found
    assert "A ward nurse earns $50k to $70k a year." in found


def test_a_role_is_replaced_by_its_like_and_roles_told_apart_are_swapped():
    assert "A flight medic usually earns $50k to $70k a year." in made(roles, SENTENCES[0])
    assert "A ward nurse earns more than a flight medic, because the shifts are longer." in made(roles, SENTENCES[2])


def test_roles_of_which_the_same_is_said_are_not_swapped():
    assert made(roles, SENTENCES[3]) == []


def test_a_denial_is_put_in_once_or_taken_away():
    assert made(denied, SENTENCES[4]) == ["The Herald prints a figure for holidays."]
    assert made(denied, SENTENCES[5]) == ["A ward nurse must work alone."]
    assert made(denied, SENTENCES[0]) == []  # no verb that is known stands beside the role


def test_another_publisher_is_said_to_say_it():
    found = made(sources, SENTENCES[1])

    assert found
    assert all("Herald" not in text for text in found)


def test_the_same_seed_makes_the_same_claims():
    assert cases_of(LIBRARY, seed=3) == cases_of(LIBRARY, seed=3)


def test_no_true_sentence_is_given_as_wrong():
    said = {t.text for t in truths_of(LIBRARY)}

    assert not [case for case in cases_of(LIBRARY) if case.wrong and case.claim in said]


def test_every_kind_is_counted_by_itself():
    rates = rates_of(check_cases(LIBRARY, cases_of(LIBRARY)))

    assert set(rates) <= {*CHANGES, *PARAPHRASES, TRUE}
    assert rates[TRUE]["right"] == 1.0
    assert rates["figure"]["right"] == 1.0
    assert all(0 < rate["claims"] <= MOST for rate in rates.values())


@pytest.mark.parametrize("kind", PARAPHRASES)
def test_a_paraphrase_keeps_every_figure(kind):
    for case in cases_of(LIBRARY):
        if case.kind == kind and kind != "first clause":
            kept = [f for f in ("12", "2034", "50", "70", "45", "60") if f in case.truth.text]
            assert all(figure in case.claim for figure in kept)

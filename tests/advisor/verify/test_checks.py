"""For every check an example that fails it, with the check's reason, and one that passes."""

import pytest

from advisor.domain import Basis, Citation, Claim, Passage, PassageKind, Support
from advisor.verify.check import CHECKS, verify
from advisor.verify.evidence import Cited, Evidence
from advisor.verify.reading import read
from tests.advisor.verify.named import Named

NAMES = Named(("nurse", "paramedic"), ("pay", "growth"), ("herald", "union"))

PAY = "A nurse earns $50k to $70k a year. A paramedic earns $45k to $60k a year."
GROWTH = "Growth is projected at 12% in total by 2034 for the nurse. About 300 clinics hire."
DEGREE = "A degree is preferred, not required, in 36% of adverts. Night shifts are usually part of the work."
MORE = "At the median, a nurse earns more than a paramedic. Wards cannot replace a nurse with software."
MARKET = "Spending on wards, not pay, grows from $2B in 2024 to $16B in 2030."
EASY = "Hospital work is easier to enter than clinic work. The hiring bar is low."
SHIFTS = "Nurses work longer shifts on the ward in the winter months. The ward names no hours for holidays."
TOOLS = "A nurse works with Epic and with infusion pumps."

EXAMPLES = [
    ("comparison_is_made", PAY, "A nurse earns more than a paramedic.", "A nurse earns up to $70k a year."),
    ("figures_stand", PAY, "A nurse earns $50k to $75k a year.", "A nurse earns $50k to $70k a year."),
    ("figures_stand", PAY, "A nurse earns $70k a year.", "A nurse earns up to $70k a year."),
    ("figures_stand", PAY, "A nurse earns at least $70k a year.", "A nurse earns at least $50k a year."),
    ("figures_stand", PAY, "A nurse earns $50k to $70k a month.", "A nurse earns $50,000 to $70,000 a year."),
    ("figures_stand", PAY, "A nurse earns €50k to €70k a year.", "A nurse earns 50k to 70k a year."),
    ("figures_stand", GROWTH, "Growth for the nurse is 12% per year.", "Growth for the nurse is 12% in total."),
    ("figures_stand", GROWTH, "More than 300 clinics hire.", "About 300 clinics hire."),
    ("figures_stand", GROWTH, "Thirty clinics hire.", "Around 300 clinics hire."),
    (
        "dates_stand",
        GROWTH,
        "Growth is projected until 2030 for the nurse.",
        "Growth is projected for the nurse by 2034.",
    ),
    (
        "guides_agree",
        PAY,
        "union says that a nurse earns well.",
        "herald says that a nurse earns $50k to $70k a year.",
    ),
    (
        "copies_agree",
        SHIFTS,
        "Nurses work shorter shifts on the ward in the winter months.",
        "On the ward nurses work longer shifts in the winter months.",
    ),
    ("copies_agree", SHIFTS, "The ward names all hours for holidays.", "The ward gives no hours for holidays."),
    ("roles_agree", TOOLS, "A paramedic works with infusion pumps.", "A nurse works with infusion pumps."),
    ("words_stay_with_their_role", PAY, "A paramedic earns $50k to $70k.", "A paramedic earns $45k to $60k."),
    (
        "figures_stay_with_their_attribute",
        MARKET,
        "The pay on wards grows from $2B to $16B.",
        "Spending on wards grows from $2B to $16B.",
    ),
    ("denial_agrees", MORE, "Wards can replace a nurse with software.", "Wards cannot replace a nurse with software."),
    ("denial_agrees", TOOLS, "A nurse does not work with infusion pumps.", "A nurse works with pumps."),
    (
        "comparison_agrees",
        MORE,
        "At the median, a paramedic earns more than a nurse.",
        "At the median, a paramedic earns less than a nurse.",
    ),
    ("no_contrary_word", EASY, "Hospital work is harder to enter.", "Hospital work is easier to enter."),
    ("no_contrary_word", EASY, "The hiring bar is high.", "The bar for hiring is low."),
    ("names_occur", TOOLS, "A nurse works with Cerner.", "A nurse works with Epic."),
    ("strength_agrees", DEGREE, "A degree is required in 36% of adverts.", "A degree is preferred in 36% of adverts."),
    (
        "strength_agrees",
        DEGREE,
        "Night shifts are always part of the work.",
        "Night shifts are usually part of the work.",
    ),
    ("nothing_left_out", DEGREE, "Night shifts are part of the work.", "Often night shifts are part of the work."),
    (
        "nothing_left_out",
        MORE,
        "A nurse earns more than a paramedic.",
        "A nurse earns more than a paramedic at the median.",
    ),
    (
        "nothing_added",
        TOOLS,
        "A nurse works with infusion pumps and defibrillators.",
        "A nurse works with pumps for infusion.",
    ),
]
named = pytest.mark.parametrize(("check", "evidence", "wrong", "right"), EXAMPLES, ids=lambda value: value[:40])


def passage(text: str) -> Passage:
    return Passage("herald", PassageKind.PROSE, (), "", text, 0, len(text))


def verdict(claim: str, text: str):
    cited = passage(text)
    return verify(Claim(claim, Basis.MODEL, (Citation(cited.id, text, 0, len(text)),)), {cited.id: cited}, NAMES)


def refusing(claim: str, text: str) -> list[str]:
    cited = passage(text)
    evidence = Evidence([Cited(Citation(cited.id, text, 0, len(text)), cited)], NAMES)
    return [check.__name__ for check in CHECKS if check(read(claim), evidence, claim) is not None]


@named
def test_each_check_refuses_what_it_is_for(check, evidence, wrong, right):
    refused = verdict(wrong, evidence)

    assert check in refusing(wrong, evidence)
    assert refused.support is not Support.SUPPORTED
    assert refused.reason.endswith(".")


@named
def test_each_check_lets_an_honest_claim_pass(check, evidence, wrong, right):
    assert refusing(right, evidence) == []
    assert verdict(right, evidence).support in {Support.SUPPORTED, Support.PARTLY}


def test_every_check_has_an_example():
    assert {check for check, *_ in EXAMPLES} == {check.__name__ for check in CHECKS}


def test_a_cell_belongs_to_the_role_of_its_column():
    head, row = "| Aspect | Nurse | Paramedic |", "| Pay | $50k to $70k | $45k to $60k |"
    cited = Passage("herald", PassageKind.TABLE_ROW, ("Side by side",), head, row, 0, len(row))

    def support(text):
        claim = Claim(text, Basis.MODEL, (Citation(cited.id, row, 0, len(row)),))
        return verify(claim, {cited.id: cited}, NAMES).support

    assert support("The pay of a nurse is $50k to $70k.") is Support.SUPPORTED
    assert support("The pay of a paramedic is $50k to $70k.") is Support.CONTRADICTED


def test_who_is_said_to_say_it_need_not_stand_in_the_passage_of_the_guide_that_is_cited():
    cited = Passage("herald", PassageKind.PROSE, (), "", TOOLS, 0, len(TOOLS))
    names = Named(("nurse",), (), ("herald", "union"))

    def support(text):
        claim = Claim(text, Basis.MODEL, (Citation(cited.id, TOOLS, 0, len(TOOLS)),))
        return verify(claim, {cited.id: cited}, names).support

    assert support("According to herald, a nurse works with Epic and with infusion pumps.") is Support.SUPPORTED
    assert support("According to union, a nurse works with Epic and with infusion pumps.") is Support.CONTRADICTED


def test_a_cell_whose_words_name_other_roles_is_the_claim_of_its_column():
    head, row = "| Aspect | Nurse | Porter |", "| Works with | Paramedics and carers | Nurses and kitchens |"
    cited = Passage("herald", PassageKind.TABLE_ROW, ("Side by side",), head, row, 0, len(row))
    names = Named(("nurse", "paramedic", "porter", "carer"))

    def support(text):
        claim = Claim(text, Basis.MODEL, (Citation(cited.id, row, 0, len(row)),))
        return verify(claim, {cited.id: cited}, names).support

    assert support("Nurse – Works with: Paramedics and carers") is Support.SUPPORTED
    assert support("Porter – Works with: Paramedics and carers") is Support.CONTRADICTED


def test_a_table_without_a_head_is_read_by_its_labels():
    row = "| Hours | 40 a week | 36 a week |"
    cited = Passage("herald", PassageKind.TABLE_ROW, (), "", row, 0, len(row))
    claim = Claim("Hours: 36 a week", Basis.MODEL, (Citation(cited.id, row, 0, len(row)),))

    assert verify(claim, {cited.id: cited}, NAMES).support is Support.SUPPORTED

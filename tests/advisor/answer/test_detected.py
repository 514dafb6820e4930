import pytest

from advisor.answer.detected import detected
from tests.advisor.written import guide, readers

TABLE = (
    "# {title}\n\n## Figures\n\n| Aspect | Nurse |\n|---|---|\n| Salary range | {pay} |\n| Education | {education} |\n"
)


def found(pay: tuple[str, str], education: tuple[str, str] = ("3 years", "3 years")):
    texts = [
        TABLE.format(title=f"G{i}", pay=p, education=e) for i, (p, e) in enumerate(zip(pay, education, strict=True))
    ]
    held = [guide(text, id=f"g{i}", publisher=f"G{i}") for i, text in enumerate(texts)]
    return detected(readers(*held).reader)


def test_different_money_in_two_tables_is_a_point_with_a_side_each():
    (point,) = found(("$50k to $70k", "$55k to $80k"))

    assert (point.roles, point.attributes) == (("nurse",), ("pay",))
    assert [side.value for side in point.sides] == ["$50k to $70k", "$55k to $80k"]
    assert len({citation.passage_id for citation in point.citations}) == 2


def test_different_durations_are_found_too():
    (point,) = found(("$50k", "$50k"), ("3 years", "4 years"))

    assert point.attributes == ("education",)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("$50k to $70k", "$50k to $70k"),
        ("$50k to $70k", "up to $70k"),
        ("$50k", "£48k"),
        ("$50k", "rising by 5%"),
        ("good", "very good"),
        ("level 3", "level 4"),
    ],
    ids=["same", "a part of it", "other currency", "other kind", "no figures", "no unit"],
)
def test_what_can_stand_together_is_no_difference(one, other):
    assert found((one, other)) == ()


def test_sentences_that_speak_of_different_things_are_not_set_against_each_other():
    one = "# A\n\n## Pay\n\nA nurse earns $50k in the first job.\n"
    other = "# B\n\n## Pay\n\nA union refunds a nurse's salary up to $90 for uniforms.\n"

    assert detected(readers(guide(one), guide(other, id="b")).reader) == ()


def test_sentences_on_one_thing_are():
    one = "# A\n\n## Pay\n\nA nurse can earn about $50k a year after training.\n"
    other = "# B\n\n## Pay\n\nAfter training a nurse can earn $60k a year.\n"

    (point,) = detected(readers(guide(one), guide(other, id="b")).reader)

    assert len(point.sides) == 2


def test_what_a_guide_says_of_itself_is_no_position():
    one = "# A\n\n## Pay\n\nA nurse can earn $50k a year.\n"
    other = "# B\n\n## About this guide\n\nOur course raises the pay a nurse can earn to $90k a year.\n"

    assert detected(readers(guide(one), guide(other, id="b")).reader) == ()

from pathlib import Path

from advisor.domain import PassageKind, Vocabulary
from ingest.facts import facts
from ingest.pipeline import shelve
from ingest.readers import read
from ingest.reading import Reading
from ingest.split import split

LONG = "It is a long sentence about the daily work of people who have this job, and it ends here."


def reading(folder: Path, text: str) -> Reading:
    path = folder / "guide.txt"
    path.write_text(text, encoding="utf-8")
    return read(path)


def headings(found: Reading) -> list[tuple[tuple[str, ...], str]]:
    return [(passage.heading, passage.text) for passage in split(found.guide)]


def test_short_lines_above_paragraphs_are_headings(tmp_path: Path):
    found = reading(tmp_path, f"A Guide to Nursing Careers\n{LONG}\nPay\n{LONG}\nSkills\n- Care\n- Calm")

    assert found.guide.title == "A Guide to Nursing Careers"
    assert headings(found) == [((), LONG), (("Pay",), LONG), (("Skills",), "Care"), (("Skills",), "Calm")]


def test_two_short_lines_are_a_section_and_its_title(tmp_path: Path):
    text = f"A Guide to Nursing Careers\n\n{LONG}\n\nSkills\n\nWhat nurses need\n\n{LONG}\n\nVet\n\n• Calm\n• Care\n"

    assert headings(reading(tmp_path, text))[1:] == [
        (("Skills", "What nurses need"), LONG),
        (("Skills", "What nurses need", "Vet"), "Calm"),
        (("Skills", "What nurses need", "Vet"), "Care"),
    ]


def test_a_label_that_repeats_stays_inside_its_section(tmp_path: Path):
    text = (
        f"A Guide to Nursing Careers\n\n{LONG}\n\nMapping\n\nBest path for each goal\n\n{LONG}\n\n"
        f"Goal\n\nI like people\n\n{LONG}\n\nGoal\n\nI like animals\n\n{LONG}\n"
    )

    assert [path for path, _ in headings(reading(tmp_path, text))][2:] == [
        ("Mapping", "Best path for each goal", "Goal", "I like people"),
        ("Mapping", "Best path for each goal", "Goal", "I like animals"),
    ]


def test_a_number_alone_numbers_what_follows(tmp_path: Path):
    found = reading(
        tmp_path, "A Guide to Nursing Careers\n\nWhy people mix them up.\n\n1\n\nBoth care.\n\n2\n\nBoth heal.\n"
    )

    assert [(p.kind, p.text) for p in split(found.guide)][1:] == [
        (PassageKind.LIST_ITEM, "Both care."),
        (PassageKind.LIST_ITEM, "Both heal."),
    ]


def test_headings_that_lost_their_text_do_not_head_another_role(tmp_path: Path):
    text = (
        f"Nurse vs Doctor: Which One\n{LONG}\nA day in the life of a Nurse\nCore responsibilities\n"
        "A Doctor decides on treatments and talks with patients about them all day long.\n"
    )

    found = reading(tmp_path, text)

    assert [path for path, _ in headings(found)] == [(), ()]
    assert [block.why for block in found.dropped] == ["a heading whose text is missing"] * 2


def test_a_byline_that_repeats_is_kept_once(tmp_path: Path):
    byline = "Authored & Published by\nAnn Lee, a nurse of ten years\n"

    found = reading(tmp_path, f"{byline}{byline}{LONG}\n")

    assert found.guide.author == "Ann Lee"
    assert found.guide.text.count("Ann Lee") == 1
    assert [block.why for block in found.dropped] == ["the same byline again"]


def test_a_glued_table_gives_each_role_its_values(tmp_path: Path):
    text = (
        "Career Comparison\n\nRegistered Nurse vs Veterinary Nurse: Which Is Better?\n\n"
        "AttributeRegistered NurseVeterinary Nurse\nSalary range$70k – $90k$30k – $50k\n"
        "Where they workhospitalsclinics\nMain tasksCare for people.Care for animals.\n\nBoth are good jobs.\n"
    )

    found = reading(tmp_path, text)
    shelved = shelve([found], Vocabulary())

    assert [
        (fact.role, fact.label, fact.value) for fact in facts(found.guide, shelved.passages, shelved.vocabulary)
    ] == [
        ("registered-nurse", "Salary range", "$70k – $90k"),
        ("veterinary-nurse", "Salary range", "$30k – $50k"),
        ("registered-nurse", "Main tasks", "Care for people."),
        ("veterinary-nurse", "Main tasks", "Care for animals."),
    ]


def test_a_row_that_cannot_be_parted_is_one_passage_without_facts(tmp_path: Path):
    table = "AttributeVetNurse\nPayHighLow\nWhere they workclinicshospitals\nGrowth+1%+2%\n"
    text = f"Vet vs Nurse\n\n{table}\nBoth are good.\n"

    found = reading(tmp_path, text)
    rows = [p.text for p in split(found.guide) if p.kind is PassageKind.TABLE_ROW]
    shelved = shelve([found], Vocabulary())

    assert "| Where they workclinicshospitals |" in rows
    assert "Where they workclinicshospitals" in " ".join(found.warnings)
    assert not any("work" in fact.label for fact in shelved.facts)


def test_words_about_two_roles_are_not_a_table(tmp_path: Path):
    found = reading(tmp_path, "Vet vs Nurse\n\nCompare a Vet and a Nurse\nBoth are good jobs.\n")

    assert [p.kind for p in split(found.guide)] == [PassageKind.PROSE]


def test_text_with_headings_of_markdown_is_markdown(tmp_path: Path):
    found = reading(tmp_path, "# Nursing\n\nPay\nis good.\n")

    assert found.guide.text == "# Nursing\n\nPay\nis good.\n"

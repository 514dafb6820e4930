from ingest.reading import Dropped
from ingest.report import Problem, Report, render

REPORT = Report(
    release="r1",
    guides=1,
    passages=1_234,
    facts=2,
    embedded=1,
    reused=7,
    dropped={"a.txt": (Dropped("Register\nnow " + "x" * 100, "registration"),)},
    problems=(Problem("b.md", "b.md is empty.", "Put text in it."), Problem("c.md", "It is odd.", "Mend it.")),
    warnings=(("a.txt", "it has no title"),),
)


def test_counts_come_first_then_what_was_left_out_then_problems_with_hints():
    lines = render(REPORT).splitlines()

    assert lines[:3] == [
        "Published release r1:",
        "  1 guide, 1,234 passages, 2 facts",
        "  1 sentence or row embedded, 7 known before",
    ]
    assert lines[4] == "Left out of a.txt (1 block):"
    assert "  a.txt: it has no title" in lines
    assert lines[-5:] == [
        "2 files could not be read:",
        "  b.md is empty.",
        "    Put text in it.",
        "  c.md: It is odd.",
        "    Mend it.",
    ]


def test_a_left_out_block_is_shown_shortened_with_its_reason():
    (line,) = [line for line in render(REPORT).splitlines() if line.startswith("  registration: ")]

    assert line.startswith("  registration: Register now xxx")
    assert len(line.removeprefix("  registration: ")) == 80


def test_nothing_to_complain_about_is_three_lines():
    assert len(render(Report("r1", 1, 2, 3, 4, 5)).splitlines()) == 3

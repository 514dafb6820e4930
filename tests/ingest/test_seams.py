import pytest
from hypothesis import given
from hypothesis import strategies as st

from ingest.seams import clues, is_glued, part

LABELS = [
    "Salary range",
    "Main focus",
    "Best for",
    "Where they work",
    "Projected growth",
    "Top tools",
    "Pay",
    "Outlook & demand",
]
CELLS = [
    "$118k – $191k",
    "$130,000",
    "US$90k",
    "+40% by 2034",
    "28%",
    "3 years",
    "4-year degree; Master's degree",
    "Very high",
    "low",
    "Master",
    "PhD preferred",
    "tech companies, retail",
    "tech companies, AI startups",
    "cloud firms and HuggingFace",
    "Docker, PyTorch, TensorFlow",
    "DevOps, GitHub Actions, MLflow",
    "MLOps and DataOps",
    "SQL",
    "CI/CD",
    "Deployment and monitoring of models.",
    "Training, e.g. with PyTorch, and tuning.",
    "Works in the U.S. and the E.U.",
    "Yes (mostly)",
    "No",
    "Teams ship models. They watch them.",
    "iOS apps, JavaScript, NoSQL",
    "Node.js and k8s",
    "KubeFlow, LangChain",
]
FEW = clues(["the work is at home"], ())


@given(st.sampled_from(LABELS), st.lists(st.sampled_from(CELLS), min_size=2, max_size=3), st.booleans())
def test_a_value_never_lands_in_another_cell(label: str, cells: list[str], known: bool):
    row = label + "".join(cells)

    parted = part(row, len(cells), clues([row], LABELS if known else ()))

    assert parted is None or parted == [label, *cells]


@pytest.mark.parametrize(
    "cells",
    [
        pytest.param(["Salary range", "$118k – $191k", "$130k – $185k"], id="money"),
        pytest.param(["Outlook", "Very high · +40% by 2034", "Very high · +28% by 2034"], id="year before a capital"),
        pytest.param(["Education level", "Master", "Bachelor"], id="single words"),
        pytest.param(["Top skills", "Coding, Math", "Coding, DevOps, Problem-solving"], id="DevOps is one word"),
        pytest.param(["Routes", "4-year degree; online courses", "4-year degree; portfolio"], id="digits"),
        pytest.param(["Growth", "+40%", "+28%"], id="percent and plus"),
        pytest.param(["Main focus", "Deployment and releases.", "Features, e.g. text."], id="ends of sentences"),
        pytest.param(["Tool emphasis", "MLflow, CI/CD, stacks.", "PyTorch or TensorFlow."], id="names in camel case"),
        pytest.param(
            ["Where they work", "tech companies, retail", "tech companies, labs"], id="the same opening words"
        ),
        pytest.param(["Pay", "$1.5k", "$2.5k", "$3k"], id="three roles"),
    ],
)
def test_a_glued_row_is_parted_at_its_seams(cells: list[str]):
    row = "".join(cells)

    assert is_glued(row, FEW)
    assert part(row, len(cells) - 1, FEW) == cells


@pytest.mark.parametrize(
    "row",
    [
        pytest.param("Salary range $118k – $191k $130k – $185k", id="no seam"),
        pytest.param("SkillsPython, DeepSpeedMath", id="a name that looks like a seam"),
        pytest.param("Teamslarge and smallMixed", id="label without a seam"),
        pytest.param("Salary$118k", id="a cell is missing"),
        pytest.param("PayHighLowMedium", id="too many"),
        pytest.param("Workcloud firms and startupsLabs", id="a comma-less label that could be longer"),
    ],
)
def test_what_is_not_clear_stays_whole(row: str):
    assert part(row, 2, FEW) is None


def test_a_label_of_the_vocabulary_parts_cells_that_begin_in_lower_case():
    known = clues([], ["Team size"])

    assert part("Team sizesmall.Large.", 2, known) == ["Team size", "small.", "Large."]


def test_a_word_that_stands_elsewhere_too_has_no_seam():
    known = clues(["We like FooBar."], ())

    assert part("Tools and kitsFooBar, mathMath", 2, known) == ["Tools and kits", "FooBar, math", "Math"]

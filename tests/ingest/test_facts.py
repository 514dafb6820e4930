import pytest
from hypothesis import given
from hypothesis import strategies as st

from advisor.domain import Attribute, Fact, Guide, Role, Vocabulary
from ingest.facts import facts
from ingest.split import split

VOCABULARY = Vocabulary(
    roles=(
        Role("ml-engineer", "ML engineer", aliases=("machine learning engineer", "ai specialist")),
        Role("mlops-engineer", "MLOps engineer", aliases=("mlops",)),
    ),
    attributes=(
        Attribute("pay", "Pay", aliases=("salary", "salary range")),
        Attribute("growth", "Growth", aliases=("outlook", "projected growth")),
        Attribute("education", "Education", aliases=("degree",)),
        Attribute("entry-barrier", "Entry barrier", aliases=("degree required",)),
    ),
)
CELLS = st.text(alphabet="ab $%1–.,\\|*", max_size=12).map(lambda cell: cell.replace("|", "\\|").rstrip("\\"))


def found(text: str) -> tuple[Fact, ...]:
    guide = Guide(id="g", title="T", text=text)
    return facts(guide, split(guide), VOCABULARY)


def values(text: str) -> list[tuple[str, str, str]]:
    return [(fact.role, fact.attribute, fact.value) for fact in found(text)]


@given(st.lists(st.tuples(CELLS, CELLS, CELLS), min_size=1, max_size=6))
def test_a_value_is_what_stands_at_its_place(rows: list[tuple[str, str, str]]):
    body = "\n".join(f"| {label} | {one} | {two} |" for label, one, two in rows)
    text = f"# T\n\n| Aspect | MLOps | ML Engineer |\n|---|---|---|\n{body}\n"

    for fact in found(text):
        assert text[fact.start : fact.end] == fact.value == fact.value.strip() != ""


def test_a_cell_belongs_to_the_role_above_it():
    table = "| Aspect | MLOps | SWE advantage | ML Engineer |\n|---|---|---|---|\n| Salary range | $130k | x | $118k |"

    assert values(table) == [("mlops-engineer", "pay", "$130k"), ("ml-engineer", "pay", "$118k")]


def test_a_cell_belongs_to_the_role_beside_it():
    table = "| Role | Pros for a developer | Salary |\n|---|---|---|\n| ML Engineer | close to models | $118k |"

    assert [(f.role, f.attribute, f.label) for f in found(table)] == [
        ("ml-engineer", "pros-cons", "Pros for a developer"),
        ("ml-engineer", "pay", "Salary"),
    ]


@pytest.mark.parametrize(
    ("header", "role"),
    [
        ("**MLOps Engineer**", "mlops-engineer"),
        ("MLOps engineer (US)", "mlops-engineer"),
        ("Machine Learning Engineer / AI Specialist", "ml-engineer"),
        ("machine-learning engineer", "ml-engineer"),
        ("MLOps vs ML engineer", None),
        ("ML engineer / MLOps engineer", None),
        ("Astronaut", None),
    ],
)
def test_a_header_names_a_role_or_none(header: str, role: str | None):
    table = f"| Aspect | {header} |\n|---|---|\n| Salary | $118k |"

    assert [fact.role for fact in found(table)] == ([role] if role else [])


@pytest.mark.parametrize(
    ("label", "attribute"),
    [
        pytest.param("Salary Range:", "pay", id="alias"),
        pytest.param("Is a degree required?", "entry-barrier", id="the longer alias wins"),
        pytest.param("Education level", "education", id="alias inside the label"),
        pytest.param("Cons", "pros-cons", id="pros and cons"),
        pytest.param("Team  Size", "team size", id="no alias"),
        pytest.param("Payload", "payload", id="part of a word is no alias"),
    ],
)
def test_the_label_gives_the_attribute(label: str, attribute: str):
    (fact,) = found(f"| Aspect | MLOps |\n|---|---|\n| {label} | much |")

    assert (fact.attribute, fact.label) == (attribute, label)


@pytest.mark.parametrize("cell", ["", "-", "—", "n/a", "N/A", "Not stated", "none given", "…", "**-**"])
def test_a_cell_that_says_nothing_gives_no_fact(cell: str):
    assert found(f"| Aspect | MLOps |\n|---|---|\n| Salary | {cell} |") == ()


@pytest.mark.parametrize("row", ["| Salary$130k$118k |", "| Salary | $130k |", "| Salary | $130k | $118k | x |"])
def test_a_row_that_does_not_fit_its_header_gives_no_fact(row: str):
    assert found(f"| Aspect | MLOps | ML Engineer |\n|---|---|---|\n{row}") == ()


def test_a_table_without_roles_gives_no_fact():
    assert found("| Tool | Use |\n|---|---|\n| Docker | containers |") == ()


def test_a_fact_points_at_its_passage():
    guide = Guide(id="g", title="T", text="| Aspect | MLOps |\n|---|---|\n| Salary | $130k |")
    (passage,) = split(guide)

    (fact,) = facts(guide, [passage], VOCABULARY)

    assert (fact.guide_id, fact.passage_id) == ("g", passage.id)

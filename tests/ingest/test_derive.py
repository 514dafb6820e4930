from advisor.domain import Guide, Vocabulary
from ingest.derive import derive
from ingest.split import split


def derived(*texts: str, roles: tuple[str, ...] = ()) -> Vocabulary:
    guides = [Guide(id=f"g{n}", title="T", text=text, roles=roles) for n, text in enumerate(texts)]
    return derive(guides, [passage for guide in guides for passage in split(guide)])


def table(header: str, *rows: str) -> str:
    return "\n".join([header, "|---" * header.count(" | ") + "|---|", *rows])


def test_headers_that_name_occupations_are_roles():
    found = derived(table("| Aspect | Data Engineer | Nurse | Advantage |", "| Pay | a | b | c |"))

    assert [(role.id, role.name) for role in found.roles] == [("data-engineer", "Data Engineer"), ("nurse", "Nurse")]


def test_first_cells_that_name_occupations_are_roles_but_pros_for_them_are_not():
    found = derived(table("| Role | Pros for an Engineer | Pay |", "| Data Analyst | a | b |"))

    assert [role.id for role in found.roles] == ["data-analyst"]
    assert [attribute.id for attribute in found.attributes] == ["pros-cons", "pay"]


def test_different_names_of_one_role_are_one():
    found = derived(
        "Choose between MLOps vs ML Engineer.\n\n" + table("| Aspect | MLOps | ML Engineer |", "| Pay | a | b |"),
        table("| Aspect | Machine Learning Engineer / AI Specialist | MLOps Engineer |", "| Pay | a | b |"),
    )

    assert [role.id for role in found.roles] == ["ml-engineer", "mlops-engineer"]
    assert found.roles[0].aliases[-2:] == ("Machine Learning Engineer", "AI Specialist")
    assert "MLOps" in found.roles[1].aliases


def test_roles_of_the_front_matter_count_too():
    found = derived("Nurses care.", roles=("registered-nurse",))

    assert [(role.id, role.name) for role in found.roles] == [("registered-nurse", "registered nurse")]


def test_labels_of_one_everyday_matter_are_one_attribute_with_its_everyday_names():
    found = derived(table("| Aspect | Nurse |", "| Salary range | a |", "| Median pay | b |", "| Uniform | c |"))

    assert [(a.id, a.name) for a in found.attributes] == [("pay", "Salary range"), ("uniform", "Uniform")]
    assert {"Median pay", "earn"} <= set(found.attributes[0].aliases)


def test_tables_about_something_else_give_nothing():
    assert derived(table("| Tool | Use |", "| Docker | containers |")) == Vocabulary()

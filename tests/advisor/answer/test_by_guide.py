from advisor.domain import Basis
from tests.advisor.written import advisor, guide

WARD = "# Wards\n\n## Education\n\nA nurse needs a degree in nursing.\n"
UNION = "# Union\n\n## Education\n\nA nurse needs a degree or a long apprenticeship.\n"


def test_each_guide_speaks_where_agreement_is_asked_for():
    answer = advisor(guide(WARD), guide(UNION, id="union", publisher="Union")).ask(
        "Do all guides agree that a nurse needs a degree?"
    )

    counted = answer.claims[0]
    assert counted.basis is Basis.COUNTED
    assert counted.text.startswith("2 of 2 guides speak to this")
    assert {source.guide_id for source in answer.citations} == {"ward", "union"}


def test_one_guide_alone_is_no_agreement():
    answer = advisor(guide(WARD)).ask("Do all guides agree that a nurse needs a degree?")

    assert all(claim.basis is not Basis.COUNTED for claim in answer.claims)

"""Each reviewed point is brought up by a plain question in other words than those it is kept with."""

from datetime import UTC, datetime
from pathlib import Path

import pytest

from advisor.advisor import Advisor
from advisor.answer.quote_writer import QuoteWriter
from advisor.bootstrap import readers_of
from advisor.domain import Answer, Basis
from advisor.embedder.source import DEFAULT_MODEL
from advisor.graph import Services
from advisor.library.shelf import DirectoryShelf
from advisor.text import figures, normalise
from tests.fakes import MemoryConversations, MemoryLedger, MemoryPlans

pytestmark = pytest.mark.model

ASKED = {
    "D01": [
        "Who has the fatter paycheck, ML engineers or MLOps engineers?",
        "Is it true that MLOps engineers out-earn ML engineers?",
    ],
    "D02": [
        "Which of these careers will expand faster over the next years?",
        "Who is right about growth, do ML engineers or MLOps engineers have more of it?",
    ],
    "D03": [
        "Is a master's degree mandatory for machine learning engineers?",
        "What level of study do ML engineer jobs ask for?",
    ],
    "D04": [
        "Could someone who learned everything alone become a machine learning engineer?",
        "self taught ml engineer, realistic?",
    ],
    "D05": [
        "Is a university degree necessary for an MLOps career?",
        "no degree, can i still do mlops?",
    ],
    "D06": [
        "Do juniors stand a chance in this job market?",
        "Since demand is so high, are there lots of starter positions?",
    ],
    "D07": [
        "Is MLOps its own job or simply a slice of ML engineering?",
        "Do firms really employ dedicated MLOps engineers?",
    ],
    "D08": [
        "Are machine learning engineers in charge of deploying their models?",
        "Does the job of an ML engineer include putting models into production?",
    ],
    "D09": [
        "Do your guides all push the same role?",
        "Is MLOps recommended by every guide?",
    ],
    "D10": [
        "Is mathematics essential in these jobs or not?",
        "Some say you need loads of math, others never mention it. What is right?",
    ],
    "D11": [
        "How fast could I land a job in MLOps?",
        "Will I be working in MLOps within a year?",
    ],
    "D12": [
        "Is cloud know-how reserved for MLOps people?",
        "Does an ML engineer have to be good with cloud as well?",
    ],
    "D13": [
        "Your sources list different MLOps tools, which list is right?",
        "Is MLflow or Docker the tool that makes an MLOps engineer?",
    ],
    "D14": [
        "With which colleagues do ML engineers cooperate?",
        "Who sits on the team with a machine learning engineer?",
    ],
    "D15": [
        "Is the ML engineer market overcrowded?",
        "How good are job prospects for ML engineers right now?",
    ],
    "D16": [
        "Is AI specialist another name for ML engineer?",
        "Do the sources mean the same people when they write ML engineer?",
    ],
    "D17": [
        "Who are your guides meant for?",
        "Which readers was each of the guides made for?",
    ],
    "D18": [
        "Do the guides say where their numbers are from?",
        "Are the figures in your guides based on any source?",
    ],
    "D19": [
        "Will a certification by itself get me hired?",
        "Would a bootcamp be enough for an MLOps job?",
    ],
    "D20": [
        "Does Qoollege make a mistake with the median and the ceiling?",
        "Can a role have the higher median but the lower ceiling?",
    ],
    "A01": [
        "Do your guides agree on the basic difference between ML engineers and MLOps engineers?",
        "What do the guides unanimously say the two roles do?",
    ],
    "A02": [
        "Is there consensus that monitoring belongs to MLOps?",
        "Is automating things a core part of the MLOps role?",
    ],
    "A03": [
        "Is MLOps nearer to DevOps than ML engineering?",
        "Is there a strong resemblance between DevOps and MLOps?",
    ],
    "A04": [
        "Do the guides agree that developers can switch to MLOps more easily?",
        "Is MLOps the quicker move for somebody from DevOps?",
    ],
    "A05": [
        "Is there agreement on which role demands more statistics?",
        "Does an ML engineer need more maths than an MLOps engineer?",
    ],
    "A06": [
        "Is running experiments what ML engineers do?",
        "Do all sources put experimentation with the ML engineer?",
    ],
    "A07": [
        "Are ML engineers and MLOps engineers both sought after?",
        "Do the guides agree there is strong demand for the two roles?",
    ],
    "A08": [
        "Do your sources agree that ML engineering is hard to break into?",
        "Are the entry requirements tougher for ML engineers?",
    ],
    "A09": [
        "Should a job title decide what I choose?",
        "Do the guides agree I should choose by what I like doing?",
    ],
    "A10": [
        "Do ML engineers frequently handle operations too?",
        "Is it agreed that the responsibilities of the two jobs overlap?",
    ],
    "A11": [
        "In a tiny team, is it one person for both roles?",
        "Would a small startup have the same person do ML and MLOps?",
    ],
    "A12": [
        "Would learning MLOps benefit an ML engineer?",
        "Do your guides agree that ML engineers ought to pick up MLOps?",
    ],
    "A13": [
        "Does an MLOps engineer have to understand machine learning?",
        "Do the guides agree that MLOps people need to know some machine learning?",
    ],
    "A14": [
        "Is there consensus on whether portfolios help in getting a job?",
        "Will a strong portfolio get me hired?",
    ],
    "A15": [
        "Can MLOps be learned alone, without university?",
        "Is it realistic to be a self-taught MLOps engineer?",
    ],
    "A16": [
        "Is CI/CD part of the MLOps toolbox?",
        "Do the guides agree that MLOps engineers use CI/CD?",
    ],
    "A17": [
        "Are model registries used by MLOps engineers?",
        "Do several guides mention model registries for MLOps?",
    ],
    "A18": [
        "Do ML engineers need PyTorch, scikit-learn and notebooks?",
        "Is there agreement on what tools ML engineers use?",
    ],
    "A19": [
        "Will I collaborate with data scientists if I become an ML engineer?",
        "Do both guides name data scientists as partners of ML engineers?",
    ],
    "A20": [
        "Is dependability the purpose of the MLOps role?",
        "Do the guides agree that MLOps is about reliability?",
    ],
    "A21": [
        "Is the salary decent in both roles?",
        "Do your guides agree that either job is well paid?",
    ],
    "A22": [
        "Are MLOps engineers the ones who retrain a model?",
        "Do the guides agree on retraining being an MLOps task?",
    ],
    "A23": [
        "Does model governance fall to MLOps engineers?",
        "Do the sources agree that governance sits in MLOps?",
    ],
    "A24": [
        "Do the guides agree feature engineering is for ML engineers?",
        "Is feature engineering among the skills of an ML engineer?",
    ],
    "A25": [
        "Do your guides agree on which role is easier to enter?",
        "Is the entry barrier lower for MLOps engineers than for ML engineers?",
    ],
}
UNRELATED = [
    "What does an MLOps engineer do all day?",
    "How much does an ML engineer earn?",
    "Compare the two roles in a table.",
    "Which projects could I build for MLOps?",
    "What comes after a few years as an ML engineer?",
    "I like infrastructure and hate statistics. Which role suits me?",
    "What does drift mean?",
    "Who wrote the Interview Kickstart guide?",
    "Who earns more in Japan, ML engineers or MLOps engineers?",
    "Hello!",
]


@pytest.fixture(scope="module")
def advisor(corpus_home: Path) -> Advisor:
    shelf = DirectoryShelf(corpus_home, DEFAULT_MODEL)
    clock = lambda: datetime(2026, 11, 20, tzinfo=UTC)  # noqa: E731
    ledger = MemoryLedger()
    services = Services(shelf, readers_of(shelf), QuoteWriter(), ledger, clock)
    conversations = MemoryConversations(ledger)
    return Advisor(services, conversations, MemoryPlans(conversations), max_question_chars=2_000)


@pytest.mark.parametrize(("point_id", "question"), [(key, q) for key, asked in ASKED.items() for q in asked])
def test_the_point_comes_up(advisor: Advisor, point_id: str, question: str) -> None:
    point = next(p for p in advisor.library().points if p.id == point_id)
    assert normalise(question) not in map(normalise, point.wordings)

    answer = advisor.ask(question)

    assert answer.claims[0].basis is Basis.COUNTED
    assert point.says in answer.claims[0].text
    assert {c.quote for c in point.citations} <= {source.quote for source in answer.citations}
    assert [d.topic for d in answer.disagreements] == ([point.topic] if point_id.startswith("D") else [])
    assert_well_formed(answer)


def assert_well_formed(answer: Answer) -> None:
    """Nothing was refused; sides are cited, and a figure in one stands in what it cites."""
    sources = {source.n: source for source in answer.citations}
    assert answer.dropped_claims == ()
    for disagreement in answer.disagreements:
        assert len(disagreement.positions) >= 2
        for position in disagreement.positions:
            assert position.citations and set(position.citations) <= set(sources)
            assert figures(position.value) <= figures(" ".join(sources[n].quote for n in position.citations))


@pytest.mark.parametrize("question", UNRELATED)
def test_another_question_is_answered_as_ever(advisor: Advisor, question: str) -> None:
    answer = advisor.ask(question)

    topics = {point.says for point in advisor.library().points}
    assert not any(says in claim.text for claim in answer.claims for says in topics)


def test_every_point_is_asked_for(advisor: Advisor) -> None:
    assert {point.id for point in advisor.library().points} == set(ASKED)


def test_an_answer_that_touches_a_difference_says_so_in_one_line(advisor: Advisor) -> None:
    answer = advisor.ask("How many ML engineer ads prefer a PhD?")

    assert [d.topic for d in answer.disagreements] == ["Which degree an ML engineer needs"]
    assert [claim.text.startswith("Guides differ on this: ") for claim in answer.claims].count(True) == 1
    assert_well_formed(answer)

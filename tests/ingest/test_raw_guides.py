"""Four real scraped pages: what is noise in them must not be quotable, what speaks of careers must be."""

import os
from collections.abc import Mapping
from pathlib import Path

import pytest

from advisor.domain import Passage, Vocabulary
from ingest.collect import guide_files
from ingest.pipeline import Shelved, read_all, shelve
from ingest.reading import Reading

RAW = Path(os.environ.get("ADVISOR_SHARED", Path(__file__).parents[3] / "shared")) / "raw-guides"
if not RAW.is_dir():
    pytest.skip(f"the scraped guides are not at {RAW}", allow_module_level=True)

NOISE = [
    "23 LPA",
    "Average Hike",
    "12.5X",
    "2-3X",
    "25,000+",
    "MAANG",
    "FAANG",
    "stablecoin",
    "NAVER",
    "[IND]",
    "Midjourney",
    "LiveRamp",
    "Claude",
    "Webinar",
    "WhatsApp",
    "Call us",
    "newsletter",
    "inbox",
    "unsubscribe",
    "Instant Income",
    "Magic Questions",
    "Power Patterns",
    "Time Zone",
    "Asia/Kolkata",
    "Register",
    "mentorship",
    "Read full guides",
    "All comparisons",
    "recommended read",
    "Explore",
    "Transition from Software Engineer to",
    "SCHOOLOFCOREAI",
    "Ready to choose your next",
    "cutting-edge",
    "professional excellence",
]
CAREERS = {
    "000": [
        "MLOps is the more realistic",
        "into AI without a PhD",
        "Only 3% of postings",
        "36% of postings list a PhD",
        "$2B in 2024 to $16B",
        "Longer ramp if you lack",
        "more practical bridge into AI",
        "never built a neural network",
        "deeper technical path",
        "hiring bar is often much higher",
        "route into the job",
        "closer to DevOps",
        "landing an AI role within",
        "comfortable with a slower start",
        "the most realistic default choice",
    ],
    "001": [
        "higher skill overlap",
        "a specialization within broader",
        "by default, especially in smaller",
        "85% of ML models never",
        "higher-ROI transition",
        "sit between data science",
        "versioned properly, tested properly",
        "the math barrier is lower",
        "Usually low to moderate",
        "cognitive shift is often harder",
        "30 to 40 percent",
        "your yes answers point toward",
        "less involved in inventing",
        "a core function within machine",
        "The split becomes more visible",
        "folded into ML Engineer or",
        "less statistics and model-theory depth",
        "in your title",
        "Nahush Gowda",
    ],
    "002": [
        "typically pays more at the",
        "Higher salary ceiling: Machine",
        "$118k – $191k",
        "$130k – $185k",
        "+40% by 2034",
        "+28% by 2034",
        "Master | Bachelor",
        "Coding, Math, Machine Learning, Cloud",
        "cloud computing firms",
        "very hands-on and technical",
        "infrastructure work, team collaboration",
        "Bootcamp plus strong portfolio",
        "Bootcamp / certificate path",
        "+40% | +28%",
        "Same education level: no",
    ],
    "003": [
        "they own different halves",
        "Difficulty: Intermediate",
        "Updated: May 12, 2026",
        "lifecycle systems that keep ML",
        "pushing predictive performance higher",
        "You like platform thinking more",
        "wear both hats",
        "An engineer focused on designing",
        "Operational reliability, deployment speed",
        "Move toward applied ML specialization",
        "Registry and release workflows",
        "Prometheus and Grafana",
        "Monitoring dashboard for drift",
        "extend into broader AI operations",
        "Usually yes. MLOps Engineer is",
        "eventually has to run reliably",
        "should narrow the decision",
        "School of Core AI Curriculum",
        "SCAI Mentor Team",
        "SCAI admissions calls, live classes",
    ],
}


@pytest.fixture(scope="module")
def readings() -> Mapping[str, Reading]:
    found, problems = read_all(guide_files([RAW]), Vocabulary(), lambda *_: None)
    assert problems == []
    return {path.name[:3]: reading for path, reading in found.items()}


@pytest.fixture(scope="module")
def shelved(readings: Mapping[str, Reading]) -> Shelved:
    return shelve(list(readings.values()), Vocabulary())


def of(passages: list[Passage], number: str) -> str:
    return "\n".join(passage.text for passage in passages if passage.guide_id.startswith(number))


@pytest.mark.parametrize("noise", NOISE)
def test_noise_is_in_no_passage(shelved: Shelved, noise: str):
    quotable = "\n".join(f"{' '.join(p.heading)}\n{p.context}\n{p.text}" for p in shelved.passages)

    assert noise.lower() not in quotable.lower()


@pytest.mark.parametrize(("number", "words"), [(number, words) for number, all_ in CAREERS.items() for words in all_])
def test_what_speaks_of_careers_is_in_a_passage(shelved: Shelved, number: str, words: str):
    assert words in of(shelved.passages, number)


@pytest.mark.parametrize(
    ("label", "ml", "mlops"),
    [
        ("Salary range", "$118k – $191k", "$130k – $185k"),
        ("Outlook & demand", "Very high · +40% by 2034", "Very high · +28% by 2034"),
        ("Education level", "Master", "Bachelor"),
        ("Projected growth", "+40%", "+28%"),
        ("Where they work", "tech companies, IT services and", "tech companies, AI startups"),
        ("Education routes", "4-year degree in CS", "4-year degree; Master's"),
        ("Main focus", "Feature engineering", "Deployment, automation"),
        ("Best next step", "Move toward applied ML", "Move toward platform ML"),
        ("Tool emphasis", "PyTorch or TensorFlow", "MLflow, Kubeflow"),
        ("Success metric", "Predictive performance", "Operational reliability"),
        ("Math / Stats Required", "Usually moderate to high", "Usually low to moderate"),
        ("Entry-level openings", "Only 3%", "More accessible"),
        ("Pros for a Software Engineer", "You get closer", "You can reuse"),
    ],
)
def test_each_value_belongs_to_its_role(shelved: Shelved, label: str, ml: str, mlops: str):
    values = {fact.role: fact.value for fact in shelved.facts if fact.label == label}

    assert set(values) == {"ml-engineer", "mlops-engineer"}
    assert values["ml-engineer"].startswith(ml)
    assert values["mlops-engineer"].startswith(mlops)


def test_every_row_of_the_glued_tables_was_parted(readings: Mapping[str, Reading], shelved: Shelved):
    by_guide = [sum(fact.guide_id.startswith(number) for fact in shelved.facts) for number in sorted(readings)]

    assert by_guide == [12, 18, 16, 12]


def test_the_guides_are_described_by_their_own_words(readings: Mapping[str, Reading]):
    guides = {number: reading.guide for number, reading in readings.items()}

    assert guides["000"].title.startswith("MLOps vs ML Engineer Self-Taught")
    assert guides["001"].author == "Nahush Gowda"
    assert guides["002"].title.endswith("vs MLOps Engineer: Career Comparison")
    assert (guides["003"].updated, guides["003"].difficulty) == ("2026-05-12", "Intermediate")
    assert guides["003"].reviewed_by == "SCAI Mentor Team"
    assert [guide.updated for number, guide in guides.items() if number != "003"] == [None, None, None]


def test_answers_know_their_questions(shelved: Shelved):
    asked = {p.heading[-1]: p.text for p in shelved.passages if p.kind == "faq"}

    assert asked["Does an ML Engineer need MLOps knowledge"].startswith("Yes.")
    assert len(asked) == 4


def test_lists_that_look_alike_are_told_apart_by_their_headings(shelved: Shelved):
    headings = {p.text: p.heading for p in shelved.passages if p.kind == "list_item"}

    assert headings["MLflow"][0] == "Tools Comparison"
    assert headings["MLflow"][-1] == "MLOps Engineer"
    assert headings["Predictive optimization"][0] == "Skills Comparison"


def test_passages_are_what_stands_at_their_place(readings: Mapping[str, Reading], shelved: Shelved):
    texts = {reading.guide.id: reading.guide.text for reading in readings.values()}

    assert len({passage.id for passage in shelved.passages}) == len(shelved.passages)
    assert all(texts[p.guide_id][p.start : p.end] == p.text for p in shelved.passages)
    assert all(texts[f.guide_id][f.start : f.end] == f.value for f in shelved.facts)

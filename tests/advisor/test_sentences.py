import pytest
from hypothesis import given
from hypothesis import strategies as st

from advisor.domain import Passage, PassageKind
from advisor.library.sentences import sentence_spans, units

PIECES = st.sampled_from(
    [
        "MLOps engineers ship models.",
        "e.g. Docker",
        "vs. ML",
        "U.S. figures",
        "3.5 %",
        "No. 4",
        "Is it hard?",
        "\n",
        "\n\n",
        "- ",
        "1. ",
        " ",
        "a",
        "“Yes!”",
        "…",
        "是的。",
        "|",
        "\t",
        "(see Fig. 2)",
    ]
)
TEXTS = st.one_of(st.text(max_size=200), st.lists(PIECES, max_size=25).map(" ".join))


def sentences(text: str) -> list[str]:
    return [text[start:end] for start, end in sentence_spans(text)]


@given(TEXTS)
def test_spans_are_ordered_trimmed_not_empty_and_do_not_overlap(text: str):
    spans = sentence_spans(text)

    last = 0
    for start, end in spans:
        assert last <= start < end <= len(text)
        assert text[start:end] == text[start:end].strip()
        last = end


@given(st.lists(PIECES.filter(lambda piece: piece not in ("- ", "1. ")), max_size=25).map(" ".join))
def test_no_word_is_lost_between_sentences(text: str):
    assert "".join("".join(sentences(text)).split()) == "".join(text.split())


@given(TEXTS)
def test_a_sentence_of_a_sentence_is_itself_or_smaller(text: str):
    for sentence in sentences(text):
        assert sum(end - start for start, end in sentence_spans(sentence)) <= len(sentence)


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("Use containers, e.g. Docker or Podman, from the start.", id="e.g."),
        pytest.param("Use containers, i.e. Docker.", id="i.e."),
        pytest.param("ML Engineer vs. MLOps Engineer is the question.", id="vs. before a capital"),
        pytest.param("In the U.S. Bureau of Labor data, pay rises.", id="U.S. before a name"),
        pytest.param("About 3.5 of 10 jobs pay $118.5k a year.", id="decimals"),
        pytest.param("A 4-year degree and CI/CD experience help.", id="hyphen and slash"),
        pytest.param("It is No. 5 on the list.", id="number sign"),
        pytest.param("J. R. Smith wrote it.", id="initials"),
        pytest.param("Dr. Smith checked it.", id="title"),
        pytest.param("Tools such as scikit-learn, etc. are common.", id="etc. inside"),
        pytest.param("They asked “why?” and left.", id="quoted question inside"),
        pytest.param("A wrapped\nline goes on.", id="line break"),
    ],
)
def test_one_sentence_stays_one(text: str):
    assert sentences(text) == [text]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param("No. In many firms it is one job.", ["No.", "In many firms it is one job."], id="no as an answer"),
        pytest.param("It pays well. 36% want a PhD.", ["It pays well.", "36% want a PhD."], id="number next"),
        pytest.param("It pays (well.) Then what?", ["It pays (well.)", "Then what?"], id="closing bracket"),
        pytest.param("**Choose MLOps.** It is open.", ["**Choose MLOps.**", "It is open."], id="bold"),
        pytest.param(
            "Docker, Kubernetes, etc. The rest is math.",
            ["Docker, Kubernetes, etc.", "The rest is math."],
            id="etc. last",
        ),
        pytest.param("It grows in the U.S. The rest lags.", ["It grows in the U.S.", "The rest lags."], id="U.S. last"),
        pytest.param("- Ship models. Watch them.", ["Ship models.", "Watch them."], id="list marker"),
        pytest.param("1. Ship models.", ["Ship models."], id="ordered list marker"),
        pytest.param("One\n\nTwo", ["One", "Two"], id="blank line"),
        pytest.param("Tools:\n- Docker\n- Git", ["Tools:", "Docker", "Git"], id="list inside"),
        pytest.param("这是一个。那是两个。", ["这是一个。", "那是两个。"], id="Chinese"),
        pytest.param("It was I. Then they left.", ["It was I.", "Then they left."], id="I is a word"),
    ],
)
def test_sentences_are_parted_where_a_reader_would(text: str, expected: list[str]):
    assert sentences(text) == expected


def passage(text: str, kind: PassageKind = PassageKind.PROSE) -> Passage:
    return Passage("g", kind, (), "", text, 100, 100 + len(text))


def test_units_count_in_the_guides_text():
    found = units(passage("Ship it. Watch it."))

    assert [(unit.start, unit.end) for unit in found] == [(100, 108), (109, 118)]


def test_a_table_row_is_one_unit():
    row = passage("| Pay | $118k. Or more. | $130k |", PassageKind.TABLE_ROW)

    assert [(unit.start, unit.end) for unit in units(row)] == [(row.start, row.end)]


@given(TEXTS.filter(lambda text: text.strip()))
def test_every_passage_has_a_unit_inside_it(text: str):
    source = passage(text)

    found = units(source)

    assert found
    assert all(source.start <= unit.start < unit.end <= source.end for unit in found)

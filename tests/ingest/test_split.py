from collections.abc import Sequence

import pytest
from hypothesis import given
from hypothesis import strategies as st

from advisor.domain import Guide, Passage, PassageKind
from ingest.split import LONGEST_PASSAGE, split

WORDS = st.text(alphabet="abcÀ中 |*_`#>-+.:?!\\[]()<&0189", min_size=1, max_size=60).map(str.strip).filter(bool)
PROSE = st.sampled_from(["Ship models.", "Pay is $118k.", "Is it hard?", "Tools:", "e.g. Docker", "a | b", "**Why?**"])
LINES = st.one_of(
    WORDS,
    PROSE,
    PROSE.map("# {}".format),
    PROSE.map("### {}".format),
    PROSE.map("- {}".format),
    PROSE.map("  - {}".format),
    PROSE.map("1. {}".format),
    PROSE.map("> {}".format),
    PROSE.map("| {} | 2 |".format),
    PROSE.map("Q: {}".format),
    PROSE.map("A: {}".format),
    st.sampled_from(
        ["", "", "---", "|---|---|", "| A | B |", "```", "===", "    deep", "\ttab", "a\r\nb", "x\ry", "\x0c"]
    ),
)
MARKDOWN = st.lists(LINES, max_size=30).map("\n".join)


def cut(text: str) -> tuple[Passage, ...]:
    return split(Guide(id="g", title="T", text=text))


def texts(passages: Sequence[Passage]) -> list[str]:
    return [passage.text for passage in passages]


@given(MARKDOWN)
def test_a_passage_is_what_stands_at_its_place(text: str):
    for passage in cut(text):
        assert text[passage.start : passage.end] == passage.text
        assert passage.text == passage.text.strip() != ""


@given(MARKDOWN)
def test_passages_are_in_order_and_do_not_overlap(text: str):
    last = 0
    for passage in cut(text):
        assert last <= passage.start < passage.end
        last = passage.end


@given(MARKDOWN)
def test_no_id_stands_twice(text: str):
    ids = [passage.id for passage in cut(text + "\n\n" + text)]

    assert len(set(ids)) == len(ids)


@given(st.lists(st.sampled_from(["Ship it.", "- Item one", "## Part", "| a | b |\n|---|---|\n| c | d |"]), max_size=12))
def test_every_paragraph_item_and_row_becomes_a_passage(pieces: list[str]):
    passages = cut("\n\n".join(pieces))

    assert len(passages) == sum(piece != "## Part" for piece in pieces)


@given(
    st.lists(st.sampled_from(["Short one.", "A rather longer sentence about models, pipelines and pay."]), max_size=90)
)
def test_a_long_paragraph_is_cut_at_ends_of_sentences_and_loses_nothing(sentences: list[str]):
    passages = cut(" ".join(sentences))

    assert " ".join(texts(passages)) == " ".join(sentences)
    assert all(len(passage.text) <= LONGEST_PASSAGE and passage.text.endswith(".") for passage in passages)


def test_one_endless_sentence_stays_whole():
    text = "word " * 400 + "end."

    assert texts(cut(text)) == [text]


def test_words_keep_their_id_whatever_stands_before_them():
    before = cut("## Pay\n\nIt pays well.")
    after = cut("## Other\n\nNew.\n\n## Pay\n\nIt pays well.")

    assert before[-1].id == after[-1].id


def test_the_title_is_not_among_the_headings():
    (passage,) = cut("# Title\n\n## Pay\n\n### In the US\n\nIt pays well.")

    assert passage.heading == ("Pay", "In the US")


def test_headings_are_read_without_their_emphasis_and_links():
    (passage,) = cut("## **Pay** and [growth](https://example.org)\n\nIt pays well.")

    assert passage.heading == ("Pay and growth",)


def test_a_list_carries_what_introduces_it():
    passages = cut("Work is varied. An MLOps engineer uses:\n\n- Docker\n- Git")

    assert [(p.kind.value, p.context, p.text) for p in passages] == [
        ("prose", "", "Work is varied."),
        ("list_item", "Work is varied. An MLOps engineer uses:", "Docker"),
        ("list_item", "Work is varied. An MLOps engineer uses:", "Git"),
    ]


def test_a_nested_list_carries_its_parent():
    passages = cut("Tools:\n\n- Cloud\n  - AWS\n- Git")

    assert [(p.context, p.text) for p in passages] == [("Tools:", "Cloud"), ("Tools:\nCloud", "AWS"), ("Tools:", "Git")]


def test_a_list_below_another_heading_has_no_lead_in():
    passages = cut("Ship it.\n\n## Tools\n\n- Docker")

    assert passages[-1].context == ""


def test_only_the_last_sentence_of_a_long_paragraph_introduces_a_list():
    passages = cut("Models drift over time. " * 20 + "You need these:\n- Docker")

    assert passages[-1].context == "You need these:"


def test_each_row_of_a_table_carries_its_header():
    passages = cut("| Aspect | ML |\n|---|---|\n| Pay | $118k |\n| Math | a \\| b |\n\nAfter.")

    assert [(p.kind.value, p.context, p.text) for p in passages] == [
        ("table_row", "| Aspect | ML |", "| Pay | $118k |"),
        ("table_row", "| Aspect | ML |", "| Math | a \\| b |"),
        ("prose", "", "After."),
    ]


def test_words_right_below_a_table_are_not_a_row():
    passages = cut("| A | B |\n|---|---|\n| c | d |\nPay is good.")

    assert passages[-1].kind is PassageKind.PROSE


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("## Is it hard?\n\nYes, rather.", id="heading with a question mark"),
        pytest.param("## FAQ\n\n### Is it hard\n\nYes, rather.", id="question heading in a section of questions"),
        pytest.param("Q: Is it hard?\nA: Yes, rather.", id="question and answer in one paragraph"),
        pytest.param("Q: Is it hard? A: Yes, rather.", id="question and answer in one line"),
        pytest.param("Q: Is it hard?\n\nA: Yes, rather.", id="question and answer in two paragraphs"),
        pytest.param("**Q1. Is it hard?**\n\n**A.** Yes, rather.", id="numbered and bold"),
        pytest.param("**Is it hard?**\n\nYes, rather.", id="question in bold"),
        pytest.param("**Is it hard?** Yes, rather.", id="question in bold on the same line"),
        pytest.param("- **Is it hard?** Yes, rather.", id="question in bold in a list"),
    ],
)
def test_an_answer_knows_its_question(text: str):
    (passage,) = cut(text)

    assert (passage.kind, passage.text) == (PassageKind.FAQ, "Yes, rather.")
    assert "Is it hard" in " ".join((*passage.heading, passage.context))


def test_what_follows_an_answer_is_prose_again():
    passages = cut("Q: Is it hard?\n\nA: Yes.\n\nPay is good.")

    assert [(p.kind.value, p.context) for p in passages] == [("faq", "Is it hard?"), ("prose", "")]


def test_quiet_words_are_not_a_question():
    passages = cut("A: plain start.\n\nQ: no question here.")

    assert [p.kind for p in passages] == [PassageKind.PROSE, PassageKind.PROSE]


@pytest.mark.parametrize(
    "text", ["", "\n\n", "# Only a title", "## One\n\n## Two", "---", "- ", "| a |\n|---|", "```\n```"]
)
def test_nothing_quotable_gives_no_passage(text: str):
    assert cut(text) == ()

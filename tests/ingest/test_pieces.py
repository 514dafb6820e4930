from hypothesis import given
from hypothesis import strategies as st

from ingest.pieces import PieceKind, joined, markdown_pieces, plain_pieces

LINES = st.sampled_from(
    [
        "",
        "Nurses care.",
        "# T",
        "- a",
        "  more",
        "| a | b |",
        "|---|---|",
        "```",
        "===",
        "---",
        "1. x",
        "    deep",
        "•  y",
    ]
)
TEXTS = st.one_of(st.text(max_size=200), st.lists(LINES, max_size=25).map("\n".join))


@given(TEXTS)
def test_no_word_is_lost_in_pieces(text: str):
    for cut in (markdown_pieces, plain_pieces):
        assert "".join(joined(cut(text)).split()) == "".join(text.split())


@given(st.lists(LINES, max_size=25).map("\n".join))
def test_pieces_of_joined_pieces_are_the_same(text: str):
    once = markdown_pieces(text)

    assert joined(markdown_pieces(joined(once))) == joined(once)


def kinds(text: str) -> list[tuple[PieceKind, str]]:
    return [(piece.kind, piece.text) for piece in plain_pieces(text)]


def test_a_line_of_plain_text_is_a_paragraph():
    assert kinds("Pay\nNurses earn well in most countries.") == [
        (PieceKind.TEXT, "Pay"),
        (PieceKind.TEXT, "Nurses earn well in most countries."),
    ]


def test_lines_that_an_editor_wrapped_are_one_paragraph():
    text = "Nurses earn well in most countries, and they\nearn more with each year of experience, as far\nas is known."

    assert kinds(text) == [(PieceKind.TEXT, " ".join(text.split("\n")))]


def test_a_short_line_above_a_long_one_is_not_wrapped():
    assert len(kinds("Pay of nurses in hospitals\nA nurse in a hospital earns more than a nurse at home does.")) == 2


def test_a_table_a_list_and_code_keep_their_lines():
    text = "| a | b |\n|---|---|\n| c | d |\nNext line.\n- one\n  goes on\n- two\n```\nx\n\ny\n```"

    assert kinds(text) == [
        (PieceKind.TABLE, "| a | b |\n|---|---|\n| c | d |"),
        (PieceKind.TEXT, "Next line."),
        (PieceKind.ITEM, "- one\n  goes on"),
        (PieceKind.ITEM, "- two"),
        (PieceKind.CODE, "```\nx\n\ny\n```"),
    ]

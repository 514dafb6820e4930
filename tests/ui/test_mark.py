import re
from html import unescape

import pytest
from hypothesis import given
from hypothesis import strategies as st
from markupsafe import Markup

from tests.ui.samples import TEXT
from ui import mark

BLOCKS = st.lists(
    st.sampled_from(
        (
            "# A heading",
            "Plain words & <b>tags</b>, *stress* and **more stress** here.",
            "- one item\n- another `with code`\n  and a second line",
            "1. 1 apple\n2. 2 pears",
            "| Aspect | One \\| other |\n|---|---|\n| pay | $1,000 |\n| way in | a **degree** |",
            "> A quoted remark\n> over two lines",
            "```\nlet x = 1\n```",
            "Unicode: naïve – “quotes” 你好 🎓",
            "## Heading ##",
            "term  \nbroken \\* line",
        )
    ),
    min_size=1,
    max_size=6,
).map("\n\n".join)

HARMLESS = re.compile(r"h[1-6r]|p|[uo]l|li|t(able|head|body|[rhd])|em|strong|s|code|pre|blockquote|br|mark")


def text_of(html: str) -> str:
    return unescape(re.sub(r"<[^>]*>", "", html))


def marked(html: str) -> str:
    return "".join(text_of(part) for part in re.findall(r"<mark[^>]*>(.*?)</mark>", html, re.DOTALL))


def letters(text: str) -> str:
    """What of a Markdown text is surely shown: its letters and digits."""
    return "".join(c for c in text if c.isalnum())


@given(source=BLOCKS, cut=st.tuples(st.floats(0, 1), st.floats(0, 1)))
def test_what_is_highlighted_is_the_span(source, cut):
    start, end = sorted(round(part * len(source)) for part in cut)
    numbers = {match.start(1) + offset for match in re.finditer(r"(?m)^(\d)\. ", source) for offset in range(2)}
    expected = "".join(c for place, c in enumerate(source) if start <= place < end and place not in numbers)

    html = mark.document(source, (start, end), anchor="quote")

    assert letters(marked(html)) == letters(expected)


@given(source=BLOCKS, cut=st.tuples(st.floats(0, 1), st.floats(0, 1)))
def test_a_highlight_changes_nothing_else(source, cut):
    start, end = sorted(round(part * len(source)) for part in cut)

    html = mark.document(source, (start, end), anchor="quote")

    assert unescape(re.sub(r"</?mark[^>]*>", "", html)) == unescape(mark.document(source))


@given(source=st.text(max_size=300), start=st.integers(0, 300), length=st.integers(0, 300))
def test_no_text_becomes_a_tag_that_runs_or_loads(source, start, length):
    html = mark.document(source, (start, start + length), anchor="quote")

    tags = re.findall(r"<\s*/?\s*([a-zA-Z0-9]+)", html)
    assert not {tag for tag in tags if not HARMLESS.fullmatch(tag)}


@pytest.mark.parametrize(
    "quote",
    [
        "Tunnel engineers stay below ground",
        "$66,000",
        "A degree, **always**",
        "Choose tunnels if you like rock.",
        "Bridges or tunnels",
    ],
)
def test_a_quote_is_highlighted_where_it_stands(quote):
    start = TEXT.index(quote)

    html = mark.document(TEXT, (start, start + len(quote)), anchor="quote")

    assert marked(html) == quote.replace("*", "")
    assert html.count('id="quote"') == 1


def test_a_row_is_highlighted_cell_by_cell():
    row = "| Entry pay | $61,000 to $70,000 | $66,000 |"
    start = TEXT.index(row)

    html = mark.document(TEXT, (start, start + len(row)), anchor="quote")

    assert "<td><mark>$66,000</mark></td>" in html
    assert '<td><mark id="quote">Entry pay</mark></td>' in html


def test_only_numbers_with_a_source_become_markers():
    html = mark.answer(
        "Known [1], unknown [7], code `[1]`.", lambda n: Markup("<a>{}</a>").format(n) if n == 1 else None
    )

    assert html == "<p>Known\u00a0<a>1</a>, unknown [7], code <code>[1]</code>.</p>\n"


def test_markup_in_an_answer_is_shown_as_text():
    html = mark.answer('<img src=x onerror="x()"> [a](javascript:x) ![b](http://x/y.png) <http://x>', lambda n: None)

    assert "<img" not in html and "<a" not in html
    assert text_of(html).strip() == '<img src=x onerror="x()"> [a](javascript:x) ![b](http://x/y.png) <http://x>'

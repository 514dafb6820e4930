import numpy as np
import pytest

from advisor.domain import Guide, Passage, PassageKind, Unit, Vocabulary
from advisor.library.contents import Contents
from advisor.library.headings import heading_texts, headings_of
from advisor.library.search import OpenLibrary


def contents(*passages):
    """Each passage is a guide of one sentence: its headings, its words."""
    made = [
        Passage(f"p{n}", PassageKind.PROSE, heads, "", text, 0, len(text)) for n, (heads, text) in enumerate(passages)
    ]
    guides = [Guide(passage.guide_id, "", passage.text) for passage in made]
    units = [Unit(passage.id, 0, len(passage.text)) for passage in made]
    return Contents(guides, made, units, (), Vocabulary())


def test_a_heading_is_embedded_once_with_those_above_it():
    given = contents((("Pay", "**India**"), "Low."), (("Pay", "India"), "High."), ((), "Of no heading."))

    assert heading_texts(given.passages) == ["Pay > India"]


def test_each_unit_is_as_near_as_its_heading_and_one_without_is_far():
    given = contents((("Pay",), "Low."), (("Work",), "Hard."), (("Pay",), "High."), ((), "Of no heading."))

    headings = headings_of(given, np.eye(2, dtype=np.float32))

    assert headings.nearness(np.array([1, 0], dtype=np.float32)).tolist() == [1, 0, 1, -1]
    assert headings.shared.tolist() == [2, 1, 2, 1]


class Said:
    """An embedder of one question."""

    name, digest, dimensions = "said", "0", 2

    def embed(self, texts):
        return np.array([[1, 0] for _ in texts], dtype=np.float32)


@pytest.mark.parametrize(("known", "best"), [(True, "p0"), (False, "p1")])
def test_a_question_that_is_as_a_heading_finds_what_stands_below(known, best):
    """The words of the other passage are a little nearer; the heading decides, where it was embedded."""
    given = contents((("Salary",), "It differs."), (("Advice",), "Ask early."))
    vectors = np.array([[0.5, 0.75**0.5], [0.6, -0.8]], dtype=np.float32)
    headings = headings_of(given, np.array([[1, 0], [0, 1]], dtype=np.float32)) if known else None
    library = OpenLibrary("r", given, vectors, Said(), headings=headings)

    assert library.search("wage", 2)[0].passage.guide_id == best

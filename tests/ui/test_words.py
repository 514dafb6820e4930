"""Every language says everything, with the same places to fill in."""

import ast
import re
from pathlib import Path
from string import Formatter

import pytest

from ui import words

UI = Path(words.__file__).parents[1]
USED = {name for path in UI.rglob("*.py") for name in re.findall(r"\bwords\.([A-Z][A-Z_]*)\b", path.read_text("utf-8"))}


def spoken(language):
    return {name: value for name, value in vars(words.LANGUAGES[language]).items() if name.isupper()}


def leaves(value):
    """Each text of a word, by its place in it."""
    if isinstance(value, dict):
        return {(key, *place): text for key, inner in value.items() for place, text in leaves(inner).items()}
    if isinstance(value, tuple):
        return {(n, *place): text for n, inner in enumerate(value) for place, text in leaves(inner).items()}
    return {(): value}


def fields(text):
    return sorted(f"{name}:{spec}" for _, name, spec, _ in Formatter().parse(text) if name is not None)


@pytest.mark.parametrize("language", sorted(words.LANGUAGES))
def test_a_language_says_each_word_with_the_same_fields(language):
    ours, english = spoken(language), spoken("en")

    assert ours.keys() == english.keys()
    for name, value in english.items():
        there, here = leaves(value), leaves(ours[name])
        assert here.keys() == there.keys(), name
        for place, text in there.items():
            assert fields(here[place]) == fields(text), (name, place)
            assert bool(here[place].strip()) == bool(text.strip()), (name, place)


def test_every_word_is_used_and_every_used_word_is_there():
    there = spoken("en").keys() - {"LANGUAGE"}
    by_name = {"LOG", "NAV_FIT", "NAV_COMPARE", "NAV_PLAN", "NAV_GUIDES", "NAV_CONVERSATIONS"}

    assert USED - {"LANGUAGES"} <= there
    assert there - USED <= by_name


def test_a_language_is_spoken_only_where_it_was_chosen():
    with words.speaking("es"):
        assert (words.spoken(), words.SEND) == ("es", "Enviar")

    assert (words.spoken(), words.SEND) == ("en", "Ask")


def test_no_word_is_taken_before_a_language_is_known():
    for path in UI.rglob("*.py"):
        if "words" in path.parts:
            continue
        tree = ast.parse(path.read_text("utf-8"))
        early = [node for node in tree.body if isinstance(node, ast.Assign | ast.AnnAssign)]
        taken = [ast.unparse(node) for node in early if re.search(r"\bwords\.[A-Z]", ast.unparse(node))]
        assert taken == [], path

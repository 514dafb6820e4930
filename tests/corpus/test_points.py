"""The reviewed points quote the digests, hold no figure of their own, and keep to the inventory of facts."""

import json
import re
from pathlib import Path
from typing import Any

import pytest

from advisor.text import figures, normalise
from tests.corpus.conftest import DIGESTS, ROOT, Digest, vocabulary_file
from tests.corpus.test_digests import FACT_ID, runs

POINTS = vocabulary_file("points.yaml")
by_id = pytest.mark.parametrize("point", POINTS, ids=[point["id"] for point in POINTS])
_ROW = re.compile(r"^\| ([AD]\d\d) \|(.*)\|$", re.MULTILINE)


def stances(point: dict[str, Any]) -> list[dict[str, Any]]:
    return point.get("positions") or [{"value": point["says"], "quotes": point["quotes"]}]


def quotes(point: dict[str, Any]) -> list[dict[str, str]]:
    return [quote for stance in stances(point) for quote in stance["quotes"]]


@pytest.fixture(scope="module")
def inventory(shared: Path) -> dict[str, str]:
    """The rows of the two tables of points, by id."""
    path = shared / "facts" / "seeds.md"
    if not path.is_file():
        pytest.skip("the inventory of facts is not here (facts/seeds.md in the folder that ADVISOR_SHARED names)")
    return dict(_ROW.findall(path.read_text(encoding="utf-8")))


def test_each_point_has_an_id_of_its_own_and_the_kind_of_its_id() -> None:
    ids = [point["id"] for point in POINTS]

    assert len(ids) == len(set(ids)) == 45
    assert all(point["kind"] == {"D": "differ", "A": "agree"}[point["id"][0]] for point in POINTS)


@by_id
def test_every_quote_stands_in_its_digest(point: dict[str, Any], digests: dict[str, Digest]) -> None:
    assert [q for q in quotes(point) if q["words"] not in digests[q["guide"]].visible] == []


@by_id
def test_our_words_hold_no_figure_of_their_own(point: dict[str, Any]) -> None:
    for stance in stances(point):
        assert figures(stance["value"]) <= figures(" ".join(q["words"] for q in stance["quotes"]))
    held = figures(" ".join(q["words"] for q in quotes(point)))
    assert figures(f"{point['says']} {point.get('because', '')}") <= held


@by_id
def test_roles_and_attributes_are_those_of_the_vocabulary(
    point: dict[str, Any], roles: list[dict[str, Any]], attributes: list[dict[str, Any]]
) -> None:
    assert set(point["roles"]) <= {role["id"] for role in roles}
    assert set(point["attributes"]) <= {attribute["id"] for attribute in attributes}


@by_id
def test_the_wordings_are_several_and_different(point: dict[str, Any]) -> None:
    assert len({normalise(wording) for wording in point["wordings"]}) == len(point["wordings"]) >= 5


def test_no_wording_raises_two_points() -> None:
    said = [normalise(wording) for point in POINTS for wording in point["wordings"]]

    assert sorted({wording for wording in said if said.count(wording) > 1}) == []


def test_no_wording_is_taken_from_a_file_of_questions(shared: Path) -> None:
    files = [*(ROOT / "tests/evals").glob("*.jsonl"), *(shared / "eval").glob("*.jsonl")]
    asked = {
        normalise(t) for f in files for line in f.read_text("utf-8").splitlines() for t in json.loads(line)["turns"]
    }

    assert [w for point in POINTS for w in point["wordings"] if normalise(w) in asked] == []


@by_id
def test_no_run_of_eight_words_is_shared_with_a_scraped_page(
    point: dict[str, Any], scraped_pages: dict[str, str]
) -> None:
    ours = runs(" ".join([point["says"], point.get("because", ""), *(stance["value"] for stance in stances(point))]))

    assert [" ".join(run) for page in scraped_pages.values() for run in ours & runs(page)] == []


@by_id
def test_each_quote_carries_a_fact_that_the_inventory_names_for_the_point(
    point: dict[str, Any], digests: dict[str, Digest], inventory: dict[str, str]
) -> None:
    named = set(FACT_ID.findall(inventory[point["id"]]))
    told = {fact.partition("-")[0] for fact in named}  # of the others the inventory says only that they are silent

    mine = [q for q in quotes(point) if DIGESTS[q["guide"]] in told]
    strange = [q["words"] for q in mine if not named & facts_of(q, digests[q["guide"]])]

    assert strange == []


@by_id
def test_guides_that_agree_are_those_of_the_inventory(point: dict[str, Any], inventory: dict[str, str]) -> None:
    if point["kind"] == "differ":
        return
    named = set(re.findall(r"\bS\d\b", inventory[point["id"]].rsplit("|", 1)[1].split("(")[0]))

    assert {DIGESTS[q["guide"]] for q in quotes(point)} == named


def facts_of(quote: dict[str, str], digest: Digest) -> set[str]:
    """The facts named in the comment behind a quote, wherever it stands."""
    lines = [line for line in digest.source.splitlines() if quote["words"] in line]
    return {fact for line in lines for fact in FACT_ID.findall(line)}

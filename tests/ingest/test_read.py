from pathlib import Path

import pytest

from advisor.domain import GuideKind
from advisor.errors import IngestError
from ingest import characters
from ingest.readers import read

DESCRIBED = """---
id: nursing
kind: digest
title: "Nursing: a career"
publisher: HealthHub
reviewed_by: null
published: 2025-11
updated: 2026-03-04
roles: [nurse]
---

# Nursing

Nurses care for people. <!-- N-F01 -->
"""


def written(folder: Path, name: str, text: str | bytes) -> Path:
    path = folder / name
    path.write_bytes(text if isinstance(text, bytes) else text.encode())
    return path


def refusal(path: Path) -> IngestError:
    with pytest.raises(IngestError) as refused:
        read(path)
    assert refused.value.hint
    assert "\n" not in str(refused.value)
    return refused.value


def test_front_matter_describes_the_guide(tmp_path: Path):
    guide = read(written(tmp_path, "x.md", DESCRIBED)).guide

    assert (guide.id, guide.kind, guide.title) == ("nursing", GuideKind.DIGEST, "Nursing: a career")
    assert (guide.publisher, guide.reviewed_by, guide.roles) == ("HealthHub", "", ("nurse",))
    assert (guide.published, guide.updated) == ("2025-11", "2026-03-04")


def test_the_text_has_neither_front_matter_nor_comments(tmp_path: Path):
    guide = read(written(tmp_path, "x.md", DESCRIBED)).guide

    assert guide.text == "# Nursing\n\nNurses care for people.\n"


def test_a_plain_text_can_be_described_beside_it(tmp_path: Path):
    written(tmp_path, "my guide.meta.yaml", "title: Nursing\npublisher: HealthHub\nupdated: May 3, 2026\n")

    guide = read(written(tmp_path, "my guide.txt", "Nurses care for people.\n")).guide

    assert (guide.id, guide.title, guide.publisher, guide.updated) == ("my-guide", "Nursing", "HealthHub", "2026-05-03")


def test_without_description_the_text_speaks_for_itself(tmp_path: Path):
    text = (
        "Nursing as a Career for You\n\nUpdated\n\nMay 12, 2026\n\nWritten by\n\nAnn Lee, nurse of ten years\n\n"
        "Reviewed by\n\nBo Chen\n\nNurses care for people in hospitals and at home.\n"
    )

    guide = read(written(tmp_path, "n.txt", text)).guide

    assert (guide.title, guide.kind) == ("Nursing as a Career for You", GuideKind.ORIGINAL)
    assert (guide.author, guide.reviewed_by, guide.updated) == ("Ann Lee", "Bo Chen", "2026-05-12")


def test_undated_in_the_description_stays_undated(tmp_path: Path):
    text = "---\ntitle: T\nupdated: null\n---\nUpdated on May 3, 2026\n\nNurses care.\n"

    assert read(written(tmp_path, "x.md", text)).guide.updated is None


@pytest.mark.parametrize(
    ("text", "title"),
    [
        pytest.param("# Nursing\n\nNurses care.", "Nursing", id="heading of level one"),
        pytest.param("Nursing\n=======\n\nNurses care.", "Nursing", id="underlined heading"),
        pytest.param("## Pay\n\nNurses earn.", "Pay", id="first heading"),
        pytest.param("Nursing\n\nNurses care.", "Nursing", id="first line"),
    ],
)
def test_a_title_is_found_in_the_text(tmp_path: Path, text: str, title: str):
    reading = read(written(tmp_path, "x.md", text))

    assert (reading.guide.title, reading.warnings) == (title, ())


def test_a_file_name_stands_in_for_a_missing_title_with_a_warning(tmp_path: Path):
    reading = read(written(tmp_path, "nursing.txt", "Nurses care for people, and they are paid for it.\n"))

    assert reading.guide.title == "nursing"
    assert "no title" in reading.warnings[0]


def test_hidden_characters_are_reported(tmp_path: Path):
    reading = read(written(tmp_path, "x.md", "# Pay\n\nNurses ea\u200brn\u202e.\n"))

    assert reading.guide.text == "# Pay\n\nNurses earn.\n"
    assert reading.warnings == ("2 hidden characters were removed",)


def test_an_unknown_key_is_a_warning_with_the_nearest_key(tmp_path: Path):
    reading = read(written(tmp_path, "x.md", "---\ntitle: T\npublishr: X\n---\nNurses care.\n"))

    assert "did you mean publisher" in reading.warnings[0]


def test_keep_and_drop_stand_above_the_rules(tmp_path: Path):
    text = (
        "---\ntitle: T\nkeep: [weekly newsletter]\ndrop: ['/^Nurses sing/', night shift]\n---\n"
        "Read the weekly newsletter of your union.\n\nNurses sing.\n\nA night shift is long.\n\nNurses care.\n"
    )

    reading = read(written(tmp_path, "x.md", text))

    assert reading.guide.text == "Read the weekly newsletter of your union.\n\nNurses care.\n"
    assert {block.why for block in reading.dropped} == {"the guide's description says so"}


def test_noise_goes_from_an_original_but_never_from_a_digest(tmp_path: Path):
    noise = "# T\n\nNurses care.\n\nSubscribe to our newsletter.\n"

    original = read(written(tmp_path, "a.md", noise))
    digest = read(written(tmp_path, "b.md", "---\nkind: digest\n---\n" + noise))

    assert [block.why for block in original.dropped] == ["newsletter box"]
    assert (digest.dropped, digest.guide.text) == ((), noise)


@pytest.mark.parametrize(
    ("name", "text", "says"),
    [
        pytest.param("x.md", "", "empty", id="empty"),
        pytest.param("x.md", b"\x00\x01\x02", "binary", id="binary"),
        pytest.param("x.md", "---\ntitle: T\n---\n", "no text", id="front matter only"),
        pytest.param("x.md", "<!-- all -->\n", "no text", id="comments only"),
        pytest.param("x.txt", "Subscribe to our newsletter.\n", "no text", id="noise only"),
        pytest.param("x.html", "<html><body></body></html>", "no text", id="empty page"),
        pytest.param("x.html", "<<<>>>", "no text", id="not a page"),
        pytest.param("x.md", "---\ntitle: a: b\n---\nT\n", "line 2", id="broken YAML"),
        pytest.param("x.md", "---\ntitle: T\nNurses care.\n", "not closed", id="front matter never closed"),
        pytest.param("x.md", "---\n- a\n---\nT\n", "not a list of keys", id="front matter is a list"),
        pytest.param("x.md", "---\nid: ../../etc\n---\nT\n", "id in the front matter", id="id that leaves the folder"),
        pytest.param("x.md", "---\nupdated: soon\n---\nT\n", "not a date", id="no date"),
        pytest.param("x.md", "---\nupdated: 2026-02-31\n---\nT\n", "front matter is broken", id="impossible date"),
        pytest.param("x.md", "---\nkind: rumour\n---\nT\n", "kind in the front matter", id="unknown kind"),
        pytest.param("x.pdf", "text", "cannot be read", id="unknown format"),
    ],
)
def test_what_cannot_be_a_guide_is_refused_in_one_line_with_a_hint(
    tmp_path: Path, name: str, text: str | bytes, says: str
):
    assert says in str(refusal(written(tmp_path, name, text)))


def test_a_broken_description_names_its_own_file(tmp_path: Path):
    written(tmp_path, "x.meta.yaml", "title: [\n")

    assert "x.meta.yaml" in str(refusal(written(tmp_path, "x.txt", "Nurses care.")))


def test_a_huge_file_is_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr(characters, "LARGEST_FILE", 1_000)

    assert "too large" in str(refusal(written(tmp_path, "x.md", "a" * 1_001)))


def test_a_missing_file_is_refused(tmp_path: Path):
    assert "cannot be opened" in str(refusal(tmp_path / "gone.md"))


def test_a_line_between_dashes_is_not_front_matter(tmp_path: Path):
    guide = read(written(tmp_path, "x.md", "---\n\n# Nursing\n\nNurses care.\n")).guide

    assert guide.title == "Nursing"

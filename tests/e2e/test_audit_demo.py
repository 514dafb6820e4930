"""The demonstration: the real advisor asked under a made-up clock, in a home of its own, and looked at."""

import json
from datetime import UTC, datetime
from pathlib import Path

import pytest

from advisor.audit import demo
from advisor.audit.review_file import ReviewFile
from advisor.ledger import open_ledger
from ui.cli import main

pytestmark = pytest.mark.model


@pytest.fixture
def shown(corpus_home: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setattr(demo, "CONVERSATIONS", 50)  # each question once
    main_until_done("demo", str(tmp_path / "demo"), "--home", str(corpus_home))
    return tmp_path / "demo"


def main_until_done(*arguments: str) -> None:
    with pytest.raises(SystemExit) as exited:
        main(["audit", *arguments])
    assert not exited.value.code


def test_a_visitor_finds_weeks_of_answers_reviews_and_figures(shown: Path, capsys: pytest.CaptureFixture[str]) -> None:
    capsys.readouterr()

    main_until_done(
        "figures", "--json", "--since", "2020-01-01", "--home", str(shown), "--reviews", str(shown / "reviews.jsonl")
    )

    figures = json.loads(capsys.readouterr().out)
    ledger = open_ledger(shown, {})
    answers, whole = ledger.records.answers(), ledger.verify()
    ledger.close()
    days = {answer.asked_at[:10] for answer in answers}
    assert whole.ok
    assert len(days) > 15
    assert max(days) <= datetime.now(UTC).date().isoformat()
    assert {answer.kind.value for answer in answers} >= {"answer", "declined"}
    assert {r.record_id for r in ReviewFile(shown / "reviews.jsonl").all()} <= {a.record_id for a in answers}
    assert figures["figures"]["random"]["answers"]["right"]["judged"] > 10

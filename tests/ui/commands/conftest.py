"""One command line at a time, with a fake advisor behind it."""

import io
import sys
from types import SimpleNamespace

import pytest

from advisor.domain import Answer, Guide, GuideKind, Kind, Origin, Passage, PassageKind, Source
from advisor.errors import InputError
from tests.fakes import OpenLibrary, ScriptedAdvisor
from ui.cli import main
from ui.parts import Parts

SOURCE = Source(
    n=1,
    passage_id="g:1",
    guide_id="g",
    guide_kind=GuideKind.DIGEST,
    guide_title="Which job?",
    publisher="A school",
    url="https://example.org",
    updated=None,
    heading="Math",
    context="",
    quote="MLOps needs less math.",
    start=10,
    end=32,
    passage="MLOps needs less math.",
    passage_start=10,
    release="r1",
    guide_page="/guides/g?release=r1&start=10&end=32",
)
ANSWER = Answer(
    question="",
    standalone_question="",
    language="en",
    conversation_id="c1",
    asked_at="2026-11-20T10:00:00+00:00",
    record_id="r",
    origin=Origin.CHAT,
    kind=Kind.ANSWER,
    declined=None,
    answer="“MLOps” needs less math. [1]",
    citations=(SOURCE,),
    follow_ups=("What does it pay?",),
)
REFUSED = InputError("The question cannot be read.", hint="Write it\nanew.")
GUIDE = Guide("g", "Which job?", "MLOps needs less math.", GuideKind.DIGEST, publisher="A school")
PASSAGE = Passage("g", PassageKind.PROSE, (), "", GUIDE.text, 0, len(GUIDE.text))


class NoisyAdvisor(ScriptedAdvisor):
    """Some library behind it writes on standard output."""

    def ask(self, question, **options):
        sys.stdout.write("a library says something\n")
        return super().ask(question, **options)


@pytest.fixture
def scripted() -> NoisyAdvisor:
    return NoisyAdvisor([ANSWER], OpenLibrary(guides={"g": GUIDE}, passages={PASSAGE.id: PASSAGE}))


@pytest.fixture
def run(scripted, capsys, monkeypatch, tmp_path):
    """Run one command line; gives exit code, standard output and standard error."""

    def run(*arguments: str, said: str = "", **parts) -> SimpleNamespace:
        monkeypatch.setattr("sys.stdin", io.TextIOWrapper(io.BytesIO(said.encode()), "utf-8"))
        with pytest.raises(SystemExit) as exited:
            main([*arguments, "--home", str(tmp_path)], Parts(**{"advisor": lambda settings: scripted, **parts}))
        out, err = capsys.readouterr()
        return SimpleNamespace(code=exited.value.code or 0, out=out, err=err)

    return run

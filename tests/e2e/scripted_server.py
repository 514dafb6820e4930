"""Serves the page on a scripted advisor, for browser tests: `python -m tests.e2e.scripted_server PORT HOME`."""

import sys
import time
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from advisor.domain import Answer, Step
from advisor.errors import LedgerError
from advisor.settings import Settings
from tests.fakes import ScriptedAdvisor
from tests.ui import samples
from ui.server import serve

SCRIPT = (
    samples.PAY_ANSWER,
    samples.WAY_IN,
    samples.DECLINED,
    samples.CHOICE,
    samples.HOSTILE_ANSWER,
    LedgerError("The answer could not be recorded.", hint="Free some disk space and ask again."),
)


class UnhurriedAdvisor(ScriptedAdvisor):
    """Takes its time over a question that asks for it."""

    def steps(self, question: str, **how: Any) -> Iterator[Step | Answer]:
        for event in super().steps(question, **how):
            time.sleep(1 if "slowly" in question else 0)
            yield event


if __name__ == "__main__":
    serve(UnhurriedAdvisor(SCRIPT, samples.LIBRARY), Settings(port=int(sys.argv[1]), home=Path(sys.argv[2])))

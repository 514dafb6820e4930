"""Serves the page on a scripted advisor, for browser tests: `python -m tests.e2e.scripted_server PORT HOME`."""

import sys
from pathlib import Path

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

if __name__ == "__main__":
    serve(ScriptedAdvisor(SCRIPT, samples.LIBRARY), Settings(port=int(sys.argv[1]), home=Path(sys.argv[2])))

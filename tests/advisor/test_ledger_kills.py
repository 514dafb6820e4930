"""Many writers and sudden ends: no acknowledged record is lost and the chain never forks."""

import random
import subprocess
import sys
import time
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest

from advisor.audit.case import View
from advisor.ledger import open_ledger
from tests.samples import asked

ROOT = Path(__file__).parents[2]
KILLS = 10
PROCESSES = 3
EACH = 40  # records that one thread or process writes

RECORD = """
import sys
from itertools import islice, count
from pathlib import Path
from advisor.ledger import open_ledger
from tests.samples import asked

home, name, limit = Path(sys.argv[1]), sys.argv[2], int(sys.argv[3])
sys.stdout.write("ready\\n")
sys.stdout.flush()
sys.stdin.readline()
ledger = open_ledger(home, {})
for number in islice(count(), limit or None):
    recorded = ledger.record(asked(f"{name} {number}", conversation_id=name))
    sys.stdout.write(recorded.record_id + "\\n")
    sys.stdout.flush()
ledger.close()
"""
JUDGE = """
import sys
from pathlib import Path
from advisor.audit.review import Review, Stratum
from advisor.ledger import open_ledger

sys.stdout.write("ready\\n")
sys.stdout.flush()
sys.stdin.readline()
ledger = open_ledger(Path(sys.argv[1]), {})
while given := ledger.audit.queue.next(sys.argv[2]):
    ledger.audit.reviews.keep(Review(given.record_id, sys.argv[2], "", "", Stratum.PICKED, right=True))
    sys.stdout.write(given.record_id + "\\n")
    sys.stdout.flush()
"""
OPEN = """
import sys
from itertools import count
from pathlib import Path
from advisor.ledger import open_ledger

sys.stdout.write("ready\\n")
sys.stdout.flush()
sys.stdin.readline()
for number in count():
    open_ledger(Path(sys.argv[1]) / str(number), {}).close()
"""


@pytest.fixture
def start():
    """Start a Python program and wait until it has imported what it needs; `go` lets it run."""
    started = []

    def run(program, *arguments):
        process = subprocess.Popen(
            [sys.executable, "-c", program, *map(str, arguments)],
            cwd=ROOT,
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            text=True,
        )
        started.append(process)
        assert process.stdout.readline() == "ready\n"
        return process

    yield run
    for process in started:
        process.kill()
        process.communicate()


def go(process):
    process.stdin.write("go\n")
    process.stdin.flush()


def test_threads_and_processes_write_one_chain(tmp_path, start):
    home = tmp_path / "home"
    processes = [start(RECORD, home, f"process-{number}", EACH) for number in range(PROCESSES)]
    for process in processes:
        go(process)
    ledger = open_ledger(home, {})

    with ThreadPoolExecutor(4) as threads:
        ours = list(threads.map(lambda number: ledger.record(asked(str(number))).record_id, range(4 * EACH)))
    theirs = [line for process in processes for line in process.communicate(timeout=60)[0].split()]

    report = ledger.verify()
    assert (report.ok, report.unacknowledged) == (True, 0)
    assert report.count == len({*ours, *theirs}) == (4 + PROCESSES) * EACH
    ledger.close()


def test_a_kill_while_recording_loses_nothing_that_was_acknowledged(tmp_path, start):
    moments, acknowledged = random.Random(7), []
    for number in range(KILLS):
        process = start(RECORD, tmp_path, f"talk-{number}", 0)
        go(process)
        acknowledged.append(process.stdout.readline().strip())

        time.sleep(moments.uniform(0, 0.15))
        process.kill()

        acknowledged += process.stdout.read().split("\n")[:-1]  # `communicate` would miss what is buffered

    ledger = open_ledger(tmp_path, {})
    report = ledger.verify()
    assert report.ok, report.broken
    assert [record_id for record_id in acknowledged if ledger.get(record_id) is None] == []
    assert len(acknowledged) <= report.count <= len(acknowledged) + KILLS
    ledger.close()


def test_a_kill_while_judging_loses_no_judgement_that_was_acknowledged(tmp_path, start):
    moments, acknowledged = random.Random(5), []
    ledger = open_ledger(tmp_path, {})
    for number in range(20 * KILLS):
        ledger.record(asked(str(number), conversation_id=str(number)))
    for number in range(KILLS):
        name = f"reviewer-{number}"
        process = start(JUDGE, tmp_path, name)
        go(process)
        first = process.stdout.readline().strip()

        time.sleep(moments.uniform(0, 0.1))
        process.kill()

        judged = [first, *process.stdout.read().split("\n")[:-1]]
        acknowledged += [(record_id, name) for record_id in judged if record_id]

    assert len(acknowledged) >= KILLS
    assert set(acknowledged) <= {(review.record_id, review.reviewer) for review in ledger.audit.reviews.all()}
    assert ledger.verify().ok
    found = ledger.audit.cases.page(View((("reviewed", "yes"),))).cases
    assert found and all(ledger.audit.reviews.of(case.record_id) for case in found)
    ledger.close()


def test_a_kill_while_a_ledger_is_made_leaves_one_that_opens(tmp_path, start):
    moments = random.Random(11)
    for number in range(KILLS // 2):
        folder = tmp_path / str(number)
        process = start(OPEN, folder)
        go(process)

        time.sleep(moments.uniform(0.05, 0.5))
        process.kill()
        process.communicate()

        for home in folder.glob("*"):
            ledger = open_ledger(home, {})
            ledger.record(asked("first"))
            assert ledger.verify().ok
            ledger.close()

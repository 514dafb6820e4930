"""A release that is built beside the published one, and what a kill leaves of it."""

import os
import random
import shutil
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from advisor.errors import LibraryError
from advisor.library.manifest import verify_release
from advisor.library.shelf import CURRENT, RELEASES, STAGED, current_release, list_releases, point_to, staged_releases
from ingest.publish import discard_staged, publish_staged
from tests.ingest.small_library import publish_small

ROOT = Path(__file__).parents[2]
SENTENCES = 300


@pytest.fixture(scope="module")
def staged_home(tmp_path_factory):
    """A home with a published release and one that waits: (home, published, staged)."""
    home = tmp_path_factory.mktemp("staged")
    published = publish_small(home).release
    return home, published, publish_small(home, 2, stage=True).release


@pytest.fixture
def staged(staged_home, tmp_path):
    shutil.copytree(staged_home[0], tmp_path / "home")
    return tmp_path / "home", *staged_home[1:]


def test_staging_publishes_nothing(staged):
    home, published, waiting = staged

    assert current_release(home) == published
    assert staged_releases(home) == [waiting]
    assert verify_release(home / RELEASES / waiting) == []


def test_a_staged_release_can_be_published(staged):
    home, published, waiting = staged

    publish_staged(home, waiting)

    assert current_release(home) == waiting
    assert staged_releases(home) == []
    point_to(home, published)
    assert staged_releases(home) == []


def test_a_staged_release_can_be_discarded(staged):
    home, published, waiting = staged

    discard_staged(home, waiting)

    assert list_releases(home) == [published]
    assert [path.name for path in (home / RELEASES).iterdir()] == [published]
    assert list((home / STAGED).iterdir()) == []


def test_only_what_waits_can_be_published_or_discarded(staged):
    home, published, waiting = staged
    publish_staged(home, waiting)

    for release in (published, waiting, "20261101T100000000Z-0123abcd", "../../etc"):
        for act in (publish_staged, discard_staged):
            with pytest.raises(LibraryError):
                act(home, release)

    assert list_releases(home) == [waiting, published]


def test_a_damaged_release_is_not_published(staged):
    home, published, waiting = staged
    (home / RELEASES / waiting / "units.jsonl").write_text("")

    with pytest.raises(LibraryError, match="damaged"):
        publish_staged(home, waiting)

    assert current_release(home) == published


def test_staging_the_same_again_makes_no_second_release(staged):
    home, _, waiting = staged

    again = publish_small(home, 2, stage=True)

    assert (again.release, again.staged) == (waiting, True)


def test_ingesting_what_is_staged_publishes_it(staged):
    home, _, waiting = staged

    published = publish_small(home, 2)

    assert (published.release, published.staged) == (waiting, False)
    assert current_release(home) == waiting
    assert staged_releases(home) == []


def test_staging_what_is_published_stages_nothing(staged):
    home, published, waiting = staged

    again = publish_small(home, 1, stage=True)

    assert (again.release, again.staged) == (published, False)
    assert staged_releases(home) == [waiting]


def test_what_was_published_before_a_kill_does_not_wait_again(staged):
    home, published, waiting = staged
    (home / CURRENT).write_text(waiting)  # killed after the rename, before its mark was removed

    point_to(home, published)

    assert staged_releases(home) == []


WHEN = {
    "the release is begun": f"{RELEASES}/.staging-*",
    "Chroma is made": f"{RELEASES}/.staging-*/chroma/chroma.sqlite3",
    "the manifest is written": f"{RELEASES}/.staging-*/manifest.json",
    "it is marked": f"{STAGED}/*",
}


@pytest.mark.parametrize("moment", WHEN)
def test_a_kill_while_staging_leaves_what_was_there(staged, moment):
    home, published, waiting = staged
    seen = set(home.glob(WHEN[moment]))
    command = [sys.executable, "-m", "tests.ingest.small_library", str(home), "3", "0", str(SENTENCES), "stage"]

    process = subprocess.Popen(command, cwd=ROOT, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    while process.poll() is None and not set(home.glob(WHEN[moment])) - seen:
        time.sleep(0.0005)
    time.sleep(random.Random(moment).uniform(0, 0.002))
    if process.poll() is None:
        os.kill(process.pid, signal.SIGKILL)
    process.wait()

    assert current_release(home) == published
    others = set(list_releases(home)) - {published, waiting}
    assert others <= set(staged_releases(home))
    assert all(verify_release(home / RELEASES / release) == [] for release in list_releases(home))
    publish_small(home, 4, stage=True)
    assert list((home / RELEASES).glob(".staging-*")) == []
    assert {path.name for path in (home / STAGED).iterdir()} == set(staged_releases(home))


@pytest.mark.parametrize("act", ["publish_staged", "discard_staged"])
@pytest.mark.parametrize("tenths", range(0, 10, 3))
def test_a_kill_while_publishing_or_discarding_leaves_one_whole_library(staged, act, tenths):
    home, published, waiting = staged
    code = f"import sys; from pathlib import Path; from ingest.publish import {act} as act; print(1, flush=True); "
    code += "act(Path(sys.argv[1]), sys.argv[2])"

    process = subprocess.Popen([sys.executable, "-c", code, str(home), waiting], cwd=ROOT, stdout=subprocess.PIPE)
    process.stdout.readline()
    time.sleep(tenths / 200)
    process.kill()
    process.communicate()

    assert current_release(home) in {published, waiting}
    assert verify_release(home / RELEASES / current_release(home)) == []
    assert set(list_releases(home)) <= {published, waiting}
    assert set(staged_releases(home)) == set(list_releases(home)) - {published, current_release(home)}

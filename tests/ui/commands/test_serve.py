from pathlib import Path

import pytest

from advisor.errors import IngestError
from tests.ui.commands.test_ingest import REPORT
from ui.upkeep import State, Upkeep


@pytest.fixture
def serve(run):
    """Serve over a library in that state; gives the result, what was ingested and with which settings was served."""

    def serve(state: State, *arguments: str, ingest=None):
        ingested, served = [], []
        result = run(
            "serve",
            *arguments,
            upkeep=lambda settings: Upkeep(state, (Path("mine"),)),
            ingest=ingest or (lambda paths, *_: ingested.append(paths) or REPORT),
            serve=lambda advisor, settings: served.append(settings),
        )
        return result, ingested, served

    return serve


@pytest.mark.parametrize("state", [State.MISSING, State.STALE])
def test_guides_that_changed_are_read_before_the_page_is_served(serve, state):
    _, ingested, served = serve(state)

    assert ingested == [[Path("mine")]]
    assert len(served) == 1


@pytest.mark.parametrize("state", [State.FRESH, State.ROLLED_BACK, State.ORPHANED])
def test_otherwise_the_library_is_served_as_it_is(serve, state):
    result, ingested, served = serve(state)

    assert (result.code, ingested, len(served)) == (0, [], 1)


def test_a_failing_ingest_does_not_stop_the_library_that_is_there(serve):
    def fails(*_):
        raise IngestError("Nothing could be read.", hint="Look at the files.")

    stale, _, served = serve(State.STALE, ingest=fails)
    missing, _, unserved = serve(State.MISSING, ingest=fails)

    assert (stale.code, len(served)) == (0, 1)
    assert "The published library is served as it is." in stale.err
    assert (missing.code, len(unserved)) == (1, 0)


def test_host_and_port_can_be_given(serve):
    _, _, (settings,) = serve(State.FRESH, "--host", "0.0.0.0", "--port", "8000")

    assert (settings.host, settings.port) == ("0.0.0.0", 8000)


def test_a_port_that_is_none_is_an_expected_failure(serve):
    result, _, served = serve(State.FRESH, "--port", "70000")

    assert (result.code, served) == (1, [])
    assert result.err.startswith("advisor: ADVISOR_PORT cannot be used")

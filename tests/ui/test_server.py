import json
import os
import socket
import stat
import threading

import pytest
import structlog

from advisor.errors import SetupError
from tests.fakes import ScriptedAdvisor
from tests.ui import samples
from ui import logs, server


def test_a_port_in_use_is_an_error_with_a_hint():
    with socket.create_server(("127.0.0.1", 0)) as taken:
        port = taken.getsockname()[1]

        with pytest.raises(SetupError, match=f"127.0.0.1:{port}") as refused:
            server.listen("127.0.0.1", port)

    assert "ADVISOR_PORT" in refused.value.hint


def test_an_address_that_is_not_ours_is_an_error_with_a_hint():
    with pytest.raises(SetupError):
        server.listen("no-such-host.invalid", 7860)


def test_scratch_files_are_private_and_nothing_is_sent(tmp_path, monkeypatch):
    for name in ("GRADIO_ANALYTICS_ENABLED", "GRADIO_TEMP_DIR", "HF_HUB_OFFLINE"):
        monkeypatch.setenv(name, "")

    server.keep_to_this_machine(tmp_path)

    assert os.environ["GRADIO_ANALYTICS_ENABLED"] == "False"
    assert stat.S_IMODE((tmp_path / "scratch").stat().st_mode) == 0o700


def test_the_address_is_announced(capsys):
    server.announce("127.0.0.1", 7860)

    assert capsys.readouterr().out == "Career advisor on http://127.0.0.1:7860\n"


@pytest.mark.parametrize("library", [None, samples.LIBRARY], ids=["none", "one"])
def test_warming_up_ends_ready_also_without_a_release(library):
    ready = threading.Event()

    server.warm_up(ScriptedAdvisor((), library), ready)

    assert ready.is_set()


def test_logs_are_lines_of_json_at_the_level_that_is_set(capsys):
    try:
        logs.configure("info")
        structlog.get_logger("ui").debug("hidden")
        structlog.get_logger("ui").info("request", path="/")
    finally:
        structlog.reset_defaults()

    lines = capsys.readouterr().err.splitlines()
    assert [json.loads(line)["event"] for line in lines] == ["request"]

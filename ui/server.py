"""Serving the page: takes the port, starts uvicorn, says where it listens. Knows no page."""

import contextlib
import os
import socket
import sys
import threading
from functools import partial
from pathlib import Path

from advisor.advisor import CareerAdvisor
from advisor.errors import AdvisorError, SetupError
from advisor.settings import Settings

STOP_WITHIN = 3  # seconds that open streams are given when the server stops


def serve(advisor: CareerAdvisor, settings: Settings) -> None:
    """Serve until stopped; raises SetupError where the address cannot be had."""
    listening = listen(settings.host, settings.port)
    keep_to_this_machine(settings.home)
    import uvicorn

    from ui import logs
    from ui.app import build_app

    logs.configure(settings.log_level)
    ready = threading.Event()
    config = uvicorn.Config(
        partial(build_app, advisor, settings, ready.is_set),
        factory=True,  # built inside the server's event loop: outside of one Gradio makes a loop and leaves it open
        log_level="warning",
        access_log=False,  # ours leaves out what people wrote
        server_header=False,
        timeout_graceful_shutdown=STOP_WITHIN,
    )

    class Server(uvicorn.Server):
        async def startup(self, sockets: list[socket.socket] | None = None) -> None:
            await super().startup(sockets)
            announce(settings.host, settings.port)
            warming.start()

    warming = threading.Thread(target=warm_up, args=(advisor, ready))
    with contextlib.suppress(KeyboardInterrupt):
        Server(config).run(sockets=[listening])
    if warming.is_alive():
        warming.join()  # native code must not be cut off while it loads the model


def listen(host: str, port: int) -> socket.socket:
    """A socket on the address, taken before anything slow is built."""
    try:
        family = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)[0][0]
        return socket.create_server((host, port), family=family, backlog=128)
    except OSError as problem:
        hint = "Stop the program that uses it, or choose another with ADVISOR_PORT (or ADVISOR_HOST)."
        raise SetupError(f"Cannot serve on {host}:{port}: {problem.strerror}.", hint=hint) from problem


def keep_to_this_machine(home: Path) -> None:
    """Gradio reads these when it is imported: nothing is sent, and its scratch files stay private to us."""
    scratch = home / "scratch"
    scratch.mkdir(parents=True, exist_ok=True, mode=0o700)
    os.environ |= {
        "GRADIO_ANALYTICS_ENABLED": "False",
        "GRADIO_TEMP_DIR": str(scratch.resolve()),
        "HF_HUB_OFFLINE": "1",
    }


def announce(host: str, port: int) -> None:
    shown = f"[{host}]" if ":" in host else host
    sys.stdout.write(f"Career advisor on http://{shown}:{port}\n")
    sys.stdout.flush()


def warm_up(advisor: CareerAdvisor, ready: threading.Event) -> None:
    """Make ready, so that the first question does not wait; what fails here will say so there."""
    try:
        with contextlib.suppress(AdvisorError):
            advisor.warm_up()
    finally:
        ready.set()

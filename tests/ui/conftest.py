"""Gradio 6.31 makes an event loop it never closes when an app is built outside of one; only its warning is let pass."""

import pytest

GRADIO_LEAVES_LOOPS_OPEN = (
    "ignore:.*BaseEventLoop.__del__:pytest.PytestUnraisableExceptionWarning",
    "ignore:.*socket.socket.*:pytest.PytestUnraisableExceptionWarning",
    "ignore:unclosed event loop:ResourceWarning",
    "ignore:unclosed.*socket.*:ResourceWarning",
)


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    for item in items:
        if item.path.parent == item.config.rootpath / "tests" / "ui":
            for ignored in GRADIO_LEAVES_LOOPS_OPEN:
                item.add_marker(pytest.mark.filterwarnings(ignored))

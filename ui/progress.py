"""Progress of long work on standard error: one line that changes on a terminal, a line for each step elsewhere."""

import sys
import time

EVERY = 0.1  # seconds between two changes of the line


class Progress:
    """Called with a step, how much of it is done and of how many; nothing is left on a terminal at the end."""

    def __init__(self) -> None:
        self._terminal = sys.stderr.isatty()
        self._step = ""
        self._shown = 0.0

    def __call__(self, step: str, done: int = 0, total: int = 0) -> None:
        new, self._step = step != self._step, step
        if not self._terminal:
            if new:
                sys.stderr.write(f"{step} …\n")
        elif new or done == total or time.monotonic() - self._shown > EVERY:
            self._shown = time.monotonic()
            counted = f" {done} of {total}" if total > 1 else ""
            sys.stderr.write(f"\r\x1b[K{step} …{counted}")
        sys.stderr.flush()

    def clear(self) -> None:
        if self._terminal and self._step:
            sys.stderr.write("\r\x1b[K")
            sys.stderr.flush()

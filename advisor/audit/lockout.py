"""How long who guesses passwords has to wait. Kept in memory only: no address of a client is written anywhere.

An attempt counts as failed from its start, so that guesses sent side by side count too.
"""

import time
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from threading import Lock

FIRST_WAIT = 30.0  # seconds; doubled by each further failure
LONGEST_WAIT = 900.0
FORGOTTEN_AFTER = 3 * 3600.0  # seconds without an attempt
MOST_KEPT = 20_000  # accounts and clients; beyond that those idle for longest are forgotten


@dataclass(slots=True)
class _Guesser:
    failures: int = 0
    last: float = 0.0
    until: float = 0.0


class Lockout:
    """Threads may share it."""

    def __init__(self, clock: Callable[[], float] = time.monotonic) -> None:
        self._clock = clock
        self._known: dict[str, _Guesser] = {}
        self._lock = Lock()

    def begin(self, allowances: Mapping[str, int]) -> float:
        """Seconds to wait, 0 where the attempt may be made; `allowances`: failures that each may have without a wait.

        One who has to wait gains nothing by trying: that attempt is not looked at and does not count.
        """
        with self._lock:
            now = self._clock()
            self._forget(now)
            known = {who: self._known.setdefault(who, _Guesser()) for who in allowances}
            wait = max(guesser.until - now for guesser in known.values())
            if wait > 0:
                return wait
            for who, guesser in known.items():
                guesser.failures += 1
                guesser.last = now
                beyond = guesser.failures - allowances[who]
                guesser.until = now + min(LONGEST_WAIT, FIRST_WAIT * 2 ** min(beyond, 20)) if beyond >= 0 else now
            return 0.0

    def succeeded(self, account: str, client: str) -> None:
        """Forget the account's failures; of the client only this attempt, lest an own account make room for guesses."""
        with self._lock:
            self._known.pop(account, None)
            if client in self._known:
                guesser = self._known[client]
                guesser.failures -= 1
                guesser.until = self._clock()

    def _forget(self, now: float) -> None:
        if len(self._known) < MOST_KEPT:
            idle = [who for who, g in self._known.items() if g.last and now - g.last > FORGOTTEN_AFTER]
        else:
            idle = sorted(self._known, key=lambda who: self._known[who].last)[: MOST_KEPT // 10]
        for who in idle:
            del self._known[who]

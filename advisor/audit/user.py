"""Who may audit: people of the staff, each with an account. Values and rules; knows no storage."""

import re
from dataclasses import dataclass
from enum import StrEnum

from advisor.errors import InputError

SHORTEST_PASSWORD = 12  # characters
LONGEST_PASSWORD = 1_000
_NAME = re.compile(r"[a-z0-9](?:[a-z0-9._-]{0,38}[a-z0-9])?")


class Rank(StrEnum):
    """What an account may do; each may do what those before it may. People call it the account's role."""

    VIEWER = "viewer"  # read
    AUDITOR = "auditor"  # judge
    ADMIN = "admin"  # erase

    def may(self, needed: "Rank") -> bool:
        ranks = list(Rank)
        return ranks.index(self) >= ranks.index(needed)


@dataclass(frozen=True, slots=True)
class User:
    name: str
    rank: Rank
    added: str  # ISO 8601, UTC


@dataclass(frozen=True, slots=True)
class Session:
    """A browser that is signed in; `form` is the secret that its forms must bring along."""

    user: User
    form: str


def plain_name(name: str) -> str:
    """The name as accounts are kept under; raises InputError where it cannot be one."""
    plain = name.strip().lower()
    if not _NAME.fullmatch(plain):
        raise InputError(
            "That cannot be the name of an account.",
            hint="Use up to 40 letters, digits, dots, dashes and underscores, a letter or digit at both ends.",
        )
    return plain


def checked_password(password: str, name: str) -> str:
    """The password; raises InputError where it is easily guessed."""
    if len(password) < SHORTEST_PASSWORD or len(set(password)) < 5 or password.lower() in (name, name * 2):
        raise InputError(
            "That password is easily guessed.", hint=f"Use {SHORTEST_PASSWORD} or more characters, several words say."
        )
    if len(password) > LONGEST_PASSWORD:
        raise InputError("That password is too long.", hint=f"Use {LONGEST_PASSWORD} characters at most.")
    return password

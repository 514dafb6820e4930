"""The accounts of auditors and their sessions, beside the ledger in its database. The only module that knows Argon2.

Of a password only its Argon2id hash is stored, of a session's cookie only a fingerprint. The cookie is signed too, with
a key derived from the ledger's, so that one that was made up costs no look into the database.
"""

import hmac
from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from hashlib import sha256
from secrets import token_urlsafe
from threading import Semaphore

from argon2 import PasswordHasher
from argon2.exceptions import Argon2Error, InvalidHashError
from sqlalchemy import delete, func, insert, select, update

from advisor.audit.lockout import Lockout
from advisor.audit.user import LONGEST_PASSWORD, Rank, Session, User, checked_password, plain_name
from advisor.errors import InputError
from advisor.ledger.appender import Appender, now
from advisor.ledger.database import named_errors
from advisor.ledger.schema import sessions, users

SESSION_HOURS = 8
AT_ONCE = 2  # passwords checked at the same time: each takes 64 MiB
OF_ACCOUNT, OF_CLIENT = 5, 20  # failures before the first wait; several people may share a client's address


class SqlUsers:
    def __init__(self, appender: Appender, hasher: PasswordHasher | None = None) -> None:
        self._appender = appender
        self._engine = appender.engine
        self._hasher = hasher or PasswordHasher()
        self._room = Semaphore(AT_ONCE)
        self._nobodys = self._hasher.hash(token_urlsafe())  # compared with where there is no such account

    def add(self, name: str, rank: Rank, password: str) -> User:
        """Raises InputError where the name is taken, or name or password cannot be used."""
        user = User(plain_name(name), rank, now())
        kept = self._hasher.hash(checked_password(password, user.name))
        with self._appender.writing() as connection:
            if connection.execute(select(users.c.name).where(users.c.name == user.name)).first():
                raise InputError(f"There is an account {user.name} already.", hint="See: advisor user list")
            connection.execute(insert(users).values(name=user.name, rank=rank, password=kept, added=user.added))
        return user

    def all(self) -> tuple[User, ...]:
        with named_errors(), self._engine.connect() as connection:
            found = connection.execute(select(users.c.name, users.c.rank, users.c.added).order_by(users.c.name)).all()
        return tuple(User(name, Rank(rank), added) for name, rank, added in found)

    def remove(self, name: str) -> None:
        """Its sessions end at once. What the account judged stays on record."""
        with self._appender.writing() as connection:
            if not connection.execute(delete(users).where(users.c.name == plain_name(name))).rowcount:
                raise _unknown(name)

    def set_password(self, name: str, password: str) -> None:
        """Its sessions end at once."""
        plain = plain_name(name)
        kept = self._hasher.hash(checked_password(password, plain))
        with self._appender.writing() as connection:
            if not connection.execute(update(users).where(users.c.name == plain).values(password=kept)).rowcount:
                raise _unknown(name)
            connection.execute(delete(sessions).where(sessions.c.name == plain))

    def any(self) -> bool:
        with named_errors(), self._engine.connect() as connection:
            return bool(connection.execute(select(func.count()).select_from(users)).scalar())

    def matches(self, name: str, password: str) -> bool:
        """Takes as long where there is no such account."""
        with named_errors(), self._engine.connect() as connection:
            kept = connection.execute(select(users.c.password).where(users.c.name == name.strip().lower())).scalar()
        with self._room:
            try:
                right = self._hasher.verify(kept or self._nobodys, password[: LONGEST_PASSWORD + 1])
            except (Argon2Error, InvalidHashError, UnicodeEncodeError):
                return False
        return right and kept is not None


class SqlSessions:
    """Signing in and out, and who is signed in."""

    def __init__(
        self,
        appender: Appender,
        accounts: SqlUsers,
        lockout: Lockout | None = None,
        clock: Callable[[], datetime] = lambda: datetime.now(UTC),
    ) -> None:
        self._appender = appender
        self._engine = appender.engine
        self._users = accounts
        self._lockout = lockout or Lockout()
        self._clock = clock
        self._key = hmac.digest(appender.key, b"sessions of auditors", "sha256")

    def sign_in(self, name: str, password: str, client: str) -> tuple[str, float]:
        """The session's cookie; without one the seconds to wait, 0 where name or password is wrong."""
        account = f"account {sha256(name.strip().lower().encode(errors='replace')).hexdigest()}"
        if wait := self._lockout.begin({account: OF_ACCOUNT, f"client {client}": OF_CLIENT}):
            return "", wait
        if not self._users.matches(name, password):
            return "", 0.0
        self._lockout.succeeded(account, f"client {client}")
        secret = token_urlsafe(32)
        expires = (self._clock() + timedelta(hours=SESSION_HOURS)).isoformat()
        row = {"token": _fingerprint(secret), "name": name.strip().lower(), "expires": expires}
        with self._appender.writing() as connection:
            connection.execute(delete(sessions).where(sessions.c.expires <= self._clock().isoformat()))
            connection.execute(insert(sessions).values(row))
        return f"{secret}.{self._signed('cookie', secret)}", 0.0

    def of(self, cookie: str) -> Session | None:
        """Who is signed in with it, with the rank that the account has now."""
        if not (secret := self._secret(cookie)):
            return None
        found = (
            select(users.c.name, users.c.rank, users.c.added)
            .join(sessions)
            .where(sessions.c.token == _fingerprint(secret), sessions.c.expires > self._clock().isoformat())
        )
        with named_errors(), self._engine.connect() as connection:
            row = connection.execute(found).first()
        return Session(User(row.name, Rank(row.rank), row.added), self._signed("form", secret)) if row else None

    def sign_out(self, cookie: str) -> None:
        """The cookie is worth nothing from now on."""
        if secret := self._secret(cookie):
            with self._appender.writing() as connection:
                connection.execute(delete(sessions).where(sessions.c.token == _fingerprint(secret)))

    def _secret(self, cookie: str) -> str:
        """The cookie's secret; empty where we did not sign it."""
        secret, _, signature = cookie.encode("ascii", "replace").decode().partition(".")
        return secret if hmac.compare_digest(signature, self._signed("cookie", secret)) else ""

    def _signed(self, purpose: str, secret: str) -> str:
        return hmac.digest(self._key, f"{purpose} {secret}".encode(), "sha256").hex()


def _fingerprint(secret: str) -> str:
    return sha256(secret.encode()).hexdigest()


def _unknown(name: str) -> InputError:
    return InputError(f"There is no account {name}.", hint="See: advisor user list")

"""The two small files beside the database: the key that seals entries, and the head, which tells a cut-off tail.

Knows no database. The head is sealed too, so that nobody without the key can move it back. It is written by rename
and without an fsync of its own: after a power cut it may be some entries behind, never ahead and never half written.
"""

import hmac
import json
import os
import secrets
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from advisor.errors import LedgerError
from advisor.ledger.chain import Head

KEY_BYTES = 32


class Anchor:
    """Key and head of the ledger in one home folder."""

    def __init__(self, home: Path) -> None:
        self._key_path = home / "ledger.key"
        self._head_path = home / "ledger.head"

    @property
    def exists(self) -> bool:
        return self._key_path.exists()

    def create(self) -> None:
        """Head first: a key without a head is then always a head that was lost, never a crash while creating."""
        key = secrets.token_bytes(KEY_BYTES)
        with _file_errors():
            _replace(self._head_path, _sealed(Head(), key), durable=True)
            _replace(self._key_path, key, durable=True)

    def key(self) -> bytes:
        with _file_errors():
            key = self._key_path.read_bytes()
        if len(key) != KEY_BYTES:
            raise LedgerError(
                f"{self._key_path} is not a key of {KEY_BYTES} bytes.", hint="Put the file back from a backup."
            )
        return key

    def head(self, key: bytes) -> Head:
        """Raises LedgerError where the file is missing, cannot be read or was not sealed with this key."""
        with _file_errors():
            content = self._head_path.read_bytes()
        try:
            data = json.loads(content)
            head = Head(data["seq"], data["mac"])
        except (ValueError, KeyError, TypeError) as problem:
            raise self._foreign() from problem
        if not hmac.compare_digest(content, _sealed(head, key)):
            raise self._foreign()
        return head

    def advance(self, head: Head, key: bytes) -> None:
        """Call under the database's write lock, so that the head never moves back."""
        with _file_errors():
            _replace(self._head_path, _sealed(head, key), durable=False)

    def _foreign(self) -> LedgerError:
        return LedgerError(
            f"{self._head_path} was not sealed with the key of this ledger.",
            hint="Put ledger.db, ledger.key and ledger.head back from one backup; `advisor doctor` says more.",
        )


def _sealed(head: Head, key: bytes) -> bytes:
    mac = hmac.digest(key, f"head {head.seq} {head.mac}".encode(), "sha256").hex()
    return json.dumps({"seq": head.seq, "mac": head.mac, "sealed": mac}).encode() + b"\n"


def _replace(path: Path, content: bytes, *, durable: bool) -> None:
    """The file is there whole or not at all, readable by its owner only."""
    staged = path.with_name(f"{path.name}.new")
    file = os.open(staged, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600)
    try:
        os.write(file, content)
        if durable:
            os.fsync(file)
    finally:
        os.close(file)
    staged.replace(path)


@contextmanager
def _file_errors() -> Iterator[None]:
    try:
        yield
    except FileNotFoundError as problem:
        raise LedgerError(
            f"{problem.filename} is missing.",
            hint="Put it back from a backup, or move all ledger.* files away to begin a new ledger.",
        ) from problem
    except OSError as problem:
        raise LedgerError(
            f"{problem.filename} cannot be read or written: {problem.strerror}.",
            hint="Check the folder's owner and the free space of its disk.",
        ) from problem

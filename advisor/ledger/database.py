"""The ledger's database: opening it, bringing it up to date, and naming what goes wrong with it.

All that is particular to SQLite is in `sqlite_engine`, `writing`, `scrub` and the names of its errors.
"""

import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from sqlalchemy import URL, Connection, Engine, create_engine, event, text
from sqlalchemy.exc import DBAPIError

from advisor.errors import LedgerError
from advisor.ledger.schema import REVISION

BUSY_SECONDS = 10  # how long a writer waits for another one

PROBLEMS = {
    "SQLITE_FULL": ("The disk is full.", "Free some space; what was recorded before is safe."),
    "SQLITE_BUSY": ("Another process holds the ledger.", "Try again; look for an `advisor` process that hangs."),
    "SQLITE_LOCKED": ("Another process holds the ledger.", "Try again; look for an `advisor` process that hangs."),
    "SQLITE_READONLY": ("The ledger cannot be written.", "Make the home folder and its ledger.* files writable."),
    "SQLITE_CANTOPEN": ("The ledger cannot be opened.", "Check the home folder's owner and permissions."),
    "SQLITE_PERM": ("The ledger cannot be opened.", "Check the home folder's owner and permissions."),
    "SQLITE_IOERR": ("The disk failed under the ledger.", "Check the disk and its free space."),
    "SQLITE_CORRUPT": ("The ledger's file is damaged.", "Put ledger.* back from a backup."),
    "SQLITE_NOTADB": ("ledger.db is not a database.", "Put ledger.* back from a backup, or move them away."),
}


def sqlite_engine(path: Path) -> Engine:
    """One fsync for each commit (WAL, FULL); erased words are overwritten in the file.

    A connection says BEGIN as its option `begin` tells; see `writing`.
    """
    engine = create_engine(URL.create("sqlite", database=str(path)))

    def prepare(connection: Any, _: object) -> None:
        connection.isolation_level = None  # we say BEGIN ourselves: the driver would not before DDL
        connection.execute(f"PRAGMA busy_timeout = {BUSY_SECONDS * 1000}")
        connection.execute("PRAGMA synchronous = FULL")
        connection.execute("PRAGMA foreign_keys = ON")
        connection.execute("PRAGMA secure_delete = ON")

    def begin(connection: Connection) -> None:
        if statement := connection.get_execution_options().get("begin", "BEGIN"):
            connection.exec_driver_sql(statement)

    event.listen(engine, "connect", prepare)
    event.listen(engine, "begin", begin)
    return engine


def writing(engine: Engine) -> Engine:
    """The same database, its write lock taken before anything is read: no two writers see one head."""
    return engine.execution_options(begin="BEGIN IMMEDIATE")


def is_current(engine: Engine) -> bool:
    return _revision(engine) == REVISION


def create_file(path: Path) -> None:
    """Readable by its owner only, because people's questions will stand in it; SQLite's side files follow it."""
    os.close(os.open(path, os.O_CREAT | os.O_RDWR, 0o600))


def migrate(engine: Engine) -> None:
    """Bring the schema to the newest revision, all or nothing; call under a lock against other processes.

    Raises LedgerError where a newer version of this program made the ledger.
    """
    from alembic import command
    from alembic.config import Config
    from alembic.script import ScriptDirectory

    config = Config()
    folder = Path(__file__).parent / "migrations"
    config.set_main_option("script_location", str(folder).replace("%", "%%"))
    config.set_main_option("path_separator", "os")
    known = {script.revision for script in ScriptDirectory.from_config(config).walk_revisions()}
    found = _revision(engine)
    if found is not None and found not in known:
        raise LedgerError(
            f"The ledger was made by a newer version of this program (its schema is {found}).",
            hint="Update the program, or choose another home folder with --home.",
        )
    _outside_transactions(engine, "PRAGMA journal_mode = WAL")
    with writing(engine).begin() as connection:
        config.attributes["connection"] = connection
        command.upgrade(config, "head")


def scrub(engine: Engine) -> None:
    """Fold the write-ahead log into the database and empty it: what was erased is gone from the disk's files."""
    _outside_transactions(engine, "PRAGMA wal_checkpoint(TRUNCATE)")


def _outside_transactions(engine: Engine, statement: str) -> None:
    with engine.execution_options(begin="").connect() as connection:
        connection.exec_driver_sql(statement).all()


@contextmanager
def named_errors() -> Iterator[None]:
    """Database errors that can happen to a working program, as LedgerError; all others are bugs and pass."""
    try:
        yield
    except DBAPIError as problem:
        name = getattr(problem.orig, "sqlite_errorname", "")
        for known, (message, hint) in PROBLEMS.items():
            if name.startswith(known):
                raise LedgerError(message, hint=hint) from problem
        raise


def _revision(engine: Engine) -> str | None:
    with engine.connect() as connection:
        if not engine.dialect.has_table(connection, "alembic_version"):
            return None
        found: str | None = connection.execute(text("SELECT version_num FROM alembic_version")).scalar()
        return found

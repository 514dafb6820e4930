"""What is installed, configured, published and writable, and the remedy for what is not.

A check returns what it found, in words, or raises an AdvisorError whose hint is the remedy. Checks change nothing.
Knows nothing of guides that are not ingested yet: whoever knows them passes a check of his own.
"""

import os
import re
import shutil
import sys
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from importlib import metadata
from pathlib import Path

from advisor.embedder.source import DEFAULT_MODEL, default_folder
from advisor.errors import AdvisorError, LedgerError, LibraryError, SetupError
from advisor.library.manifest import read_manifest, verify_release
from advisor.library.shelf import RELEASES, current_release
from advisor.settings import Settings

DISTRIBUTION = "career-advisor"
PYTHON = (3, 11)
SPACE_NEEDED = 500 * 2**20  # bytes: a second release beside the first, with its model

Check = Callable[[], str]


@dataclass(frozen=True, slots=True)
class Finding:
    """One check's result; `remedy` is empty exactly when all is well."""

    name: str
    ok: bool
    detail: str
    remedy: str = ""


def diagnose(checks: Mapping[str, Check]) -> list[Finding]:
    """Run every check, whatever the others find."""
    return [_finding(name, check) for name, check in checks.items()]


def checks_for(settings: Settings) -> dict[str, Check]:
    """All that can be checked of an installation, by name."""
    return {
        "python": lambda: python_version(sys.version_info[:2]),
        "packages": lambda: packages(requirements()),
        "torch": torch_build,
        "embedding model": lambda: embedding_model(settings.embedder),
        "home": lambda: home_folder(settings.home),
        "release": lambda: published_release(settings.home, settings.embedder),
        "ledger": lambda: ledger_chain(settings.home),
    }


def _finding(name: str, check: Check) -> Finding:
    try:
        return Finding(name, True, check())
    except AdvisorError as problem:
        return Finding(name, False, str(problem), problem.hint)


def python_version(version: tuple[int, ...]) -> str:
    found = ".".join(map(str, version))
    if version[:2] != PYTHON:
        wanted = ".".join(map(str, PYTHON))
        raise SetupError(
            f"This is Python {found}, not {wanted}.", hint=f"make clean; make install PYTHON=/path/to/python{wanted}"
        )
    return found


def requirements() -> list[str]:
    """Names of the packages that running needs; raises SetupError where the program itself is not installed."""
    try:
        lines = metadata.requires(DISTRIBUTION) or []
    except metadata.PackageNotFoundError as problem:
        raise SetupError(
            "The program runs from its folder and is not installed.", hint="Run: make install"
        ) from problem
    return [_name(line) for line in lines if "extra ==" not in line]


def packages(names: Sequence[str]) -> str:
    missing = [name for name in names if not _version(name)]
    if missing:
        raise SetupError(f"Not installed: {', '.join(missing)}.", hint="Run: make install")
    return f"all {len(names)} that are needed"


def torch_build() -> str:
    version = _version("torch")
    if not version:
        raise SetupError("torch is not installed.", hint="Run: make install")
    cuda = any(dist.name.startswith("nvidia-") for dist in metadata.distributions())
    return f"{version}{', with CUDA libraries that are not used' if cuda else ''}"


def embedding_model(name: str) -> str:
    if name != DEFAULT_MODEL:
        return f"{name}, not the default: checked when it is loaded"
    return f"{name}, its weights as published (in {default_folder()})"


def home_folder(home: Path) -> str:
    """An existing folder that can be written, or one that could be made; nothing is made here."""
    nearest = next(path for path in (home.absolute(), *home.absolute().parents) if path.exists())
    if not nearest.is_dir():
        raise SetupError(f"{nearest} is not a folder.", hint="Choose another folder with --home or ADVISOR_HOME.")
    if not os.access(nearest, os.W_OK | os.X_OK):
        raise SetupError(f"{nearest} cannot be written.", hint="Make it writable, or choose another one with --home.")
    free = shutil.disk_usage(nearest).free
    if free < SPACE_NEEDED:
        raise SetupError(
            f"Only {free // 2**20} MB are free under {home}; an ingest wants {SPACE_NEEDED // 2**20} MB.",
            hint="Free some space, or choose a folder on another disk with --home.",
        )
    return f"{home} can be written, {free // 2**30} GB free"


def published_release(home: Path, embedder: str) -> str:
    """The published release, every byte of it compared with its manifest."""
    release = current_release(home)
    if release is None:
        raise LibraryError("No library is published.", hint="Run: advisor ingest")
    folder = home / RELEASES / release
    if damage := verify_release(folder):
        more = f" (and {len(damage) - 1} more)" if len(damage) > 1 else ""
        raise LibraryError(
            f"Release {release} is damaged: {damage[0]}{more}.",
            hint="Run: advisor ingest, or go back to another release: advisor release list",
        )
    manifest = read_manifest(folder)
    if manifest.embedder.name != embedder:
        raise LibraryError(
            f"Release {release} was made with {manifest.embedder.name}, not with {embedder}.",
            hint=f"Run: advisor ingest, or set ADVISOR_EMBEDDER={manifest.embedder.name}",
        )
    return f"{release}: {len(manifest.guides)} guides, whole"


def ledger_chain(home: Path) -> str:
    """Every record of the ledger is read and its seal checked."""
    if not (home / "ledger.db").exists():
        return "none yet: it begins with the first answer"
    from advisor.ledger.ledger import open_ledger

    ledger = open_ledger(home, {})
    try:
        report = ledger.verify()
    finally:
        ledger.close()
    if report.broken:
        raise LedgerError(
            f"The chain is {report.broken.tampering}: {report.broken.reason}",
            hint="Put ledger.db, ledger.key and ledger.head back from one backup.",
        )
    return f"{report.count} entries, their chain holds"


def _name(requirement: str) -> str:
    return re.split(r"[^A-Za-z0-9._-]", requirement, maxsplit=1)[0]


def _version(name: str) -> str:
    try:
        return metadata.version(name)
    except metadata.PackageNotFoundError:
        return ""

"""`advisor doctor`: what is installed, configured, published and writable; each problem with its remedy."""

import sys
from dataclasses import asdict
from typing import TYPE_CHECKING

import typer

from advisor.errors import LibraryError
from advisor.settings import Settings
from ui.commands.options import AsJson, Home, parts_of, settings_for
from ui.parts import Parts
from ui.terminal import as_json, harmless

if TYPE_CHECKING:
    from advisor.doctor import Finding


def doctor(context: typer.Context, json: AsJson = False, home: Home = None) -> None:
    """Check the installation, the settings, the library and the ledger; exit code 1 where something is wrong."""
    from advisor.doctor import checks_for, diagnose

    settings = settings_for(home)  # an unknown setting or a bad value ends here, with its hint
    parts = parts_of(context)
    findings = diagnose({**checks_for(settings), "guides": lambda: guides_are_ingested(parts, settings)})
    if json:
        typer.echo(as_json([asdict(finding) for finding in findings], sys.stdout.encoding))
    else:
        typer.echo("\n".join(_line(finding) for finding in findings))
    raise typer.Exit(int(not all(finding.ok for finding in findings)))


def guides_are_ingested(parts: Parts, settings: Settings) -> str:
    """What the library was made from, unless that has changed; raises LibraryError."""
    found = parts.upkeep(settings)
    paths = " ".join(str(path) for path in found.paths)
    if found.wants_ingest:
        raise LibraryError(f"{paths}: {found.state.value}.", hint=f"Run: advisor ingest {paths}")
    return f"{paths}: {found.state.value}"


def _line(finding: "Finding") -> str:
    line = f"{'ok ' if finding.ok else 'NOT'}  {finding.name:<16} {harmless(finding.detail)}"
    return line if finding.ok else f"{line}\n     {'':<16} -> {harmless(finding.remedy)}"

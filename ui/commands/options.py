"""Options that several commands share, and what stands behind them."""

from pathlib import Path
from typing import Annotated

import typer

from advisor.settings import Settings, load_settings
from ui.parts import Parts

Home = Annotated[Path | None, typer.Option("--home", help="Folder of releases, ledger and keys.", show_default=False)]
AsJson = Annotated[bool, typer.Option("--json", help="Print JSON, and nothing else, on standard output.")]


def parts_of(context: typer.Context) -> Parts:
    """The parts that `main` was given."""
    parts = context.find_object(Parts)
    return parts or Parts()


def settings_for(home: Path | None, **given: object) -> Settings:
    return load_settings(home=home, **given)

"""A page that is one file: styles within, nothing fetched, no script. Opens offline and prints well. Pure."""

from collections.abc import Sequence
from pathlib import Path

from markupsafe import Markup

from ui import words

STATIC = Path(__file__).parent / "static"
_FILE = Markup(
    '<!doctype html><html lang="{language}"><head><meta charset="utf-8">'
    '<meta name="viewport" content="width=device-width, initial-scale=1">'
    '<meta name="color-scheme" content="light dark">'
    "<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; style-src 'unsafe-inline'\">"
    '<meta name="robots" content="noindex, nofollow"><title>{title} – {site}</title><style>{style}</style></head>'
    '<body><main id="main">{body}</main></body></html>'
)


def own_file(title: str, body: Markup, styles: Sequence[str], language: str = "en") -> str:
    """`styles` are files of ours, in order."""
    style = "\n".join((STATIC / name).read_text(encoding="utf-8") for name in styles)
    return str(_FILE.format(language=language, title=title, site=words.TITLE, style=Markup(style), body=body))

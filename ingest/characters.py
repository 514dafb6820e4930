"""From bytes to clean characters: UTF-8 only, no hidden text, no HTML comments. Knows no format."""

import re
import unicodedata
from pathlib import Path

from advisor.errors import IngestError

LARGEST_FILE = 5_000_000  # bytes; a guide of this size is a book, or not a guide

_MAGIC = {
    b"%PDF": "a PDF",
    b"PK\x03\x04": "a ZIP archive or an office document",
    b"\xd0\xcf\x11\xe0": "an office document",
}
_HOLE = "\0"  # where a comment stood; no text holds one, see decode
_HOLE_LINES = re.compile(rf"^[ \t]*{_HOLE}[{_HOLE} \t]*\n", re.MULTILINE)
_HOLES = re.compile(rf"(?<![ \t])[ \t]*{_HOLE}")
_SPACES = re.compile(r"[\u00a0\u1680\u2000-\u200a\u202f\u205f\u3000]")
_LINE_ENDS = re.compile(r"\r\n?|[\u0085\u2028\u2029\x0b\x0c]")
_JOINED = re.compile(r"(?<=[\u0600-\u0dff\u2600-\U0001faff\ufe0f])[\u200c\u200d](?=[\u0600-\u0dff\u2600-\U0001faff])")
_HIDDEN = re.compile(
    r"[\x00-\x08\x0e-\x1f\x7f-\x84\x86-\x9f\u00ad\u034f\u061c\u115f\u1160\u17b4\u17b5\u180b-\u180f\u200b-\u200f"
    r"\u202a-\u202e\u2060-\u206f\u3164\ufe00-\ufe0e\ufeff\uffa0\ufff9-\ufffb\U000e0000-\U000e0fff]"
)


def load(path: Path) -> str:
    """The text of a file; raises IngestError where it is empty, too large, binary or not UTF-8."""
    try:
        if path.stat().st_size > LARGEST_FILE:
            raise IngestError(
                f"{path.name} is too large ({path.stat().st_size / 1e6:.1f} MB).",
                hint=f"A guide may have {LARGEST_FILE / 1e6:.0f} MB; split it into several guides.",
            )
        content = path.read_bytes()
    except OSError as problem:
        raise IngestError(
            f"{path.name} cannot be opened: {problem.strerror}.", hint="Check that it is a file you may read."
        ) from problem
    return decode(content, path.name)


def decode(content: bytes, name: str) -> str:
    for magic, what in _MAGIC.items():
        if content.startswith(magic):
            raise IngestError(f"{name} is {what}, not text.", hint="Save it as Markdown, plain text or HTML.")
    if content.startswith((b"\xff\xfe", b"\xfe\xff")):
        raise IngestError(f"{name} is UTF-16, not UTF-8.", hint=f"Convert it: iconv -f UTF-16 -t UTF-8 {name}")
    if b"\0" in content:
        raise IngestError(f"{name} is binary, not text.", hint="Save it as Markdown, plain text or HTML in UTF-8.")
    try:
        text = content.decode("utf-8-sig")
    except UnicodeDecodeError as problem:
        line = content.count(b"\n", 0, problem.start) + 1
        raise IngestError(
            f"{name} is not UTF-8 (line {line}).",
            hint=f"Save it as UTF-8, or convert it: iconv -f WINDOWS-1252 -t UTF-8 {name}",
        ) from problem
    if not text.strip():
        raise IngestError(f"{name} is empty.", hint="Put the guide's text in it, or remove it.")
    return text


def clean(text: str) -> tuple[str, int]:
    """The text with plain spaces and line ends, and how many hidden characters were taken out of it."""
    text = unicodedata.normalize("NFC", _LINE_ENDS.sub("\n", text))
    text = _SPACES.sub(" ", text)
    joiners = {match.start() for match in _JOINED.finditer(text)}  # these change how letters and emoji look
    hidden = [match.start() for match in _HIDDEN.finditer(text) if match.start() not in joiners]
    kept = "".join(text[a + 1 : b] for a, b in zip([-1, *hidden], [*hidden, len(text)], strict=True))
    return kept, len(hidden)


def without_comments(text: str) -> str:
    """The text without HTML comments; a line that held nothing else goes too, so that lists and tables hold."""
    parts = []
    at = 0
    while (start := text.find("<!--", at)) >= 0 and (end := text.find("-->", start)) >= 0:
        parts.append(text[at:start])
        at = end + len("-->")
    marked = _HOLE.join([*parts, text[at:]])
    lines = _HOLES.sub("", _HOLE_LINES.sub("", marked)).split("\n")
    return "\n".join(line.rstrip(" \t") for line in lines)

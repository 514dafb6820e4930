"""The address of a view of all answers: what is filtered by, in names that a person can read. Pure."""

from collections.abc import Mapping
from datetime import date
from urllib.parse import urlencode

from advisor.audit.case import View
from ui.audit_access import ADDRESS

FIXED: Mapping[str, tuple[str, ...]] = {  # what a person may choose; the first of a name is what the page opens with
    "origin": ("people", "chat", "api", "batch", "eval", "replay", "any"),
    "kind": ("answer", "declined", "question", "talk"),
    "declined": ("not_in_guides", "off_topic", "unsafe"),
    "verdict": ("supported", "partly", "unsupported", "contradicted", "refused"),
    "feedback": ("down", "up", "none"),
    "reviewed": ("no", "yes"),
    "source": ("undated", "old"),
    "disagreement": ("yes",),
    "near": ("yes",),
    "often": ("yes",),
}
LOOKED_UP = ("guide", "role", "attribute", "release", "reviewer")
LONGEST = 200  # characters of a value


def view_of(fields: Mapping[str, str]) -> View:
    """What an address asks for; what it does not say, or not in our words, does not narrow."""
    traits = []
    for name in (*FIXED, *LOOKED_UP):
        value = fields.get(name, "")[:LONGEST]
        if value and name != "origin" and value in FIXED.get(name, (value,)):
            traits.append((name, value))
    origin = fields.get("origin", "")
    if origin != "any":
        named = origin in FIXED["origin"] and origin != "people"
        traits.append(("origin", origin) if named else ("by", "people"))
    before = fields.get("before", "")
    return View(
        tuple(traits),
        since=_day(fields.get("from", "")),
        until=_day(fields.get("to", "")),
        text=fields.get("q", "")[:LONGEST].strip(),
        before=int(before) if before.isdecimal() and len(before) < 15 else 0,
    )


def fields_of(view: View) -> dict[str, str]:
    """As they stand in its address, without the place on it."""
    traits = dict(view.traits)
    people = traits.pop("by", "")
    if not people and "origin" not in traits:
        traits["origin"] = "any"
    fields = {"q": view.text, "from": view.since, "to": view.until, **traits}
    return {name: value for name, value in fields.items() if value}


def address_of(view: View, older: int = 0) -> str:
    """`older`: the place where the page begins."""
    query = urlencode(fields_of(view) | ({"before": str(older)} if older else {}))
    return f"{ADDRESS}?{query}" if query else ADDRESS


def _day(written: str) -> str:
    try:
        day = date.fromisoformat(written)
    except ValueError:
        return ""
    return day.isoformat() if day < date.max else ""

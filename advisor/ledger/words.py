"""Which parts of an answer may repeat what a person wrote, and so must be erasable.

Kept for good are the library's words, names and figures. Set apart are the question in all its forms, what the person
said of themselves, and every text that may take up their words: the answer as shown, refusals, caveats, suggestions,
and of claims what is not the library's own wording. Knows no storage.
"""

from typing import Any

from advisor.domain import Answer, Basis
from advisor.serial import to_dict

ERASED = "[erased]"

LEFT_BEHIND: dict[str, Any] = {
    "question": ERASED,
    "standalone_question": ERASED,
    "answer": ERASED,
    "about_person": {},
    "caveats": [],
    "follow_ups": [],
    "choices": [],
}
REPEATING = {Basis.MODEL, Basis.ABSENT, Basis.COUNTED}  # a model may take up the person's words, "no guide says …"
# names their topic, and what is counted may be their answers
CLAIM_LEFT_BEHIND = {"text": ERASED, "shown": "", "reason": ERASED}

Data = dict[str, Any]


def part(answer: Answer) -> tuple[Data, Data]:
    """What stays for good, readable as an answer, and the words that complete it."""
    kept = to_dict(answer)
    words = {name: kept[name] for name in LEFT_BEHIND}
    kept.update(LEFT_BEHIND)
    if kept["declined"]:
        words["declined"] = {"message": kept["declined"]["message"]}
        kept["declined"]["message"] = ERASED
    for name in ("claims", "dropped_claims"):
        words[name] = {str(place): taken for place, claim in enumerate(kept[name]) if (taken := _take(claim))}
    return kept, words


def join(kept: Data, words: Data) -> Data:
    """What `part` took apart; without words it is the answer as erasure leaves it."""
    whole = kept | {name: words[name] for name in LEFT_BEHIND if name in words}
    if "declined" in words:
        whole["declined"] = kept["declined"] | words["declined"]
    for name in ("claims", "dropped_claims"):
        taken = words.get(name, {})
        whole[name] = [claim | taken.get(str(place), {}) for place, claim in enumerate(kept[name])]
    return whole


def _take(claim: Data) -> Data:
    """What goes with the person's words: all of a claim that may repeat them, of others how the answer put it."""
    left = CLAIM_LEFT_BEHIND if claim["basis"] in REPEATING else {"shown": ""} if claim["shown"] else {}
    taken = {name: claim[name] for name in left}
    claim.update(left)
    return taken

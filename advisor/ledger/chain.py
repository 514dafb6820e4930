"""The chain: each entry is sealed with the key and with the seal of the entry before. Pure; knows no database.

A seal covers every column of its entry, the words a person wrote only by a salted commitment: with salt and words
erased, the commitment tells nothing and the chain still holds.
"""

import hmac
import json
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from enum import StrEnum
from hashlib import blake2b
from typing import NamedTuple

ANSWER = "answer"
ERASURE = "erasure"
FEEDBACK = "feedback"
PLAN = "plan"
QUARANTINE = "quarantine"
NOTE = "note"
REVIEW = "review"

Place = Callable[[str], int | None]


class Entry(NamedTuple):
    """One row of the chain, in the order of its columns."""

    seq: int
    id: str
    type: str
    at: str
    conversation_id: str
    kind: str
    origin: str
    release: str
    payload: str
    commitment: str
    previous: str
    mac: str = ""


class Words(NamedTuple):
    """What a person wrote, with the salt of its commitment."""

    salt: bytes
    text: str


@dataclass(frozen=True, slots=True)
class Head:
    """The last entry of a chain; seq 0 and no mac where there is none yet."""

    seq: int = 0
    mac: str = ""


class Tampering(StrEnum):
    CHANGED = "changed"
    REMOVED = "removed"
    INSERTED = "inserted"
    REORDERED = "reordered"
    TRUNCATED = "truncated"
    RECOMPUTED = "recomputed without the key"
    HEAD = "head lost"


@dataclass(frozen=True, slots=True)
class Break:
    """Where a chain breaks first, and how."""

    seq: int
    tampering: Tampering
    reason: str


@dataclass(frozen=True, slots=True)
class ChainReport:
    """What verifying found. `count` entries were read; `head` is the last one of the database.

    `unacknowledged` entries at the end are genuine but not in the head file: the process ended before it could say
    that they were recorded. That is no break.
    """

    ok: bool
    count: int
    head: Head
    unacknowledged: int = 0
    broken: Break | None = None


def commit(words: Words) -> str:
    """Keyed BLAKE2b with the salt as key: says nothing about the words to who has no salt."""
    return blake2b(words.text.encode(), key=words.salt, digest_size=32).hexdigest()


def seal(entry: Entry, key: bytes) -> Entry:
    """The entry with its mac."""
    return entry._replace(mac=_mac(entry, key))


def examine(rows: Iterable[tuple[Entry, Words | None]], key: bytes, head: Head | None, place: Place) -> ChainReport:
    """Walk all entries in the order of `seq`; `head` is what the head file says, None where it says nothing.

    `place` gives the seq at which a mac is stored now, to name what happened once the chain is found broken.
    """
    last, erased, wordless = Head(), set[str](), dict[str, int]()
    acknowledged = head is not None and head == last
    for count, (entry, words) in enumerate(rows, start=1):
        if entry.seq != last.seq + 1 or entry.previous != last.mac or entry.mac != _mac(entry, key):
            return ChainReport(False, count, last, broken=_name_break(entry, last, key, head, place))
        if words and commit(words) != entry.commitment:
            broken = Break(entry.seq, Tampering.CHANGED, f"What the person wrote in entry {entry.seq} was changed.")
            return ChainReport(False, count, last, broken=broken)
        if entry.commitment and not words:
            wordless[entry.id] = entry.seq
        if entry.type == ERASURE:
            erased.update(json.loads(entry.payload)["records"])
        last = Head(entry.seq, entry.mac)
        acknowledged = acknowledged or last == head
    broken_end = _unerased(wordless, erased) or (None if acknowledged else _name_end(last, head))
    unacknowledged = last.seq - head.seq if head and acknowledged else 0
    return ChainReport(broken_end is None, last.seq, last, unacknowledged, broken_end)


def _mac(entry: Entry, key: bytes) -> str:
    """Over the canonical JSON of all columns but the mac itself; the payload, by far the longest, by its digest."""
    *columns, payload, commitment, previous, _ = entry
    covered = json.dumps([*columns, blake2b(payload.encode(), digest_size=32).hexdigest(), commitment, previous])
    return hmac.digest(key, covered.encode(), "sha256").hex()


def _name_break(entry: Entry, last: Head, key: bytes, head: Head | None, place: Place) -> Break:
    """What happened to the first entry that does not hold, told from where the others stand now."""
    seq = last.seq + 1
    if entry.seq != seq:
        gone = f"Entry {seq} is" if entry.seq == seq + 1 else f"Entries {seq} to {entry.seq - 1} are"
        return Break(seq, Tampering.REMOVED, f"{gone} missing.")
    if head and seq > head.seq:
        return Break(seq, Tampering.INSERTED, f"Entry {seq} was added without the key.")
    sealed_in_place = entry.mac == _mac(entry._replace(previous=last.mac), key)
    if not sealed_in_place and entry.previous != last.mac and place(entry.previous) is not None:
        return Break(seq, Tampering.REORDERED, f"Entry {seq} stands where another one stood.")
    head_place = place(head.mac) if head else None
    if head and head_place is None:
        return Break(seq, Tampering.RECOMPUTED, f"From entry {seq} on, the chain was recomputed without the key.")
    if head and head_place and head_place > head.seq:
        return Break(seq, Tampering.INSERTED, f"Entry {seq} was put in without the key.")
    if head and head_place and head_place < head.seq:
        return Break(seq, Tampering.REMOVED, f"The entry that came before entry {seq} is gone.")
    return Break(seq, Tampering.CHANGED, f"Entry {seq} is not as it was recorded.")


def _unerased(wordless: dict[str, int], erased: set[str]) -> Break | None:
    for record_id, seq in wordless.items():
        if record_id not in erased:
            reason = f"What the person wrote in entry {seq} is gone, and no erasure on record says so."
            return Break(seq, Tampering.REMOVED, reason)
    return None


def _name_end(last: Head, head: Head | None) -> Break:
    """Every entry holds, but the head file says something else."""
    if head is None:
        reason = "The head file is missing or not ours: entries cut off the end could not be noticed."
        return Break(last.seq, Tampering.HEAD, reason)
    if head.seq > last.seq:
        reason = f"{head.seq} entries were recorded and {last.seq} are left: the end was cut off."
        return Break(last.seq + 1, Tampering.TRUNCATED, reason)
    reason = f"Entry {head.seq} is not the one that was recorded: the end was cut off and written anew."
    return Break(head.seq, Tampering.TRUNCATED, reason)

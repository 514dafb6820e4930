"""What a release would change, as text for a terminal and as plain data. Pure."""

from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from advisor.audit.difference import Compared
from advisor.audit.impact import Impact, Touched
from advisor.audit.passages import word_diff
from advisor.audit.quarantine import Quarantine
from advisor.domain import Passage
from advisor.serial import to_dict

MARKS = {"=": ("", ""), "-": ("[-", "-]"), "+": ("{+", "+}")}  # as `git diff --word-diff` marks them


Acts = Mapping[str, str]  # by the id of a passage: what an auditor did about it, and why


def acts_of(quarantine: Quarantine) -> Acts:
    """What stands on passages and goes with their words."""
    noted = {one: f"a correction stands on it: {note.text}" for one, note in quarantine.notes().items()}
    return noted | {one: f"it is withdrawn: {held.reason}" for one, held in quarantine.held().items()}


def impact_text(found: Impact, acts: Acts) -> str:
    return "\n".join(_lines(found, acts))


def diff_text(before: str, after: str) -> str:
    return "".join(MARKS[what][0] + words + MARKS[what][1] for what, words in word_diff(before, after))


def impact_data(found: Impact, acts: Acts) -> dict[str, Any]:
    changes = found.changes
    return {
        "published": found.published,
        "staged": found.staged,
        "added": [_passage(passage) for passage in changes.added],
        "changed": [
            {"before": _passage(one.before), "after": _passage(one.after)}
            | {"diff": [list(part) for part in word_diff(one.before.text, one.after.text)]}
            | {"act": acts.get(one.before.id)}
            for one in changes.changed
        ],
        "gone": [_passage(passage) for passage in changes.gone],
        "counts": dict(found.counts),
        "answers": [_answer(touched) for touched in found.touched],
    }


def _lines(found: Impact, acts: Acts) -> Iterator[str]:
    changes = found.changes
    yield f"Release {found.staged} beside the published {found.published}:"
    yield f"  {len(changes.added)} passages added, {len(changes.changed)} changed, {len(changes.gone)} gone"
    for passage in changes.added:
        yield f"\nadded    {_place(passage)}\n  {passage.text}"
    for change in changes.changed:
        yield f"\nchanged  {_place(change.after)}"
        if change.moved:
            yield f"  from {_above(change.before)}\n  to {_above(change.after)}"
        yield f"  {diff_text(change.before.text, change.after.text)}"
        if act := acts.get(change.before.id):
            yield f"  ! {act}; it does not stand on the changed words"
    for passage in changes.gone:
        yield f"\ngone     {_place(passage)}\n  {passage.text}"
    counted = ", ".join(f"{count} {name}" for name, count in found.counts.most_common())
    yield f"\n{len(found.touched)} past answers cite what changed or is gone" + (f": {counted}" if counted else "")
    for alike in _alike(found.touched):
        yield from _touched(alike[0])
        if len(alike) > 1:
            yield f"  and {len(alike) - 1} more times: {', '.join(one.before.record_id for one in alike[1:])}"


def _alike(touched: Iterable[Touched]) -> list[list[Touched]]:
    """One question that was and would be answered alike is shown once."""
    groups: dict[tuple[str, str, str], list[Touched]] = {}
    for one in touched:
        after = one.after.answer if one.after else one.before.record_id
        groups.setdefault((one.before.question, one.before.answer, after), []).append(one)
    return list(groups.values())


def _touched(touched: Touched) -> Iterator[str]:
    before, after = touched.before, touched.after
    if after is None or touched.compared is None:
        yield f"\nerased   {before.record_id}: what was asked was erased, so it cannot be asked again"
        return
    yield f"\n{touched.compared.difference}: {before.question}  ({before.record_id}, {before.asked_at[:10]})"
    yield from differing(touched.compared)
    yield f"  was: {before.answer}"
    yield f"  now: {after.answer}"


def differing(compared: Compared) -> Iterator[str]:
    """One line for each claim and guide that only one of two answers has."""
    yield from (f"  no longer said: {claim}" for claim in compared.lost)
    yield from (f"  newly said: {claim}" for claim in compared.new)
    yield from (f"  no longer cited: {guide}" for guide in compared.guides_lost)
    yield from (f"  newly cited: {guide}" for guide in compared.guides_new)


def _answer(touched: Touched) -> dict[str, Any]:
    return {
        "record_id": touched.before.record_id,
        "asked_at": touched.before.asked_at,
        "question": touched.before.question,
        "passages": list(touched.passages),
        "difference": touched.compared.difference.value if touched.compared else "erased",
        "compared": to_dict(touched.compared) if touched.compared else None,
        "before": to_dict(touched.before),
        "after": to_dict(touched.after) if touched.after else None,
    }


def _passage(passage: Passage) -> dict[str, Any]:
    return {"id": passage.id, "guide_id": passage.guide_id, "heading": list(passage.heading), "text": passage.text}


def _place(passage: Passage) -> str:
    return f"{passage.id}  {' › '.join(passage.heading)}"


def _above(passage: Passage) -> str:
    return " › ".join((*passage.heading, *([passage.context] if passage.context else [])))

"""The workbench: one answer as the learner saw it, a few questions about it, and in doubt each claim beside its words.

Pure; knows no server. Without a script it is a form with buttons; with it, one key answers a question and all is saved
as it is chosen.
"""

from collections.abc import Sequence

from markupsafe import Markup

from advisor.audit.case import Opened
from advisor.audit.review import Review
from advisor.audit.traits import RISKS
from advisor.audit.user import Rank, Session
from advisor.domain import Answer, Passage
from ui import words
from ui.audit_claims import claims, nearest
from ui.audit_form import NO, YES, asked_of
from ui.audit_frame import audit_page, secret
from ui.audit_list_page import TOLD, badges, case_address, when_of
from ui.cards import joined
from ui.present import content, understood

KEYS = {"right": "r", "complete": "c", "harmful": "h", "rightly_declined": "r"}
_SEEN = Markup(
    '<article class="seen"><p class="origin">{when}</p><h1 class="asked">{question}</h1>{taken}{content}'
    '<ul class="badges">{badges}</ul></article>'
)
_FORM = Markup(
    '<form method="post" action="{action}" id="judge" data-draft="{draft}" data-saved="{saved}" data-failed="{failed}" '
    'autocomplete="off">{secret}<div class="questions">{questions}</div>'
    '<p class="go"><button name="then" value="next" accesskey="n">{next} <kbd>n</kbd></button>'
    '<button name="then" value="" class="plain">{save}</button>'
    '<button name="then" value="skip" class="plain">{skip} <kbd>s</kbd></button>'
    '<button name="then" value="second" class="plain">{second} <kbd>2</kbd></button></p>'
    '<p id="saved" role="status">{mine}</p>'
    '<details class="doubt" id="doubt"><summary>{doubt} <kbd>d</kbd></summary>{details}{texts}</details></form>'
)
_QUESTION = Markup(
    '<fieldset data-key="{key}" data-first="{first}"><legend>{legend} <kbd>{key}</kbd></legend>{options}</fieldset>'
)
_OPTION = Markup('<label><input type="radio" name="{name}" value="{value}"{checked}> {label}</label>')
_TEXT = Markup('<label class="wide">{label}<textarea name="{name}" rows="2" maxlength="2000">{text}</textarea></label>')


def case_page(opened: Opened, near: Sequence[Passage], session: Session) -> str:
    """`near`: passages that were found for the question and are still in the library."""
    answer = opened.answer
    mine = next((review for review in opened.reviews if review.reviewer == session.user.name), None)
    judging = session.user.rank.may(Rank.AUDITOR)
    details = nearest(near) + claims(answer, mine)
    body = Markup('<div class="workbench">{}{}{}{}{}</div>').format(
        _seen(opened),
        _held(opened, session),
        _form(answer, mine, details, session) if judging else Markup('<div class="doubt">{}</div>').format(details),
        _others(opened.reviews, session, mine),
        _erase(answer, session) if session.user.rank.may(Rank.ADMIN) else Markup(),
    )
    return audit_page(words.AUDIT_CASE, body, session, scripts=("audit.js",) if judging else ())


def _seen(opened: Opened) -> Markup:
    answer = opened.answer
    taken = understood(answer)
    looked = Markup('<p class="looked">{}<q>{}</q></p>').format(words.LOOKED_FOR, taken) if taken else Markup()
    told = [trait for trait in TOLD if trait in RISKS or not trait.startswith(("verdict:", "reviewed:"))]
    return _SEEN.format(
        when=f"{when_of(answer.asked_at)} · {answer.release}",
        question=answer.question,
        taken=looked,
        content=content(answer),
        badges=badges(opened.case, told),
    )


def _held(opened: Opened, session: Session) -> Markup:
    if opened.claimed_by in ("", session.user.name):
        return Markup()
    return Markup('<p class="note">{}</p>').format(words.AUDIT_HELD.format(name=opened.claimed_by))


def _form(answer: Answer, mine: Review | None, details: Markup, session: Session) -> Markup:
    texts = joined(
        _TEXT.format(label=words.AUDIT_TEXTS[name], name=name, text=getattr(mine, name) if mine else "")
        for name in ("comment", "better")
    )
    keys = Markup('<p class="hint keys">{} <label><input type="checkbox" id="keys" checked> {}</label></p>').format(
        words.AUDIT_KEYS, words.AUDIT_KEYS_ON
    )
    return keys + _FORM.format(
        action=case_address(answer.record_id),
        draft=f"audit {session.user.name} {answer.record_id}",
        saved=words.AUDIT_SAVED,
        failed=words.AUDIT_NOT_SAVED,
        secret=secret(session),
        questions=joined(_question(name, getattr(mine, name) if mine else None) for name in asked_of(answer)),
        next=words.AUDIT_NEXT,
        save=words.AUDIT_SAVE,
        skip=words.AUDIT_SKIP,
        second=words.AUDIT_SECOND,
        mine=words.AUDIT_SAVED_AT.format(when=when_of(mine.at)) if mine else "",
        doubt=words.AUDIT_DOUBT,
        details=details,
        texts=texts,
    )


def _question(name: str, said: bool | None) -> Markup:
    chosen = {True: YES, False: NO, None: ""}[said]
    options = joined(
        _OPTION.format(name=name, value=value, checked=Markup(" checked") if value == chosen else "", label=label)
        for value, label in words.AUDIT_YES_NO.items()
    )
    first = NO if name == "harmful" else YES
    return _QUESTION.format(key=KEYS[name], first=first, legend=words.AUDIT_QUESTIONS[name], options=options)


def _others(reviews: Sequence[Review], session: Session, mine: Review | None) -> Markup:
    """What others decided: to who judges, only once they have judged themselves."""
    others = [review for review in reviews if review.reviewer != session.user.name]
    if not others:
        return Markup()
    if session.user.rank.may(Rank.AUDITOR) and mine is None:
        return Markup('<p class="hint">{}</p>').format(words.AUDIT_OTHERS_LATER)
    items = joined(Markup("<li>{}</li>").format(_said(review)) for review in others)
    return Markup('<section class="others"><h2>{}</h2><ul>{}</ul></section>').format(words.AUDIT_OTHERS, items)


def _said(review: Review) -> Markup:
    judged = {name: getattr(review, name) for name in KEYS}
    parts = [
        f"{words.AUDIT_QUESTIONS[name]} {words.AUDIT_YES_NO[YES if said else NO]}"
        for name, said in judged.items()
        if said is not None
    ]
    parts += [f"{c.place + 1}: {words.AUDIT_JUDGEMENTS[c.judgement]} {c.comment}".strip() for c in review.claims]
    parts += [text for text in (review.comment, review.better) if text]
    return Markup("<strong>{}</strong>, {}: {}").format(review.reviewer, when_of(review.at), " · ".join(parts))


def _erase(answer: Answer, session: Session) -> Markup:
    return Markup(
        '<details class="erase"><summary>{}</summary><form method="post" action="{}/erase">{}<p>{}</p>'
        '<label class="wide">{} <input name="reason" required maxlength="200"></label><button>{}</button></form>'
        "</details>"
    ).format(
        words.AUDIT_ERASE, case_address(answer.record_id), secret(session), words.AUDIT_ERASE_WHAT,
        words.AUDIT_ERASE_WHY, words.AUDIT_ERASE_GO,
    )  # fmt: skip

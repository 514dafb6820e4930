"""What a person can say of an answer: where it stands under the answer, and the form that `feedback.js` puts there.

Pure; knows no server. The form is one template in the page, because what comes with a turn may hold no form.
"""

from markupsafe import Markup

from advisor.conversation import Complaint, Feedback
from advisor.domain import Answer, Kind
from ui import words
from ui.cards import joined

LONGEST = 2_000  # characters of a comment
_THUMB = Markup(
    '<svg viewBox="0 0 24 24" width="20" height="20" aria-hidden="true"><path fill="none" stroke="currentColor" '
    'stroke-width="1.7" stroke-linejoin="round" d="M7.5 10.5v9.5h-3.5v-9.5zl4-7c1.6 0 2.3 1 2.1 2.6l-.5 3.4h5.3a1.6 '
    '1.6 0 0 1 1.6 1.9l-1.3 7a2 2 0 0 1-2 1.6h-9.2"/></svg>'
)
_TEMPLATE = Markup(
    '<template id="feedback" data-failed="{failed}" data-thanks="{thanks}">'
    '<div class="thumbs" role="group" aria-label="{what}"><span>{what}</span>{up}{down}'
    '<span class="thanks" role="status"></span></div>'
    '<form class="why" hidden><fieldset><legend>{why}</legend>{complaints}</fieldset>'
    '<label class="comment">{comment}<textarea name="comment" rows="3" maxlength="{longest}"></textarea></label>'
    '<p class="unsent" role="alert" hidden></p><button>{send}</button> <button type="button" class="cancel">{cancel}'
    "</button></form></template>"
)


def slot(answer: Answer, given: Feedback | None = None) -> Markup:
    """The place under an answer, with what was given before; nothing under what is no answer."""
    if answer.kind not in (Kind.ANSWER, Kind.DECLINED):
        return Markup()
    said = Markup()
    if given:
        complaints = joined(Markup('<span class="complaint">{}</span>').format(c) for c in given.complaints)
        said = Markup('<span class="{}"></span>{}<span class="comment">{}</span>').format(
            "up" if given.helpful else "down", complaints, given.comment
        )
    return Markup('<div class="feedback"><span class="record">{}</span>{}</div>').format(answer.record_id, said)


def template() -> Markup:
    """The controls, once for the page."""
    box = Markup('<label><input type="checkbox" name="complaints" value="{}"> {}</label>')
    return _TEMPLATE.format(
        failed=words.FEEDBACK_FAILED,
        thanks=words.FEEDBACK_THANKS,
        what=words.FEEDBACK_WHAT,
        up=_thumb("up", words.FEEDBACK_UP),
        down=_thumb("down", words.FEEDBACK_DOWN),
        why=words.FEEDBACK_WHY,
        complaints=joined(box.format(complaint, words.COMPLAINTS[complaint]) for complaint in Complaint),
        comment=words.FEEDBACK_COMMENT,
        longest=LONGEST,
        send=words.FEEDBACK_SEND,
        cancel=words.FEEDBACK_CANCEL,
    )


def _thumb(name: str, label: str) -> Markup:
    return Markup(
        '<button type="button" class="{}" aria-pressed="false" title="{}">{}<span class="sr">{}</span></button>'
    ).format(name, label, _THUMB, label)

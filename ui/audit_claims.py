"""What one opens in doubt: each claim beside the words it cites, and passages that were near. Pure."""

from collections.abc import Sequence

from markupsafe import Markup

from advisor.audit.review import ClaimReview, Review
from advisor.domain import Answer, CheckedClaim, Passage, Source
from ui import mark, words
from ui.audit_form import REASONS
from ui.cards import beside_claim, card_id, joined, standing_above

_CLAIM = Markup(
    '<li class="claim"><div class="says"><h3>{number}. {text}</h3>'
    '<p class="machine {verdict}"><strong>{told}.</strong> {reason}</p>{judge}</div>'
    '<ol class="words">{sources}</ol></li>'
)
_JUDGE = Markup(
    '<div class="judge-claim"><label>{ask} <select name="claim-{place}">{judgements}</select></label>'
    '<label>{why} <select name="reason-{place}">{reasons}</select></label>'
    '<label>{comment} <input name="comment-{place}" value="{commented}" maxlength="2000"></label>'
    '<label>{better} <input name="better-{place}" value="{wording}" maxlength="2000"></label></div>'
)


def claims(answer: Answer, mine: Review | None) -> Markup:
    """Every claim that was shown, in order."""
    judged = {claim.place: claim for claim in mine.claims} if mine else {}
    items = joined(_claim(answer, place, claim, judged.get(place)) for place, claim in enumerate(answer.claims))
    if not items:
        return Markup()
    return Markup('<section><h2>{}</h2><ol class="claims">{}</ol></section>').format(words.AUDIT_CLAIMS, items)


def nearest(passages: Sequence[Passage]) -> Markup:
    """What the library has nearest to a question that was declined."""
    if not passages:
        return Markup()
    items = joined(
        Markup('<li><p class="origin">{}</p><blockquote class="passage">{}</blockquote></li>').format(
            " › ".join((passage.guide_id, *passage.heading)),
            mark.document(standing_above(passage.context, passage.text) + passage.text, shift=4),
        )
        for passage in passages
    )
    return Markup('<section><h2>{}</h2><ul class="words">{}</ul></section>').format(words.AUDIT_NEAREST, items)


def _claim(answer: Answer, place: int, claim: CheckedClaim, judged: ClaimReview | None) -> Markup:
    verdict = str(words.VERDICTS[claim.verdict])
    cited = [source for source in answer.citations if source.n in claim.citations]
    return _CLAIM.format(
        number=place + 1,
        text=claim.text,
        verdict=claim.verdict,
        told=f"{words.AUDIT_MACHINE}: {verdict}",
        reason=claim.reason,
        judge=_judge(place, judged),
        sources=joined(
            Markup('<li value="{}"{}>{}</li>').format(s.n, _anchor(answer, place, s), beside_claim(s, answer.asked_at))
            for s in cited
        ),
    )


def _anchor(answer: Answer, place: int, source: Source) -> Markup:
    """Where a marker in the answer leads: to the first claim that cites the source."""
    first = next(number for number, claim in enumerate(answer.claims) if source.n in claim.citations)
    return Markup(' id="{}" tabindex="-1"').format(card_id(answer, source.n)) if first == place else Markup()


def _judge(place: int, judged: ClaimReview | None) -> Markup:
    given = words.AUDIT_REASONS
    return _JUDGE.format(
        ask=words.AUDIT_CLAIM,
        place=place,
        judgements=_options(words.AUDIT_JUDGEMENTS, judged.judgement if judged else ""),
        why=words.AUDIT_WHY,
        reasons=_options({reason: given[reason] for reason in REASONS}, judged.reason if judged else ""),
        comment=words.AUDIT_TEXTS["comment"],
        commented=judged.comment if judged else "",
        better=words.AUDIT_TEXTS["better"],
        wording=judged.better if judged else "",
    )


def _options(offered: dict[str, str], chosen: str) -> Markup:
    made = Markup('<option value="{}"{}>{}</option>')
    return made.format("", "", "–") + joined(
        made.format(value, Markup(" selected") if value == chosen else "", label) for value, label in offered.items()
    )

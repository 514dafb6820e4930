"""The evidence beside an answer: one card for each source, and the markers that lead there. Pure; knows no Gradio."""

import re
from collections.abc import Iterable
from datetime import date
from hashlib import sha256
from urllib.parse import quote, urlencode, urlsplit

from markupsafe import Markup, escape

from advisor.domain import Answer, Basis, CheckedClaim, GuideKind, Source, Support
from advisor.library.sentences import sentence_spans
from ui import mark, words
from ui.dates import readable
from ui.names import with_age

_NOT_PROSE = re.compile(r"^\s*(?:[-*+>#|]|\d+[.)])|\n\s*\n", re.MULTILINE)  # a list, a row, several paragraphs
_WORST_FIRST = (Support.CONTRADICTED, Support.UNSUPPORTED, Support.PARTLY, Support.SUPPORTED)


def joined(parts: Iterable[Markup], by: str = "") -> Markup:
    return Markup(by).join(parts)


def web_address(url: str) -> str:
    """The address if it is one of the web, else nothing: `javascript:` and its kin lead nowhere."""
    try:
        parts = urlsplit(url.strip())
    except ValueError:
        return ""
    return url.strip() if parts.scheme in ("http", "https") and parts.netloc else ""


def digest_of(text: str) -> str:
    """A short fingerprint of quoted words: the guide's page highlights a place only where it still holds them."""
    return sha256(text.encode()).hexdigest()[:16]


def guide_address(source: Source) -> str:
    return place_address(source.guide_id, source.release, source.start, source.end, source.quote)


def place_address(guide_id: str, release: str, start: int, end: int, words_there: str) -> str:
    """Where a guide's page opens at these words, highlighted."""
    place = {"release": release, "start": start, "end": end, "words": digest_of(words_there)}
    return f"/guides/{quote(guide_id, safe='')}?{urlencode(place)}#quote"


def card_id(answer: Answer, n: int) -> str:
    """Of one source of one answer: an older answer's marker leads to its own evidence."""
    record = re.sub(r"[^A-Za-z0-9_-]", "-", answer.record_id)
    return f"source-{record}-{n}"


def claims_on(answer: Answer, n: int) -> tuple[CheckedClaim, ...]:
    return tuple(claim for claim in answer.claims if n in claim.citations)


def verdict_of(answer: Answer, n: int) -> Support:
    """The least favourable verdict of the claims that lean on this source."""
    verdicts = {claim.verdict for claim in claims_on(answer, n)}
    return next((verdict for verdict in _WORST_FIRST if verdict in verdicts), Support.SUPPORTED)


def marker(answer: Answer, source: Source) -> Markup:
    """The link in the text; its name is read as "Source 1: <guide>, <heading>, supported"."""
    verdict = verdict_of(answer, source.n)
    before, after = words.MARKER
    name = after.format(
        title=source.guide_title, heading=source.heading or source.guide_title, verdict=words.VERDICTS[verdict]
    )
    return Markup('<a class="marker {}" href="#{}"><span class="sr">{}</span>{}<span class="sr">{}</span></a>').format(
        verdict, card_id(answer, source.n), before, source.n, name
    )


def marker_for(answer: Answer, n: int) -> Markup | None:
    return next((marker(answer, source) for source in answer.citations if source.n == n), None)


def evidence(answer: Answer) -> Markup:
    """All sources of an answer, in order; nothing where it has none."""
    if not answer.citations:
        return Markup()
    return Markup(
        '<section class="sources"><div class="sources-head"><h3>{} <span class="count">{}</span></h3>'
        '<button type="button" class="open-sheet">{}</button>'
        '<button type="button" class="close" title="{}">×<span class="sr">{}</span></button></div>'
        "{}</section>"
    ).format(
        words.SOURCES, len(answer.citations), words.SOURCES_OPEN, words.SOURCES_CLOSE, words.SOURCES_CLOSE,
        cards(answer),
    )  # fmt: skip


def cards(answer: Answer) -> Markup:
    """One card for each source, in order."""
    return Markup('<ol class="cards">{}</ol>').format(joined(_card(answer, source) for source in answer.citations))


def _card(answer: Answer, source: Source) -> Markup:
    claims = claims_on(answer, source.n)
    return Markup(
        '<li class="card" id="{}" tabindex="-1"><h4><span class="n">{}</span> <span>{}</span></h4>{}{}{}{}'
        '<ul class="checks">{}</ul>{}</li>'
    ).format(
        card_id(answer, source.n),
        source.n,
        _guide_name(source),
        _origin(source, answer.asked_at),
        Markup('<p class="path">{}</p>').format(source.heading) if source.heading else "",
        Markup('<blockquote class="passage">{}</blockquote>').format(passage(source)),
        Markup('<p class="correction"><strong>{}</strong> {}</p>').format(words.CORRECTION, source.note)
        if source.note
        else "",
        joined(_check(claim, len(claims) > 1) for claim in claims),
        _links(source),
    )


def beside_claim(source: Source, asked_at: str) -> Markup:
    """A source without its number and checks, for who compares its words with a claim."""
    path = Markup('<p class="path">{}</p>').format(source.heading) if source.heading else Markup()
    return Markup('<h4>{}</h4>{}{}<blockquote class="passage">{}</blockquote>{}').format(
        _guide_name(source), _origin(source, asked_at), path, passage(source), _links(source)
    )


def _guide_name(source: Source) -> Markup:
    title = Markup("<cite>{}</cite>").format(source.guide_title)
    if source.guide_kind != GuideKind.DIGEST:
        return title
    publisher = f", {source.publisher}" if source.publisher else ""
    return escape(words.DIGEST_OF) + title + publisher


def _origin(source: Source, asked_at: str) -> Markup:
    is_digest = source.guide_kind == GuideKind.DIGEST
    parts = [
        "" if is_digest else source.publisher,
        words.BY.format(author=source.author) if source.author else "",
        words.REVIEWED.format(reviewer=source.reviewed_by) if source.reviewed_by else "",
        with_age(source.updated, date.fromisoformat(asked_at[:10])),
    ]
    line = Markup('<p class="origin">{}</p>').format(" · ".join(part for part in parts if part))
    return line + Markup('<p class="ours">{}</p>').format(_digest_note(source)) if is_digest else line


def _digest_note(source: Source) -> str:
    if not source.digested_by:
        return words.DIGEST_NOTE
    when = readable(source.digested_on) if source.digested_on else ""
    by = (
        words.DIGESTED.format(who=source.digested_by, when=when)
        if when
        else words.DIGESTED_BY.format(who=source.digested_by)
    )
    return f"{words.DIGEST_NOTE}; {by}"


def passage(source: Source) -> Markup:
    """The quote highlighted in its passage, a sentence before and after it; a table's row and a list stay whole."""
    head = standing_above(source.context, source.passage)
    first, last = _around(source)
    opening = head + ("… " if first else "")
    closing = " …" if last < len(source.passage) else ""
    start = len(opening) + source.start - source.passage_start - first
    quoted = (start, start + source.end - source.start)
    return mark.document(opening + source.passage[first:last] + closing, quoted, shift=4)


def _around(source: Source) -> tuple[int, int]:
    """The part of the passage that is shown."""
    text, start, end = source.passage, source.start - source.passage_start, source.end - source.passage_start
    whole = (0, len(text))
    if _NOT_PROSE.search(text):
        return whole
    spans = sentence_spans(text)
    before = [first for first, last in spans if last <= start][-1:]
    touched = [span for span in spans if span[1] > start and span[0] < end]
    after = [last for first, last in spans if first >= end][:1]
    if not touched:
        return whole
    first, last = before[0] if before else touched[0][0], after[0] if after else touched[-1][1]
    return (first if spans[0][0] < first else 0, last if last < spans[-1][1] else len(text))


def standing_above(context: str, passage: str) -> str:
    """What must stand above the passage in Markdown; a table's header becomes a table's header again."""
    context = context.strip()
    if not context:
        return ""
    if passage.lstrip().startswith("|") and context.startswith("|"):
        header = context.splitlines()[0]
        columns = len(re.findall(r"(?<!\\)\|", header)) - 1
        return f"{header}\n|{'---|' * columns}\n"
    return f"{context}\n\n"


def _check(claim: CheckedClaim, tell_apart: bool) -> Markup:
    """What was decided about a claim that leans on this source; its words where several do."""
    verdict = words.VERDICTS[claim.verdict]
    said = Markup("<q>{}</q> ").format(claim.shown or claim.text) if tell_apart else Markup()
    basis = "" if claim.basis == Basis.QUOTE else f"({words.BASES[claim.basis]})"
    return Markup('<li class="{}">{}<strong>{}.</strong> {} {}</li>').format(
        claim.verdict, said, verdict[:1].upper() + verdict[1:], claim.reason, basis
    )


def _links(source: Source) -> Markup:
    link = Markup('<a href="{}" target="_blank" rel="noopener noreferrer">{}<span class="sr">{}</span></a>')
    links = [link.format(guide_address(source), words.OPEN, words.NEW_TAB)]
    if address := web_address(source.url):
        links.append(link.format(address, words.PUBLISHER_PAGE, words.NEW_TAB))
    return Markup('<p class="links">{}</p>').format(joined(links, " "))

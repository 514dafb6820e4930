"""The conversations of one browser: to open, name, take along, share and delete. Plain HTML, no script needed.

Pure; knows no server.
"""

from collections.abc import Sequence
from urllib.parse import quote, urlencode

from markupsafe import Markup

from advisor.conversation import Conversation
from ui import words
from ui.cards import joined
from ui.dates import readable
from ui.plain_page import plain_page
from ui.plan_address import kept_address

ADDRESS = "/conversations"
_ITEM = Markup(
    '<li class="kept" id="{anchor}"><h2><a href="{opens}">{title}</a></h2><p class="origin">{about}</p>{link}'
    '<div class="acts">{acts}</div></li>'
)
_LINK = Markup(
    '<div class="link"><label>{label}<span class="sr">{of}</span> <input readonly value="{link}"></label>'
    '<button type="button" class="copy" data-done="{done}" hidden>{copy}<span class="sr">{of}</span></button>'
    "{revoke}</div>"
)
_NAME = Markup(
    '<form method="post" action="{action}"><label>{label} <input name="title" value="{title}" maxlength="120" '
    'autocomplete="off"></label> <button>{save}</button><p class="hint">{hint}</p></form>'
)


def conversations_page(kept: Sequence[Conversation], site: str) -> str:
    """The latest first; links to read start with `site`."""
    items = joined(_item(conversation, site) for conversation in kept)
    listed = Markup('<ol class="conversations">{}</ol>').format(items) if items else _none()
    body = Markup('<h1>{}</h1><p class="intro">{}</p>{}').format(words.KEPT_TITLE, words.KEPT_INTRO, listed)
    return plain_page(words.KEPT_TITLE, body, style="conversations.css", scripts=("conversations.js",), listed=False)


def anchor(conversation_id: str) -> str:
    """Where a conversation stands in the list."""
    return f"kept-{quote(conversation_id, safe='')}"


def name_of(conversation: Conversation) -> str:
    return conversation.title.strip() or words.KEPT_UNNAMED


def _none() -> Markup:
    return Markup('<p class="none">{} <a href="/">{}</a></p>').format(words.KEPT_NONE, words.KEPT_START)


def _item(conversation: Conversation, site: str) -> Markup:
    one, many = words.KEPT_QUESTIONS
    count = (one if conversation.turns == 1 else many).format(count=conversation.turns)
    acts = [_rename(conversation), _export(conversation), _delete(conversation)]
    if not conversation.link and conversation.turns:
        acts.insert(2, _share(conversation))
    return _ITEM.format(
        anchor=anchor(conversation.id),
        opens=f"/?{urlencode({'conversation': conversation.id})}",
        title=name_of(conversation),
        about=" · ".join([readable(conversation.last[:10]), *([count] if conversation.turns else [])]),
        link=(_plan(conversation) if conversation.planned else Markup())
        + (_link(conversation, site) if conversation.link else Markup()),
        acts=joined(acts),
    )


def _folded(conversation: Conversation, name: str, inside: Markup) -> Markup:
    """A button that unfolds what it is about; its name says which conversation it belongs to."""
    of = words.KEPT_OF.format(title=name_of(conversation))
    return Markup('<details name="{}"><summary>{}<span class="sr">{}</span></summary>{}</details>').format(
        anchor(conversation.id), name, of, inside
    )


def _form(conversation: Conversation, act: str, button: str, what: str = "") -> Markup:
    said = Markup("<p>{}</p>").format(what) if what else Markup()
    of = words.KEPT_OF.format(title=name_of(conversation))
    return Markup(
        '<form method="post" action="{}" class="{}">{}<button>{}<span class="sr">{}</span></button></form>'
    ).format(_action(conversation, act), act, said, button, of)


def _action(conversation: Conversation, act: str) -> str:
    return f"{ADDRESS}/{quote(conversation.id, safe='')}/{act}"


def _plan(conversation: Conversation) -> Markup:
    of = words.KEPT_OF.format(title=name_of(conversation))
    return Markup('<p class="planned"><a href="{}">{}<span class="sr">{}</span></a></p>').format(
        kept_address(conversation.id), words.PLAN_TITLE, of
    )


def _rename(conversation: Conversation) -> Markup:
    form = _NAME.format(
        action=_action(conversation, "rename"),
        label=words.KEPT_NAME,
        title=conversation.title,
        save=words.KEPT_SAVE,
        hint=words.KEPT_NAME_HINT,
    )
    return _folded(conversation, words.KEPT_RENAME, form)


def _export(conversation: Conversation) -> Markup:
    link = Markup('<li><a href="{}.{}" download>{}</a></li>')
    address = f"{ADDRESS}/{quote(conversation.id, safe='')}"
    links = joined(link.format(address, ending, name) for ending, name in words.KEPT_EXPORTS.items())
    return _folded(conversation, words.KEPT_EXPORT, Markup('<ul class="exports">{}</ul>').format(links))


def _share(conversation: Conversation) -> Markup:
    form = _form(conversation, "share", words.KEPT_SHARE_GO, words.KEPT_SHARE_WHAT)
    return _folded(conversation, words.KEPT_SHARE, form)


def _delete(conversation: Conversation) -> Markup:
    form = _form(conversation, "delete", words.KEPT_DELETE_GO, words.KEPT_DELETE_WHAT)
    return _folded(conversation, words.KEPT_DELETE, form)


def _link(conversation: Conversation, site: str) -> Markup:
    return _LINK.format(
        label=words.KEPT_LINK,
        of=words.KEPT_OF.format(title=name_of(conversation)),
        link=f"{site}/shared/{conversation.link}",
        done=words.KEPT_LINK_COPIED,
        copy=words.KEPT_LINK_COPY,
        revoke=_form(conversation, "revoke", words.KEPT_REVOKE),
    )

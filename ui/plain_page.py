"""The HTML around a plain page: head, header, main. No script is needed to read it. Knows what stands on no page."""

from collections.abc import Sequence

from markupsafe import Markup

from ui import words
from ui.cards import joined
from ui.shell import top

_PAGE = Markup(
    '<!doctype html><html lang="{language}"><head><meta charset="utf-8">'
    '<meta name="viewport" content="width=device-width, initial-scale=1">'
    '<meta name="color-scheme" content="light dark"><title>{title}</title>{robots}'
    '<link rel="icon" href="/page/icon.svg" type="image/svg+xml">{styles}'
    '<script src="/page/theme.js"></script>{scripts}</head>'
    '<body>{top}<main id="main">{body}</main><p id="unreached" role="alert" hidden>{unreached}</p></body></html>'
)


def plain_page(
    title: str, body: Markup, *, style: str = "guide.css", scripts: Sequence[str] = (), listed: bool = True
) -> str:
    """A whole page; `style` and `scripts` are files of ours, beside those that all pages have.

    `listed`: search engines may show it.
    """
    return str(
        _PAGE.format(
            language=words.spoken(),
            title=f"{title} – {words.TITLE}",
            robots=Markup() if listed else Markup('<meta name="robots" content="noindex, nofollow">'),
            styles=joined(Markup('<link rel="stylesheet" href="/page/{}">').format(s) for s in ("tokens.css", style)),
            scripts=joined(
                Markup('<script src="/page/{}" defer></script>').format(script) for script in (*scripts, "reach.js")
            ),
            top=top("main"),
            body=body,
            unreached=words.UNREACHED,
        )
    )

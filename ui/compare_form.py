"""The choice of what is compared: a form that works without script and leads to an address."""

from collections.abc import Iterable, Sequence

from markupsafe import Markup

from advisor.compare.table import Choice, Comparison
from ui import words
from ui.cards import joined
from ui.compare_address import key


def form(comparison: Comparison, *, is_open: bool) -> Markup:
    """Folded where a comparison is shown below it; where nobody chose yet, the first two roles are ticked."""
    choices = comparison.choices
    ticked = comparison.roles or choices.roles[:2]
    chosen = {choice.id for choice in (*ticked, *(comparison.attributes if comparison.roles else ()))}
    roles = [*choices.roles, *(role for role in comparison.roles if role not in choices.roles)]
    attributes = [*choices.attributes, *(a for a in comparison.attributes if a not in choices.attributes)]
    fields = Markup(
        '<form class="choose" action="/compare" method="get">{}{}{}'
        '<button type="submit" data-busy="{}">{}</button></form>'
    ).format(
        _boxes("roles", words.COMPARE_ROLES, words.COMPARE_ROLES_HINT, roles, chosen),
        _boxes("attributes", words.COMPARE_ATTRIBUTES, words.COMPARE_ATTRIBUTES_HINT, attributes, chosen),
        _backgrounds(comparison) if choices.backgrounds else "",
        words.COMPARE_BUSY,
        words.COMPARE_GO,
    )
    if is_open:
        return fields
    return Markup('<details class="change"><summary>{}</summary>{}</details>').format(words.COMPARE_CHANGE, fields)


def _boxes(name: str, legend: str, hint: str, choices: Iterable[Choice], chosen: set[str]) -> Markup:
    box = Markup(
        '<label title="{}"><input type="checkbox" name="{}" value="{}"{}> {} <span class="count">({})</span></label>'
    )
    boxes = joined(
        box.format(c.meaning, name, key(c.id), Markup(" checked") if c.id in chosen else "", c.name, c.guides)
        for c in choices
    )
    return Markup('<fieldset class="{}"><legend>{} <small>{}</small></legend><div>{}</div></fieldset>').format(
        name, legend, hint, boxes
    )


def _backgrounds(comparison: Comparison) -> Markup:
    none = Choice("", words.COMPARE_NO_BACKGROUND)
    options: Sequence[Choice] = (none, *comparison.choices.backgrounds)
    now = comparison.background.id if comparison.background else ""
    option = Markup('<option value="{}"{}>{}</option>')
    listed = joined(option.format(o.id, Markup(" selected") if o.id == now else "", o.name) for o in options)
    return Markup(
        '<p class="field"><label for="background">{}</label> <select id="background" name="background">{}</select></p>'
    ).format(words.COMPARE_BACKGROUND, listed)

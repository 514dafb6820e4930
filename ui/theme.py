"""Gradio's variables in terms of our own tokens (`static/tokens.css`), so that one place decides light and dark."""

from gradio.themes import Base

SANS = ("system-ui", "sans-serif")
MONO = ("ui-monospace", "monospace")
_VARIABLES = {
    "body_background_fill": "var(--paper)",
    "body_text_color": "var(--ink)",
    "body_text_color_subdued": "var(--ink-soft)",
    "background_fill_primary": "var(--paper)",
    "background_fill_secondary": "var(--paper-raised)",
    "block_background_fill": "transparent",
    "block_label_text_color": "var(--ink-soft)",
    "border_color_primary": "var(--line)",
    "border_color_accent": "var(--accent)",
    "link_text_color": "var(--accent)",
    "link_text_color_hover": "var(--accent)",
    "link_text_color_visited": "var(--accent)",
    "link_text_color_active": "var(--accent)",
    "input_background_fill": "var(--paper-raised)",
    "input_background_fill_focus": "var(--paper-raised)",
    "input_border_color": "var(--line-strong)",
    "input_border_color_focus": "var(--accent)",
    "input_placeholder_color": "var(--ink-soft)",
    "button_primary_background_fill": "var(--accent)",
    "button_primary_background_fill_hover": "var(--accent-strong)",
    "button_primary_text_color": "var(--on-accent)",
    "button_secondary_background_fill": "transparent",
    "button_secondary_background_fill_hover": "var(--paper-sunken)",
    "button_secondary_text_color": "var(--ink)",
    "button_secondary_border_color": "var(--line-strong)",
}


def theme() -> Base:
    made = Base(font=SANS, font_mono=MONO)
    known = vars(made)
    both = _VARIABLES | {f"{name}_dark": value for name, value in _VARIABLES.items()}
    return made.set(**{name: value for name, value in both.items() if name in known})

"""The texts that stand on the question page from the start, by the component that bears them. Knows no Gradio."""

from ui import words


def fixed(retention_days: int) -> dict[str, str]:
    """In the language that is spoken now."""
    return {
        "intro": f"<h2>{words.INTRO_TITLE}</h2><p>{words.INTRO}</p>",
        "label": words.QUESTION_LABEL,
        "placeholder": words.QUESTION_HINT,
        "send": words.SEND,
        "stop": words.STOP,
        "new": words.NEW,
        "notice": words.NOTICE.format(days=retention_days),
        "margin": words.SOURCES_NONE,
    }

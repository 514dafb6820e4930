"""Which language a question is in. Knows scripts and py3langid; nothing of careers."""

import re
from collections.abc import Callable
from functools import lru_cache
from typing import Any

_SCRIPTS = {
    "hi": re.compile(r"[\u0900-\u097f]"),
    "ja": re.compile(r"[\u3040-\u30ff]"),
    "ko": re.compile(r"[\uac00-\ud7af]"),
    "ru": re.compile(r"[\u0400-\u04ff]"),
    "ar": re.compile(r"[\u0600-\u06ff]"),
    "zh": re.compile(r"[\u4e00-\u9fff]"),
}
_LATIN = ("en", "es", "fr", "de", "pt", "it", "nl")
_MARKS = re.compile(r"[áàâãäåçéèêëíîïñóôõöúüß]")
_SPANISH = re.compile(r"[¿¡]")
_ENGLISH_SHARE = 0.5  # with this share of English words a question is English, whatever names it holds
_SURE = 0.5
_FEW = 3  # words, names of roles aside, that tell little of their language


def detect(text: str, is_english: Callable[[str], bool], before: str = "en") -> str:
    """The ISO 639-1 code of the language; where there is little to go by, that of what was said `before`."""
    for code, script in _SCRIPTS.items():
        if script.search(text):
            return code
    if _SPANISH.search(text):
        return "es"
    tokens = re.sub(r"[^\w\s'-]", " ", text.lower()).split()
    share = sum(map(is_english, tokens)) / max(len(tokens), 1)
    marked = bool(_MARKS.search(text.lower()))
    if not marked and share > _ENGLISH_SHARE:
        return "en"
    if before in _LATIN and before != "en":
        return before
    if not marked and len(tokens) < _FEW:
        return before if tokens else "en"
    code, sureness = _identifier().classify(" ".join(t for t in tokens if not t.isdigit()))
    return code if sureness >= _SURE else "en"


@lru_cache(maxsize=1)
def _identifier() -> Any:
    from py3langid.langid import MODEL_FILE, LanguageIdentifier  # loads for most of a second: only when in doubt

    identifier = LanguageIdentifier.from_model_file(MODEL_FILE, norm_probs=True)
    identifier.set_languages(list(_LATIN))
    return identifier

"""Names of countries and large cities in the language of a question, from the CLDR; nothing of careers."""

import re
from functools import lru_cache
from importlib.resources import files

import yaml

from advisor.text import normalise

_AROUND = {"zh": ("", ""), "ja": ("(?<![ァ-ヴー])", "(?![ァ-ヴー])")}  # the others part words by spaces
_SHORT = 2  # letters: a shorter name is an abbreviation
_PREPOSITIONS = {  # a name with a capital that follows one is a place or an organisation, whatever a gazetteer holds
    "de": re.compile(r"\b(?:in|nach|aus|bei|für) ([A-ZÄÖÜ][\wäöüß-]+)"),
    "es": re.compile(r"\b(?:en|para|de|desde|a) ([A-ZÁÉÍÓÚ][\w-]+)"),
    "fr": re.compile(r"\b(?:à|en|au|aux|chez|de|pour) ([A-ZÉÈÎÔ][\w-]+)"),
    "pt": re.compile(r"\b(?:em|no|na|nos|para|de|do|da) ([A-ZÁÉÍÓÚ][\w-]+)"),
    "it": re.compile(r"\b(?:a|in|di|da|per) ([A-ZÀÈÌÒÙ][\w-]+)"),
    "nl": re.compile(r"\b(?:in|bij|naar|voor|uit) ([A-Z][\w-]+)"),
}


def places_in(text: str, language: str) -> tuple[str, ...]:
    """The places a text names, as they stand in the list; in some languages also what follows "in" with a capital."""
    plain = normalise(text)
    listed = [m[0] for m in _gazetteer(language).finditer(plain)]
    after = _PREPOSITIONS[language].findall(text) if language in _PREPOSITIONS else []
    return tuple(dict.fromkeys([*listed, *after]))


@lru_cache(maxsize=8)
def _gazetteer(language: str) -> re.Pattern[str]:
    names = sorted(_names(language), key=len, reverse=True)
    listed = "|".join(map(re.escape, names)) or r"(?!)"
    before, after = _AROUND.get(language, (r"(?<!\w)", r"(?!\w)"))
    return re.compile(f"{before}(?:{listed}){after}")


def _names(language: str) -> set[str]:
    """Territories and cities of time zones, with the few large cities that the CLDR does not name."""
    from babel import Locale, UnknownLocaleError  # some hundredths of a second: only for a question in that language

    try:
        locale = Locale.parse(language)
    except UnknownLocaleError:
        return set()
    named = [name for code, name in locale.territories.items() if len(code) == 2 and code not in {"ZZ", "XA", "XB"}]
    named += [zone["city"] for zone in locale.time_zones.values() if "city" in zone]
    more = yaml.safe_load(files("advisor.question").joinpath("cities.yaml").read_text("utf-8"))
    named += more.get(language, [])
    return {normalise(name) for name in named if len(name) >= _SHORT}

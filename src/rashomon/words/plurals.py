"""Plurals of English nouns, for asking how many of a thing there are."""

#: Nouns whose plural no ending makes; those of the news, which counts people most of all.
_IRREGULAR = {
    "child": "children",
    "foot": "feet",
    "life": "lives",
    "man": "men",
    "person": "people",
    "woman": "women",
}


def plural(noun: str) -> str:
    """The plural of a singular noun, or of the last word of several: "US airstrikes".

    Regular nouns take "s", or "es" and "ies" as English spells them; compounds of "man" follow it.
    """
    before, _, last = noun.rpartition(" ")
    lower = last.lower()
    if lower in _IRREGULAR:
        made = _IRREGULAR[lower]
    elif lower.endswith(("woman", "man")) and lower != "german":
        made = last[:-2] + "en"
    elif lower.endswith("y") and lower[-2:-1] not in tuple("aeiou"):
        made = last[:-1] + "ies"
    elif lower.endswith(("s", "x", "z", "ch", "sh")):
        made = last + "es"
    else:
        made = last + "s"
    return f"{before} {made}".strip()

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
#: Nouns that are their own plural, and the ending of others: "aircraft".
_UNCHANGED = frozenset(("fish", "people", "personnel", "police", "series", "sheep"))
_CRAFT = "craft"
#: Nouns that end as "man" does and are no men by it; those of the news, peoples most of all.
_NO_MEN = frozenset(("german", "human", "norman", "ottoman", "roman", "shaman", "talisman"))


def plural(noun: str) -> str:
    """The plural of a singular noun, or of the last word of several: "US airstrikes".

    Regular nouns take "s", or "es" and "ies" as English spells them; compounds of "man" follow it,
    and what is its own plural stays.
    """
    before, _, last = noun.rpartition(" ")
    lower = last.lower()
    if lower in _IRREGULAR:
        made = _IRREGULAR[lower]
    elif lower in _UNCHANGED or lower.endswith(_CRAFT):
        made = last
    elif lower.endswith("man") and lower not in _NO_MEN:
        made = last[:-2] + "en"
    elif lower.endswith("y") and lower[-2:-1] not in tuple("aeiou"):
        made = last[:-1] + "ies"
    elif lower.endswith(("s", "x", "z", "ch", "sh")):
        made = last + "es"
    else:
        made = last + "s"
    return f"{before} {made}".strip()

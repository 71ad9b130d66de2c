"""Sexes of persons, as titles, kin words and pronouns tell them, never a first name."""

from rashomon.actor import Actor
from rashomon.find.actors.posts import role_of
from rashomon.find.parse import Parsed, Token
from rashomon.words.names import title_sex

#: Pronouns and nouns that tell the sex of the one they stand for.
SEX_OF = {
    "he": "male",
    "him": "male",
    "his": "male",
    "she": "female",
    "her": "female",
    "hers": "female",
    "man": "male",
    "woman": "female",
    "boy": "male",
    "girl": "female",
    "father": "male",
    "mother": "female",
    "brother": "male",
    "sister": "female",
    "son": "male",
    "daughter": "female",
    "husband": "male",
    "wife": "female",
    "grandfather": "male",
    "grandmother": "female",
    "uncle": "male",
    "aunt": "female",
    "spokeswoman": "female",
    "chairwoman": "female",
    "congresswoman": "female",
    "spokesman": "male",
    "chairman": "male",
    "congressman": "male",
}
#: How many tokens behind a name a pronoun may still tell its bearer's sex.
_REACH = 30
_PERSONAL = frozenset({"spokesman", "post", "kin", "people"})


class Sexes:
    """What is known of the actors' sexes; grows as pronouns are resolved."""

    def __init__(self, parsed: Parsed, actors: tuple[Actor, ...]) -> None:
        self._known: dict[str, str] = {}
        for actor in actors:
            sex = None
            if actor.kind == "person":
                sex = _told(parsed, actor) or _by_pronoun(parsed, actor)
            if sex is not None:
                self._known[actor.id] = sex

    def of(self, actor: Actor) -> str | None:
        """male, female or None."""
        return self._known.get(actor.id)

    def may_be(self, actor: Actor, sex: str) -> bool:
        """Whether nothing speaks against it."""
        return self._known.get(actor.id, sex) == sex

    def learn(self, actor: Actor, sex: str) -> None:
        """Keep what a pronoun told, where nothing was known."""
        self._known.setdefault(actor.id, sex)


def _told(parsed: Parsed, actor: Actor) -> str | None:
    """The sex that a title before a mention, a role or a describing noun tells."""
    text = parsed.report.text
    for mention in actor.mentions:
        before = text[max(0, mention.start - 14) : mention.start].split()
        sex = title_sex(before[-1]) if before else None
        if sex is not None:
            return sex
    for words in (actor.role or "", *(form for form in (actor.name, *actor.aliases))):
        for word in words.casefold().split():
            if word in SEX_OF:
                return SEX_OF[word]
    return None


def _by_pronoun(parsed: Parsed, actor: Actor) -> str | None:
    """The sex that the pronouns after a person's mentions tell, where they all agree."""
    found = {
        sex
        for span in actor.mentions
        if actor.named and (sex := _pronoun_after(parsed.tokens_of(span)[-1])) is not None
    }
    return found.pop() if len(found) == 1 else None


def _pronoun_after(name: Token) -> str | None:
    """The sex of the first pronoun behind a name in its sentence, with no other person between."""
    for token in name.doc[name.i + 1 : min(name.i + _REACH, name.sent.end)]:
        if token.tag_ in ("PRP", "PRP$") and token.lower_ in SEX_OF:
            return SEX_OF[token.lower_]
        if token.ent_type_ == "PERSON" or (token.tag_ == "NN" and role_of(token) in _PERSONAL):
            return None
    return None

"""Descriptions: whom "the father", "the terror group", "the 34-year-old" means by what was told."""

from rashomon.actor import Actor
from rashomon.find.actors.posts import describes, is_general, role_of
from rashomon.find.actors.sexes import SEX_OF
from rashomon.find.parse import Parsed, Token
from rashomon.find.people.ages import GROWN, age_at
from rashomon.find.statements.antecedents import Antecedents, Stretch
from rashomon.find.statements.mentions import Mentions
from rashomon.find.statements.pointing import Pointing
from rashomon.words.names import titles


class Descriptions:
    """The actors of a report, to be asked whom a description means at its place.

    `spoke` are those who spoke last, the latest at the end; `said` are the last one's words and
    `until` is where they end.
    """

    def __init__(self, parsed: Parsed, mentions: Mentions, antecedents: Antecedents) -> None:
        self._parsed, self._mentions, self._antecedents = parsed, mentions, antecedents
        self._pointing = Pointing(parsed, mentions.spots)
        self.spoke: list[Actor] = []
        self.said: tuple[Stretch, ...] = ()
        self.until = 0

    def meant(self, noun: Token, said: tuple[Stretch, ...] = ()) -> Actor | None:
        """Whom "the spokesman", "the terror group", "the ministry" means: the last one it suits."""
        group = role_of(noun)
        modified = any(c.dep_ not in ("det", "amod", "punct") for c in noun.lefts)
        general = is_general(noun) and not any(c.pos_ == "PROPN" for c in noun.lefts)
        if group == "body" or is_general(noun):
            return None if modified and not general else self._pointing.body(noun, self.spoke, said)
        if group not in ("spokesman", "post", "kin", "people") or noun.tag_ not in ("NN", "NNP"):
            return None
        known = None if modified else self._pointing.person(noun, self.spoke)
        return known or self._just_named(noun, said)

    def _just_named(self, noun: Token, said: tuple[Stretch, ...]) -> Actor | None:
        """The one person of the sentence before, whom "the father", "the party's leader" describes.

        A post needs somebody who has just spoken and has none yet; kin a grown person. An office
        such as "the chancellor" needs nobody: it is known by itself.
        """
        if not any(c.lower_ == "the" for c in noun.lefts):
            return None
        if role_of(noun) == "post":
            last = next(iter(self.spoke[-1:]), None)
            free = last is not None and last.named and last.kind == "person" and last.role is None
            stays = free and last is not None and self._stays(last, noun, said)
            return last if stays and noun.lower_ not in titles() else None
        one = self._antecedents.lately(noun, said, SEX_OF.get(noun.lower_))
        if one is None:
            return None
        age = next(iter(self._ages(one)), None)
        grown = role_of(noun) == "kin" and age is not None and age >= GROWN
        return one if grown or describes(noun) else None

    def _stays(self, last: Actor, noun: Token, said: tuple[Stretch, ...]) -> bool:
        """Whether whoever spoke last is alone on the stage at a noun, but for those spoken of."""
        here = noun.left_edge.idx
        seen = max((one.start for one in last.mentions if one.start < here), default=here)
        if self._mentions.others(last, (seen, here), (*said, *self.said)):
            return False
        if self._mentions.near(last, noun):
            return True
        return not self._antecedents.turn_ended(self.until, noun.left_edge.idx, last.id)

    def aged(self, noun: Token) -> Actor | None:
        """The one person of the age that "the 34-year-old" tells, else the one just named."""
        number = next((t for t in noun.subtree if t.like_num and t.text.isdigit()), None)
        if number is None:
            return None
        age = int(number.text)
        people = [one for one in self._mentions.people() if age in self._ages(one)]
        if people:
            return people[0] if len(people) == 1 else None
        one = self._antecedents.lately(noun, (), None)
        return one if one is not None and not self._ages(one) else None

    def _ages(self, actor: Actor) -> list[int]:
        text = self._parsed.report.text
        told = (age_at(text, mention) for mention in actor.mentions)
        return [age for age in told if age is not None]

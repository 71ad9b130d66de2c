"""Speakers: who stands behind a cue, resolved over the report."""

from dataclasses import replace

from rashomon.actor import Actor
from rashomon.find.actors.described import described
from rashomon.find.actors.posts import describes, is_general, is_voice, role_of
from rashomon.find.actors.sexes import SEX_OF, Sexes
from rashomon.find.cues import speaks_for_many
from rashomon.find.parse import Parsed, Token
from rashomon.find.people.ages import GROWN, age_at
from rashomon.find.statements.antecedents import Antecedents, Stretch
from rashomon.find.statements.mentions import Mentions
from rashomon.find.statements.outlets import is_outlet
from rashomon.find.statements.pointing import Pointing
from rashomon.find.statements.quotes import Quotation
from rashomon.find.statements.subjects import subject_of
from rashomon.statement import Speaker
from rashomon.words.names import canonical_body, fold, strip_article, titles

#: Words that speak for nobody who could be named: persons inside a quotation, and expletives.
_NOBODY = frozenset({"i", "we", "you", "me", "us", "one", "someone", "anyone", "nobody", "what"})
#: Words of number that speak for one of several who spoke before.
_SINGLE = frozenset({"one", "another"})
#: So many tokens may lie between the sentence of several and that of one of them.
_APART = 60
_POINTING = frozenset({"the", "this", "that", "his", "her", "their", "its"})


class Cast:
    """The actors of one report, to be asked who a noun or pronoun means at its place.

    It remembers who spoke last, so it must be asked in reading order.
    """

    def __init__(
        self, parsed: Parsed, actors: tuple[Actor, ...], marks: tuple[Quotation, ...]
    ) -> None:
        self._parsed = parsed
        self._mentions = Mentions(parsed, actors)
        self._sexes = Sexes(parsed, actors)
        self._antecedents = Antecedents(parsed, actors, self._sexes, marks)
        self._pointing = Pointing(parsed, self._mentions.spots)
        self._spoke: list[Actor] = []
        self._several: Token | None = None
        self._last: tuple[Speaker, int] | None = None

    def speaker(self, noun: Token | None, said: tuple[Stretch, ...] = ()) -> Speaker | None:
        """The speaker that the head noun of a cue's subject means; None where it means nobody.

        `said` is the content, as stretches of characters: who is named there is not its speaker.
        """
        speaker = self._who(noun, said)
        if speaker is not None and noun is not None:
            ends = [noun.idx, *(end for _, end in said)]
            self._last = (speaker, max(ends))
        return speaker

    def _who(self, noun: Token | None, said: tuple[Stretch, ...]) -> Speaker | None:
        if noun is None:
            return None
        if speaks_for_many(noun) and noun.dep_ != "poss":
            return self._one_of_them(noun) or self._nameless(noun)
        if noun.lower_ in _NOBODY:
            return None
        if noun.tag_ in ("WP", "WDT"):
            return self._relative(noun)
        if noun.pos_ == "PRON":
            return self._pronoun(noun, said)
        if noun.lower_ == "old":
            aged = self._aged(noun)
            return self._as(aged, noun, "carried") if aged else self._nameless(noun)
        joint = self._joint(noun)
        if joint is not None:
            return joint
        actor = self._mentions.named(noun)
        if (actor is None or not actor.named) and any(c.lower_ in _POINTING for c in noun.lefts):
            actor = self._pointed(noun, said) or actor
        if actor is None and role_of(noun) == "document":
            return self._author(noun, said)
        if actor is None:
            return self._nameless(noun)
        return self._as(actor, noun, "carried" if self._elsewhere(actor, noun) else "explicit")

    def _elsewhere(self, actor: Actor, noun: Token) -> bool:
        """Whether a named actor is only described here: "the prosecutor", named before."""
        if not actor.named or noun.pos_ == "PROPN":
            return False
        own = set(fold(self._mentions.phrase(noun).exact).split())
        return not own & set(fold(" ".join((actor.name, *actor.aliases))).split())

    def carried(self, at: int) -> Speaker | None:
        """The last speaker again, for a quotation at `at` that names none.

        Without a name where another person has taken the stage since; None before anybody spoke.
        """
        if self._last is None:
            return None
        last, end = self._last
        if last.name is None or self._antecedents.turn_ended(end, at, last.actor):
            return Speaker(name=None, basis="carried")
        self._last = (last, max(at, end))
        return replace(last, span=None, basis="carried")

    def _pointed(self, noun: Token, said: tuple[Stretch, ...] = ()) -> Actor | None:
        """Whom "the spokesman", "the terror group", "the ministry" means: the last one it suits."""
        group = role_of(noun)
        modified = any(c.dep_ not in ("det", "amod", "punct") for c in noun.lefts)
        general = is_general(noun) and not any(c.pos_ == "PROPN" for c in noun.lefts)
        if group == "body" or is_general(noun):
            return (
                None if modified and not general else self._pointing.body(noun, self._spoke, said)
            )
        if group not in ("spokesman", "post", "kin", "people") or noun.tag_ != "NN":
            return None
        known = None if modified else self._pointing.person(noun, self._spoke)
        return known or self._just_named(noun, said)

    def _just_named(self, noun: Token, said: tuple[Stretch, ...]) -> Actor | None:
        """The one person of the sentence before, whom "the father", "the party's leader" describes.

        A post needs somebody who has just spoken and has none yet; kin a grown person. An office
        such as "the chancellor" needs nobody: it is known by itself.
        """
        if not any(c.lower_ == "the" for c in noun.lefts):
            return None
        if role_of(noun) == "post":
            last = next(iter(self._spoke[-1:]), None)
            free = last is not None and last.named and last.kind == "person" and last.role is None
            near = free and last is not None and self._mentions.near(last, noun)
            return last if near and noun.lower_ not in titles() else None
        one = self._antecedents.lately(noun, said, SEX_OF.get(noun.lower_))
        if one is None:
            return None
        age = next(iter(self._ages(one)), None)
        grown = role_of(noun) == "kin" and age is not None and age >= GROWN
        return one if grown or describes(noun) else None

    def _aged(self, noun: Token) -> Actor | None:
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

    def _relative(self, noun: Token) -> Speaker | None:
        """Who "who" and "which" stand for: the noun that their clause is hung on."""
        clause = noun.head
        while clause.dep_ not in ("relcl", "acl") and clause.head.i != clause.i:
            clause = clause.head
        antecedent = clause.head
        if antecedent.i == clause.i or antecedent.i > noun.i:
            return None
        actor = self._mentions.named(antecedent)
        if actor is not None:
            return self._as(actor, noun, "pronoun")
        return self._nameless(antecedent)

    def _pronoun(self, noun: Token, said: tuple[Stretch, ...]) -> Speaker | None:
        """Whom a pronoun means; a person whom it leaves open speaks without a name."""
        sex = SEX_OF.get(noun.lower_)
        actor = self._antecedents.of(noun, said) or self._described_before(noun)
        if actor is None:
            self._antecedents.heard(noun, None)
            known = sex is not None or noun.lower_ == "they" or _is_said(noun)
            span = self._parsed.span_of(noun)
            return Speaker(name=None, span=span, basis="pronoun") if known else None
        if sex is not None:
            self._sexes.learn(actor, sex)
        return self._as(actor, noun, "pronoun")

    def _described_before(self, noun: Token) -> Actor | None:
        """Whom "it" means behind a sentence about "the company"."""
        if noun.lower_ != "it" or noun.sent.start == 0:
            return None
        subject = subject_of(noun.doc[noun.sent.start - 1].sent.root, 0)
        pointing = subject is not None and any(c.lower_ == "the" for c in subject.lefts)
        if subject is None or not pointing or role_of(subject) != "body":
            return None
        return self._pointed(subject)

    def _joint(self, noun: Token) -> Speaker | None:
        """Two who speak together: "the police and the emergency services"."""
        other = next((c for c in noun.rights if c.dep_ == "conj"), None)
        if other is None or other.i - noun.i > 6 or other.pos_ not in ("NOUN", "PROPN"):
            return None
        if any(c.i < other.i and c.dep_ not in ("cc", "punct") for c in noun.rights):
            return None
        phrase = self._mentions.phrase(noun)
        if other.idx >= phrase.end or "," in phrase.exact:
            return None
        name = strip_article(" ".join(phrase.exact.split()))
        return Speaker(name=name, span=phrase, named=noun.pos_ == "PROPN")

    def _author(self, noun: Token, said: tuple[Stretch, ...]) -> Speaker | None:
        """Who stands behind a document: "findings of X", "X issued a statement saying ..."."""
        for child in noun.children:
            if child.dep_ == "poss" and child.pos_ != "PRON":
                return self._by(child, noun)
            if child.lower_ == "its":
                body = self._antecedents.of(child, said, "it")
                if body is None or body not in self._spoke[-1:]:
                    return self._nameless(noun)
                return self._as(body, noun, "pronoun")
            if child.dep_ == "prep" and child.lower_ in ("by", "from", "of"):
                author = next((c for c in child.children if c.dep_ == "pobj"), None)
                actor = self._mentions.named(author) if author is not None else None
                if actor is not None and actor.kind != "group":
                    return self._as(actor, noun, "explicit")
        head = noun.head
        if noun.dep_ == "pobj" and head.lower_ in ("in", "with", "through", "via"):
            head = head.head
        if (
            head.pos_ == "VERB"
            and head.lemma_.lower() != "accord"
            and noun.dep_ in ("dobj", "pobj")
        ):
            subject = subject_of(head)
            if subject is not None and subject.i != noun.i and role_of(subject) != "document":
                return self.speaker(subject)
        if is_voice(noun) and all(child.lower_ in ("the", "a") for child in noun.lefts):
            told = said if any(child.lower_ == "the" for child in noun.lefts) else ()
            body = self._antecedents.of(noun, told, "it")
            if body is not None and (told or self._mentions.near(body, noun)):
                return self._as(body, noun, "explicit" if told else "carried")
        return self._nameless(noun)

    def _by(self, author: Token, noun: Token) -> Speaker | None:
        actor = self._mentions.named(author)
        if actor is None or not actor.named:
            actor = self._pointed(author) or actor
        return self._as(actor, noun, "explicit") if actor is not None else self._nameless(noun)

    def _as(self, actor: Actor, noun: Token, basis: str) -> Speaker:
        if actor.kind == "group" and not actor.named and noun.tag_ == "NNS":
            self._several = noun
        if not is_outlet(actor.name):
            self._spoke.append(actor)
            del self._spoke[:-20]
            self._antecedents.heard(noun, actor)
        return Speaker(
            name=actor.name,
            span=self._mentions.phrase(noun),
            role=actor.role,
            for_=actor.for_,
            named=actor.named,
            basis=basis,
            actor=actor.id,
        )

    def _one_of_them(self, noun: Token) -> Speaker | None:
        """Who "one" and "others" are behind a sentence in which several spoke: "Residents said"."""
        several, bare = self._several, not [*noun.lefts, *noun.rights]
        if several is None or not bare or several.sent.end < noun.sent.start - _APART:
            return None
        first, last = described(several)
        words = [token.text for token in noun.doc[first : last + 1]]
        if noun.lower_ in _SINGLE:
            words[several.i - first] = several.lemma_
        span = self._parsed.span_of(noun)
        return Speaker(name=" ".join(" ".join(words).split()), span=span, basis="carried")

    def _nameless(self, noun: Token) -> Speaker | None:
        if not any(char.isalpha() for char in self._mentions.phrase(noun).exact):
            return None
        if noun.pos_ == "PROPN":
            name = canonical_body(self._mentions.phrase(noun).exact)
            return Speaker(name=name, span=self._mentions.phrase(noun), named=True)
        if speaks_for_many(noun):
            phrase = self._mentions.phrase(noun)
            return Speaker(name=" ".join(phrase.exact.split()), span=phrase)
        self._several = noun if noun.tag_ == "NNS" else self._several
        first, last = described(noun)
        if noun.lower_ == "old":
            first = max(noun.sent.start, noun.i - 4)  # "34-year-old"
        name = strip_article(" ".join(noun.doc[first : last + 1].text.split()))
        return Speaker(name=name, span=self._mentions.phrase(noun), named=False)


def _is_said(noun: Token) -> bool:
    """Whether "it" speaks ("it said that ...") and does not only stand for a clause."""
    return noun.lower_ == "it" and noun.dep_ == "nsubj" and noun.head.lemma_ in ("say", "add")

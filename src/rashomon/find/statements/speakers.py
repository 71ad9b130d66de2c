"""Speakers: who stands behind a cue, resolved over the report."""

from dataclasses import replace

from rashomon.actor import Actor
from rashomon.find.actors.countries import country_of, is_people
from rashomon.find.actors.described import described, described_name
from rashomon.find.actors.posts import is_voice, role_of
from rashomon.find.actors.sexes import SEX_OF, Sexes
from rashomon.find.cues import speaks_for_many
from rashomon.find.parse import Parsed, Token
from rashomon.find.statements.antecedents import Antecedents, Stretch
from rashomon.find.statements.descriptions import Descriptions
from rashomon.find.statements.mentions import Mentions
from rashomon.find.statements.outlets import is_outlet
from rashomon.find.statements.quotes import Quotation, holding
from rashomon.find.statements.subjects import subject_of
from rashomon.statement import Speaker
from rashomon.words.names import canonical_body, fold, strip_article

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
        self._parsed, self._marks = parsed, marks
        self._mentions = Mentions(parsed, actors)
        self._sexes = Sexes(parsed, actors)
        self._antecedents = Antecedents(parsed, actors, self._sexes, marks)
        self._descriptions = Descriptions(parsed, self._mentions, self._antecedents)
        self._several: Token | None = None
        self._last: tuple[Speaker, int] | None = None

    def speaker(self, noun: Token | None, said: tuple[Stretch, ...] = ()) -> Speaker | None:
        """The speaker that the head noun of a cue's subject means; None where it means nobody.

        `said` is the content, as stretches of characters: who is named there is not its speaker.
        """
        speaker = self._who(noun, said)
        if speaker is not None and noun is not None:
            ends = [noun.idx, *(end for _, end in said)]
            self._last = self._on_stage(speaker, noun.idx, max(ends))
            self._descriptions.said, self._descriptions.until = said, max(ends)
        return speaker

    def _on_stage(self, speaker: Speaker, at: int, end: int) -> tuple[Speaker, int] | None:
        """Who spoke last, up to where, once somebody speaks at `at`.

        Whoever speaks within another's quoted words has not taken over from who is quoted; where
        no mark closes those words, nobody knows who speaks on.
        """
        quoted = holding(self._marks, at)
        if quoted is None:
            return speaker, end
        return self._last if quoted.closed else (Speaker(name=None), end)

    def _who(self, noun: Token | None, said: tuple[Stretch, ...]) -> Speaker | None:
        if noun is None:
            return None
        if any(word.lower_ == "no" for word in noun.lefts):
            return None
        if speaks_for_many(noun) and noun.dep_ != "poss":
            return self._one_of_them(noun) or self._nameless(noun)
        if noun.lower_ in _NOBODY:
            return None
        if noun.tag_ in ("WP", "WDT"):
            return self._relative(noun)
        if noun.pos_ == "PRON":
            return self._pronoun(noun, said)
        if noun.tag_ == "NNP" and is_people(noun.text):
            lately = self._antecedents.lately(noun, said, None)
            return self._as(lately, noun, "carried") if lately else self._nameless(noun)
        if noun.lower_ == "old":
            aged = self._descriptions.aged(noun)
            return self._as(aged, noun, "carried") if aged else self._nameless(noun)
        joint = self._joint(noun)
        if joint is not None:
            return joint
        actor = self._mentions.named(noun)
        if (actor is None or not actor.named) and any(c.lower_ in _POINTING for c in noun.lefts):
            actor = self._descriptions.meant(noun, said) or actor
        if noun.pos_ == "PROPN" and (actor is None or actor.kind != "person"):
            country = self._government(noun)
            if country is not None:
                return country
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
        return self._descriptions.meant(subject)

    def _government(self, noun: Token) -> Speaker | None:
        """The country whose government its capital stands for: "Oslo says"."""
        words = [c for c in (*noun.lefts, *noun.rights) if c.dep_ != "compound"]
        if noun.dep_ not in ("nsubj", "pobj") or words:
            return None
        capital = noun.doc[noun.left_edge.i : noun.i + 1].text
        country = country_of(capital, self._parsed.report.text)
        if country is None:
            return None
        actor = self._mentions.called(country)
        if actor is not None:
            return self._as(actor, noun, "carried")
        span = self._parsed.span_of(noun)
        return Speaker(name=country, span=span, named=True, basis="carried")

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
                if body is None or body not in self._descriptions.spoke[-1:]:
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
            actor = self._descriptions.meant(author) or actor
        return self._as(actor, noun, "explicit") if actor is not None else self._nameless(noun)

    def _as(self, actor: Actor, noun: Token, basis: str) -> Speaker:
        if actor.kind == "group" and not actor.named and noun.tag_ == "NNS":
            self._several = noun
        if not is_outlet(actor.name):
            self._descriptions.spoke.append(actor)
            del self._descriptions.spoke[:-20]
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
        if noun.pos_ == "PROPN" and not is_people(noun.text):
            name = canonical_body(self._mentions.phrase(noun).exact)
            return Speaker(name=name, span=self._mentions.phrase(noun), named=True)
        if speaks_for_many(noun):
            phrase = self._mentions.phrase(noun)
            return Speaker(name=" ".join(phrase.exact.split()), span=phrase)
        self._several = noun if noun.tag_ == "NNS" else self._several
        name = strip_article(described_name(noun))
        if noun.lower_ == "old":
            name = noun.doc[max(noun.sent.start, noun.i - 4) : noun.i + 1].text  # "34-year-old"
        return Speaker(name=name, span=self._mentions.phrase(noun), named=False)


def _is_said(noun: Token) -> bool:
    """Whether "it" speaks ("it said that ...") and does not only stand for a clause."""
    return (
        noun.lower_ == "it"
        and noun.dep_ == "nsubj"
        and noun.head.lemma_ in ("say", "add", "tell", "warn")
    )

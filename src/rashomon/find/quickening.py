"""Quickening: the same parse at less cost, by remembering what spaCy works out anew each time."""

from typing import Any

from spacy.language import Language
from spacy.matcher import Matcher
from spacy.pipeline import AttributeRuler
from spacy.tokens import Doc, Token
from spacy.tokens._retokenize import set_token_attrs

#: What a rule for a single word may look at, if what it gives is to be remembered.
_SEEN = {"LOWER", "TAG", "DEP"}
#: So many words with their tags are remembered; then memory is cleared.
_MOST = 200_000

#: Word, tag and dependency, each by its number in the vocabulary.
_Key = tuple[int, int, int]
#: What a rule matches: a description of each word of a run.
_Run = list[dict[str, Any]]


def quicken(language: Language) -> None:
    """Make a pipeline quicker that still gives the same parse, where it has the parts for it."""
    if language.has_pipe("lemmatizer"):
        _use_sets(language.get_pipe("lemmatizer").lookups)  # type: ignore[attr-defined]  # a rule one
    name = "attribute_ruler"
    if language.has_pipe(name) and _is_plain(ruler := language.get_pipe(name)):
        language.replace_pipe(name, "rashomon_rules")
        language.get_pipe(name).learn(ruler)  # type: ignore[attr-defined]  # it is ours


def _use_sets(lookups: Any) -> None:
    """Let the lemmatizer look words up in sets: its tables hold lists, searched from end to end."""
    if lookups.has_table("lemma_index"):
        index = lookups.get_table("lemma_index")
        for part in index:
            index[part] = frozenset(index[part])


def _is_plain(ruler: Any) -> bool:
    """Whether rules for a word see what words are remembered by, and rules for runs see words."""
    if not isinstance(ruler, AttributeRuler):
        return False
    runs = [run for rule in _rules(ruler) for run in rule]
    alone = all(set(token) <= _SEEN for run in runs if len(run) == 1 for token in run)
    return alone and all(_words_of(run) for run in runs if len(run) > 1)


def _rules(ruler: Any) -> list[list[_Run]]:
    """The runs of words that each rule matches."""
    return [rule["patterns"] for rule in ruler.patterns]


def _words_of(run: _Run) -> list[str]:
    """The words of which one stands in whatever a rule for several words matches."""
    for token in run:
        lower = token.get("LOWER")
        if isinstance(lower, str):
            return [lower]
        if isinstance(lower, dict) and lower.get("IN"):
            return list(lower["IN"])
    return []


@Language.factory("rashomon_rules")
def _make(nlp: Language, name: str) -> "Rules":
    return Rules()


class Rules:
    """spaCy's attribute ruler, which asks its rules for a single word once a word.

    What they give follows from word, tag and dependency alone. Rules for several words are asked
    where a text holds one of the words that they cannot do without.
    """

    def __init__(self) -> None:
        self._ruler: Any = None
        self._known: dict[_Key, tuple[tuple[int, ...], int, Any, int]] = {}

    def learn(self, ruler: AttributeRuler) -> None:
        """Take over the rules of a ruler whose rules for single words are plain."""
        self._ruler, vocab = ruler, ruler.vocab
        self._alone, self._runs = Matcher(vocab), Matcher(vocab)
        self._needed: set[int] = set()
        for number, rule in enumerate(_rules(ruler)):
            single = [run for run in rule if len(run) == 1]
            several = [run for run in rule if len(run) > 1]
            if single:
                self._alone.add(str(number), single)
            if several:
                self._runs.add(str(number), several)
                self._needed |= {
                    vocab.strings.add(word) for run in several for word in _words_of(run)
                }

    def __call__(self, doc: Doc) -> Doc:
        """Give each word of `doc` what the rules say of it."""
        if len(self._known) > _MOST:
            self._known.clear()
        for token in doc:
            self._one(token)
        if any(token.lower in self._needed for token in doc):
            self._several(doc)
        return doc

    def _one(self, token: Token) -> None:
        known = self._known.get((token.lower, token.tag, token.dep))
        if known is None:
            self._ask(token)
            return
        _, token.pos, token.morph, lemma = known
        if lemma:
            token.lemma = lemma

    def _ask(self, token: Token) -> None:
        strings = token.vocab.strings
        found = self._alone(token.doc[token.i : token.i + 1])
        rules = tuple(sorted({int(strings[match]) for match, _, _ in found}))
        for rule in rules:
            set_token_attrs(token, self._ruler.attrs[rule])
        key = (token.lower, token.tag, token.dep)
        self._known[key] = (rules, token.pos, token.morph, token.lemma)

    def _several(self, doc: Doc) -> None:
        """Ask the rules for several words; all rules for a word speak in their own order."""
        strings, given = doc.vocab.strings, dict[int, set[int]]()
        for match, start, end in self._runs(doc):
            rule = int(strings[match])
            at = range(start, end)[self._ruler.indices[rule]]
            given.setdefault(at, set()).add(rule)
        for at, rules in sorted(given.items()):
            token = doc[at]
            alone = self._known[token.lower, token.tag, token.dep][0]
            for rule in sorted({*alone, *rules}):
                set_token_attrs(token, self._ruler.attrs[rule])

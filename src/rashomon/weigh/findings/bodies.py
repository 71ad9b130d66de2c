"""Bodies: several speakers of one body who say the same in different reports.

A spokesman, a minister and "the ministry" are one party: what two reports have from two of them
is one body's word, and no corroboration.
"""

from collections import Counter, defaultdict
from collections.abc import Collection, Iterator, Mapping, Sequence

from rashomon.account import Finding, Origin, Side
from rashomon.notes import Notes
from rashomon.report import Span
from rashomon.statement import Statement
from rashomon.weigh.context import shared, words_of_weight
from rashomon.weigh.findings.telling import finding
from rashomon.weigh.origins import Sources
from rashomon.words.names import fold

#: A word that more of a story's statements hold, as a share and at least so many, tells nothing
#: apart: it is what all is about.
_COMMON, _FEW = 0.1, 6

#: So many words of weight are the same, where they are not half of a statement.
_MANY = 3

#: So many statements of a body are compared, and so many such bodies of a story are told.
_MOST, _MOST_TOLD = 40, 3

Said = tuple[Statement, Origin, frozenset[str]]


def one_body(
    notes: Sequence[Notes], sources: Sources, told: Collection[Finding]
) -> Iterator[Finding]:
    """Bodies whose word two reports or more have, each from another of its speakers.

    What `told` findings show already as one origin's is left out.
    """
    known = [
        [span for side in each.sides for span in side.evidence]
        for each in told
        if each.kind == "same_origin"
    ]
    count = 0
    for body, said in sorted(_by_body(notes, sources).items()):
        passages, names = _said_twice(said)
        if len(passages) < 2 or any(_holds(shown, passages) for shown in known):
            continue
        if count == _MOST_TOLD:
            return
        count += 1
        voices = ", ".join(sorted(names))
        name = next(
            each.party or each.name for _, each, _ in said if fold(each.party or each.name) == body
        )
        yield finding(
            "same_origin",
            "medium",
            f"{len(passages)} reports, one body: {name} ({voices}).",
            [
                Side(label=report, evidence=tuple(sorted(spans)))
                for report, spans in sorted(passages.items())
            ],
        )


def _holds(shown: Sequence[Span], passages: Mapping[str, set[Span]]) -> bool:
    """Whether the evidence of a finding shows one of the passages of every report."""
    return all(
        any(each.holds(span) for each in shown for span in spans) for spans in passages.values()
    )


def _by_body(notes: Sequence[Notes], sources: Sources) -> dict[str, list[Said]]:
    """The statements of each body, by its longest name: "the foreign ministry" of one report is
    the "German foreign ministry" of another."""
    by_party: dict[str, list[Said]] = defaultdict(list)
    told = [(each, words_of_weight(each.content)) for note in notes for each in note.statements]
    counts = Counter(word for _, words in told for word in words)
    common = {word for word, times in counts.items() if times > max(_FEW, _COMMON * len(told))}
    for each, words in told:
        origin = sources.by_id.get(sources.by_statement.get(each.id, ""))
        if origin is not None and _is_of_body(origin, sources):
            by_party[fold(origin.party or origin.name)].append((each, origin, words - common))
    grouped: dict[str, list[Said]] = {}
    for party in sorted(by_party, key=lambda name: (-len(name), name)):
        homes = [other for other in grouped if other.endswith(f" {party}")]
        grouped.setdefault(homes[0] if len(homes) == 1 else party, []).extend(by_party[party])
    return {body: said[:_MOST] for body, said in grouped.items()}


def _is_of_body(origin: Origin, sources: Sources) -> bool:
    """Whether somebody speaks for a body, or is one; "officials" may be anybody's."""
    spoken_for = origin.for_ is not None or origin.id in sources.bodies
    return origin.kind == "speaker" and spoken_for


def _said_twice(said: Sequence[Said]) -> tuple[dict[str, set[Span]], set[str]]:
    """What two speakers of a body say alike in two reports, by report, and who they are."""
    passages: dict[str, set[Span]] = defaultdict(set)
    names: set[str] = set()
    for at, (one, origin, words) in enumerate(said):
        for other, another, others in said[at + 1 :]:
            apart = one.span.report != other.span.report and origin.id != another.id
            if apart and _is_one_word(words, others):
                passages[one.span.report] |= set(one.content)
                passages[other.span.report] |= set(other.content)
                names |= {origin.name, another.name}
    return passages, names


def _is_one_word(one: frozenset[str], other: frozenset[str]) -> bool:
    """Whether two statements say so much alike that they may be one."""
    common = len(one & other)
    return shared(one, other) and (common >= _MANY or 2 * common >= min(len(one), len(other)))

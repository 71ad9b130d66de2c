"""Unnamed voices: somebody without a name who says what a named speaker says elsewhere."""

from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence

from rashomon.account import Finding, Origin, Side
from rashomon.notes import Notes
from rashomon.statement import Statement
from rashomon.weigh.context import words_of_weight
from rashomon.weigh.findings.quiet import is_quiet, is_somebody
from rashomon.weigh.findings.telling import finding
from rashomon.weigh.origins import Sources
from rashomon.words.names import fold

#: So many words of weight, and such a share of the shorter passage's, are the same.
_LEAST, _SHARE = 3, 0.6

#: A word that more statements hold than these tells none from another.
_COMMON = 40

#: So many such pairs of a story are told.
_MOST = 2

Said = tuple[Statement, Origin, frozenset[str]]


def echoed(notes: Sequence[Notes], sources: Sources) -> Iterator[Finding]:
    """An unnamed speaker of one report who may be the named one of another: both say the same.

    They are never made one origin by it; a reader is told not to count them as two.
    """
    said = [
        (each, sources.by_id[sources.by_statement[each.id]], words_of_weight(each.content))
        for note in notes
        for each in note.statements
        if each.id in sources.by_statement
    ]
    holders: dict[str, list[int]] = defaultdict(list)
    for at, (_, origin, words) in enumerate(said):
        if origin.named and origin.kind == "speaker":
            for word in words:
                holders[word].append(at)
    told: set[tuple[str, str]] = set()
    for one in said:
        other = _likest(one, said, holders) if is_quiet(one[1]) else None
        if other is not None and (one[1].id, other[1].id) not in told and len(told) < _MOST:
            told.add((one[1].id, other[1].id))
            yield _told(one, other)


def _likest(one: Said, said: Sequence[Said], holders: Mapping[str, Sequence[int]]) -> Said | None:
    """The statement of a named speaker in another report that says most nearly the same."""
    counts = Counter(
        at
        for word in one[2]
        if len(holders.get(word, ())) <= _COMMON
        for at in holders.get(word, ())
        if said[at][0].span.report != one[0].span.report and _may_be_one(one, said[at])
    )
    alike = [
        (-count, at)
        for at, count in counts.items()
        if count >= _LEAST and count >= _SHARE * min(len(one[2]), len(said[at][2]))
    ]
    return said[min(alike)[1]] if alike else None


def _may_be_one(one: Said, other: Said) -> bool:
    """Whether an unnamed speaker may be the named one: a witness anybody, an official only whoever
    speaks for the same body or bears the same post."""
    head = fold(one[1].name).split()[-1]
    role = fold(other[0].speaker.role or "").split()
    return is_somebody(head) or one[1].party == other[1].party or head in role


def _told(one: Said, other: Said) -> Finding:
    return finding(
        "same_origin",
        "medium",
        f"{one[1].name} in one report and {other[1].name} in another say the same: "
        "perhaps one voice, and not two.",
        [
            Side(label=origin.name, evidence=tuple(sorted(statement.content)))
            for statement, origin, _ in (one, other)
        ],
        origin=other[1].id,
    )

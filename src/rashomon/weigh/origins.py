"""Origins: who or what truly stands behind what the reports say.

A speaker quoted by three outlets is one origin; so is a wire text that two outlets print. What a
narrator says without a source stands behind nobody but the outlet.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace

from rashomon.account import Occasion, Origin, SameAs
from rashomon.notes import Notes
from rashomon.report import Report, Span, content_id
from rashomon.statement import Statement
from rashomon.story import Copy
from rashomon.weigh.parties import Parties
from rashomon.words.names import fold, same_body, same_person

#: Whom a report does not let us name ("he said", of two who may be meant).
UNNAMED = "unnamed speaker"


@dataclass(frozen=True, slots=True)
class Voice:
    """One statement as somebody's: the report it stands in and the statement.

    `is_body` tells an organisation ("the coastguard") from people ("officials").
    """

    report: Report
    statement: Statement
    is_body: bool

    @property
    def name(self) -> str:
        """The speaker's canonical name; whom the report does not let us name is unnamed."""
        return self.statement.speaker.name or UNNAMED


@dataclass(frozen=True, slots=True)
class Sources:
    """The origins of a story, and which of them stands behind which passage.

    `bodies` are the origins that are organisations and not people.
    """

    origins: tuple[Origin, ...]
    by_statement: Mapping[str, str]
    by_narrator: Mapping[str, str]
    wires: tuple[tuple[Span, str], ...]
    bodies: frozenset[str]
    by_name: Mapping[tuple[str, str], str] = field(default_factory=dict)
    by_id: Mapping[str, Origin] = field(default_factory=dict)

    def behind(self, span: Span, statement: str | None, speaker: str | None = None) -> Origin:
        """The origin of a passage: its speaker, else the shared text, else the report's outlet.

        `speaker` names who tells a passage that is no statement ("the coastguard counted 13"),
        where that speaker is heard elsewhere, too.
        """
        if statement is not None and statement in self.by_statement:
            return self.by_id[self.by_statement[statement]]
        if speaker is not None and (span.report, speaker) in self.by_name:
            return self.by_id[self.by_name[span.report, speaker]]
        for shared, wire in self.wires:
            if shared.holds(span):
                return self.by_id[wire]
        return self.by_id[self.by_narrator[span.report]]


def find_origins(notes: Sequence[Notes], copies: Sequence[Copy]) -> Sources:
    """All origins of a story: its speakers, its shared wire texts, and its outlets."""
    voices = [voice for note in notes for voice in _voices(note)]
    parties = Parties.of(voice.statement.speaker for voice in voices)
    groups = _same_speakers(voices)
    speakers = [_speaker(group, parties) for group in groups]
    by_statement = {
        voice.statement.id: origin.id
        for origin, group in zip(speakers, groups, strict=True)
        for voice in group
    }
    for note in notes:
        by_statement.update(_inherited(note.statements, by_statement))
    outlets, by_narrator = _outlets(notes)
    wires, passages = _wires(copies, {note.report.id: note.report for note in notes})
    origins = _with_likely_same(speakers) + outlets + wires
    return Sources(
        origins=tuple(origins),
        by_statement=by_statement,
        by_narrator=by_narrator,
        wires=passages,
        bodies=frozenset(
            origin.id
            for origin, group in zip(speakers, groups, strict=True)
            if any(voice.is_body for voice in group)
        ),
        by_name={
            (voice.report.id, voice.name): origin.id
            for origin, group in zip(speakers, groups, strict=True)
            for voice in group
        },
        by_id={origin.id: origin for origin in origins},
    )


def _voices(note: Notes) -> Iterator[Voice]:
    bodies = {actor.id for actor in note.actors if actor.kind == "organisation"}
    for statement in note.statements:
        speaker = statement.speaker
        unnamed = speaker.basis != "narrator" and statement.within is None
        if speaker.name or unnamed:
            is_body = speaker.actor in bodies
            yield Voice(report=note.report, statement=statement, is_body=is_body)


def _inherited(
    statements: Sequence[Statement], by_statement: Mapping[str, str]
) -> Iterator[tuple[str, str]]:
    """Inner statements without a speaker ("no confirmation that ...") are the outer speaker's."""
    outer = {statement.id: statement.within for statement in statements}
    for statement in statements:
        above: str | None = statement.id
        for _ in statements:
            if above is None or above in by_statement:
                break
            above = outer.get(above)
        if above is not None and above in by_statement:
            yield statement.id, by_statement[above]


def _same_speakers(voices: Iterable[Voice]) -> list[list[Voice]]:
    """Voices of one speaker together. Unnamed people are one only within their report."""
    groups: dict[tuple[str, str], list[Voice]] = {}
    for voice in voices:
        groups.setdefault((fold(voice.name), _apart(voice)), []).append(voice)
    merged: list[list[Voice]] = []
    for _, group in sorted(groups.items(), key=lambda item: (-len(item[0][0]), item[0])):
        home = next((other for other in merged if _is_same(other[0], group[0])), None)
        if home is None:
            merged.append(group)
        else:
            home.extend(group)
    for group in merged:
        group.sort(key=lambda voice: (voice.report.id, voice.statement.span))
    return sorted(merged, key=lambda group: (fold(group[0].name), group[0].report.id))


def _apart(voice: Voice) -> str:
    """What keeps a voice from others of its name: nothing, its report, or, unnamed, itself."""
    if voice.statement.speaker.name is None:
        return voice.statement.id
    known = voice.statement.speaker.named or voice.is_body
    return "" if known else voice.report.id


def _is_same(one: Voice, other: Voice) -> bool:
    if not (one.statement.speaker.named and other.statement.speaker.named):
        return False
    if same_person(one.name, other.name) == "certain":
        return True
    return same_body(one.name, other.name) == "certain"


def _speaker(group: Sequence[Voice], parties: Parties) -> Origin:
    name = max((voice.name for voice in group), key=lambda text: (len(text), text))
    speakers = [voice.statement.speaker for voice in group]
    stands_for = parties.stands_for(speakers)
    named = speakers[0].named
    return Origin(
        id=content_id("o", "speaker", fold(name), _apart(group[0])),
        name=name,
        kind="speaker",
        for_=stands_for,
        party=parties.party(name, stands_for),
        named=named,
        occasions=tuple(_occasions(group)),
    )


def _occasions(group: Sequence[Voice]) -> list[Occasion]:
    told: dict[tuple[str, str, str], list[Voice]] = {}
    for voice in group:
        published = (voice.report.published or "")[:10]
        key = (published, voice.statement.occasion or "", voice.statement.via or "")
        told.setdefault(key, []).append(voice)
    return [
        Occasion(
            label=label or None,
            date=published or None,
            via=via or None,
            reports=tuple(sorted({voice.report.id for voice in voices})),
            statements=tuple(voice.statement.id for voice in voices),
        )
        for (published, label, via), voices in sorted(told.items())
    ]


def _with_likely_same(speakers: Sequence[Origin]) -> list[Origin]:
    """Unnamed speakers of a named one's party may be that one: they add no independent voice."""
    linked = []
    for origin in speakers:
        same = (
            []
            if origin.named
            else [
                SameAs(
                    origin=other.id,
                    certainty="possible",
                    reason=f"{origin.name} and {other.name} speak for the same body",
                )
                for other in speakers
                if other.named and other.party == origin.party and other.name != other.party
            ]
        )
        linked.append(replace(origin, same_as=tuple(same)))
    return linked


def _outlets(notes: Sequence[Notes]) -> tuple[list[Origin], dict[str, str]]:
    """One origin an outlet; a report without an outlet stands for itself."""
    by_name: dict[str, list[Report]] = {}
    for note in notes:
        by_name.setdefault(note.report.outlet or note.report.id, []).append(note.report)
    outlets, by_narrator = [], {}
    for name, reports in sorted(by_name.items()):
        origin = Origin(
            id=content_id("o", "outlet", name),
            name=name,
            kind="outlet",
            party=name,
            named=True,
            occasions=tuple(
                Occasion(
                    label=None,
                    date=(report.published or "")[:10] or None,
                    via=None,
                    reports=(report.id,),
                )
                for report in sorted(reports, key=lambda report: report.id)
            ),
        )
        outlets.append(origin)
        by_narrator.update({report.id: origin.id for report in reports})
    return outlets, by_narrator


def _wires(
    copies: Sequence[Copy], reports: Mapping[str, Report]
) -> tuple[list[Origin], tuple[tuple[Span, str], ...]]:
    """One origin a shared text, with the passages it stands behind."""
    wires, passages = [], []
    for copy in copies:
        outlets = {reports[id].outlet or id for id in copy.reports if id in reports}
        if copy.kind == "version" or len(outlets) < 2:
            continue  # an outlet that prints or corrects its own text again adds no origin
        name = copy.named or "text shared by " + ", ".join(copy.reports)
        origin = Origin(
            id=content_id("o", "wire", name, *copy.reports),
            name=name,
            kind="wire",
            party=name,
            named=copy.named is not None,
            occasions=(Occasion(label=None, date=None, via=None, reports=copy.reports),),
        )
        wires.append(origin)
        passages += [(span, origin.id) for pair in copy.shared for span in pair]
    return wires, tuple(sorted(set(passages)))

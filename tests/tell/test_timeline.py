"""The timeline: dated happenings of all reports, merged and in order."""

from dataclasses import dataclass, replace
from datetime import date, timedelta

from rashomon.event import Event
from rashomon.notes import Notes
from rashomon.report import Block, Report
from rashomon.statement import Speaker, Statement
from rashomon.tell.timeline import make_timeline
from rashomon.when import Period


@dataclass(frozen=True)
class Told:
    """A happening for a report: its word in the text, its kind, its time and the ends of that."""

    word: str
    kind: str
    when: str
    from_: str | None
    to: str | None
    precision: str = "day"


def notes(id_: str, text: str, *told: Told, stance: str | None = None) -> Notes:
    """The notes of a report that tells these happenings, all in one statement where asked."""
    report = Report(id=id_, text=text, published="2024-05-14", published_precision="day")

    def span(words: str):
        at = text.index(words)
        return report.span(at, at + len(words))

    times = tuple(
        Period(
            id=f"t{id_}{n}", span=span(one.when), type="DATE", value=one.from_ or "PAST_REF",
            from_=one.from_, to=one.to, precision=one.precision,
        )
        for n, one in enumerate(told)
    )  # fmt: skip
    statement = Statement(
        id=f"s{id_}", span=report.span(0, len(text)), content=(report.span(0, len(text)),),
        cue=None, directness="indirect", speaker=Speaker(name=None), stance=stance or "asserts",
    )  # fmt: skip
    events = tuple(
        Event(id=f"e{id_}{n}", span=span(one.word), kind=one.kind, time=f"t{id_}{n}",
              statement=statement.id if stance else None)
        for n, one in enumerate(told)
    )  # fmt: skip
    statements = (statement,) if stance else ()
    return Notes(report=report, times=times, events=events, statements=statements)


MONDAY = ("2024-05-13", "2024-05-13")


def test_entries_stand_in_the_order_of_time_in_the_sources_words():
    """Each entry is a whole sentence of a report, earliest day first."""
    text = "A pier fell. Col. Oba said a ferry sank on Monday. A mine collapsed on 3 May."
    found = make_timeline([
        notes(
            "a", text,
            Told("sank", "sinking", "Monday", *MONDAY),
            Told("collapsed", "collapse", "3 May", "2024-05-03", "2024-05-03"),
        )
    ])  # fmt: skip
    shown = [(entry.from_, entry.text, [c.exact for c in entry.citations]) for entry in found]
    first, second = "A mine collapsed on 3 May.", "Col. Oba said a ferry sank on Monday."
    assert shown == [("2024-05-03", first, [first]), ("2024-05-13", second, [second])]


def test_one_happening_of_several_reports_is_one_entry():
    """Reports that tell the same in much the same words are cited together."""
    a = notes("a", "A ferry sank off Tarn on Monday.", Told("sank", "sinking", "Monday", *MONDAY))
    b = notes("b", "Off Tarn, a ferry sank Monday.", Told("sank", "sinking", "Monday", *MONDAY))
    c = notes("c", "Miners went on strike Monday.", Told("strike", "strike", "Monday", *MONDAY))
    found = make_timeline([a, b, c])
    assert [[c.report for c in entry.citations] for entry in found] == [["a", "b"], ["c"]]


def test_the_same_words_on_other_days_stay_apart():
    """A happening of another day is another happening."""
    a = notes("a", "A ferry sank on Monday.", Told("sank", "sinking", "Monday", *MONDAY))
    sunday = Told("sank", "sinking", "Sunday", "2024-05-12", "2024-05-12")
    assert len(make_timeline([a, notes("b", "A ferry sank on Sunday.", sunday)])) == 2


def test_undated_future_and_denied_happenings_are_left_out():
    """A timeline holds what a report tells as past and dates."""
    text = "A ferry sank recently."
    undated = notes("a", text, Told("sank", "sinking", "recently", None, None))
    ahead = notes("b", text, Told("sank", "sinking", "recently", "2024-05-20", "2024-05-20"))
    denied = notes("c", text, Told("sank", "sinking", "recently", *MONDAY), stance="denies")
    since = Told("sank", "sinking", "recently", "2024-04-01", "2024-05-14", "month")
    window = Told("sank", "sinking", "recently", "2019-05-14", "2024-05-14", "rolling")
    assert (
        make_timeline([undated, ahead, denied, notes("d", text, window), notes("e", text, since)])
        == ()
    )


def test_a_long_timeline_keeps_what_most_reports_tell():
    """Of too many entries those with most reports stay."""
    days = [str(date(2024, 4, 15) + timedelta(days=day)) for day in range(25)]
    words = ["ferry", "train", "plane", "truck", "canoe"]
    text = " ".join(f"A {words[n % 5]}{day} sank on {day}." for n, day in enumerate(days))
    told = [Told(f"sank on {day}", "sinking", day, day, day) for day in days]
    first = notes("a", text, *told)
    second = notes("b", text[-32:].lstrip(), told[-1])
    found = make_timeline([first, second])
    assert (len(found), found[-1].from_, len(found[-1].citations)) == (20, days[-1], 2)


def test_history_is_at_most_a_third():
    """Of what lies long before the first report only so much stays."""
    old = [f"2021-03-{day:02}" for day in range(1, 9)]
    new = [f"2024-05-{day:02}" for day in range(1, 5)]
    words = ["ferry", "train", "plane", "truck", "canoe"]
    days = [*old, *new]
    text = " ".join(f"A {words[n % 5]}{n} sank on {day}." for n, day in enumerate(days))
    found = make_timeline([
        notes("a", text, *[Told(f"sank on {day}", "sinking", day, day, day) for day in days])
    ])  # fmt: skip
    assert [entry.from_[:4] for entry in found] == ["2021"] * 2 + ["2024"] * 4


def test_history_that_is_only_mentioned_is_left_out():
    """A sentence that tells something else stands for no earlier day."""
    text = "It was the worst week since a ferry sank on 3 May 2019. A mine fell on Monday."
    told = [
        Told("sank", "sinking", "3 May 2019", "2019-05-03", "2019-05-03"),
        Told("fell", "collapse", "Monday", *MONDAY),
    ]
    assert [entry.from_ for entry in make_timeline([notes("a", text, *told)])] == ["2024-05-13"]


def test_hours_of_a_day_are_in_order():
    """What has no hour stands first, and midnight ends the day."""
    text = "It sank near midnight. A ferry rolled on Monday. A siren rang at 5 a.m."
    midnight, five = "2024-05-13T24:00", "2024-05-13T05:00"
    note = notes(
        "a", text,
        Told("sank", "sinking", "midnight", *MONDAY),
        Told("rolled", "rolling", "Monday", *MONDAY),
        Told("rang", "alarm", "5 a.m.", five, five),
    )  # fmt: skip
    first, second, third = note.times
    times = (replace(first, type="TIME", value=midnight), second,
             replace(third, type="TIME", value=five))  # fmt: skip
    found = [entry.text for entry in make_timeline([replace(note, times=times)])]
    assert [words.split()[1] for words in found] == ["ferry", "siren", "sank"]


def test_quotes_and_captions_tell_no_entry():
    """Furniture and other people's words are not the report's telling."""
    text = "A ferry sank on Monday."
    note = notes("a", text, Told("sank", "sinking", "Monday", *MONDAY))
    assert len(make_timeline([note])) == 1
    for kind in ("caption", "heading", "quote"):
        block = Block(kind=kind, start=0, end=len(text))
        assert make_timeline([replace(note, report=replace_blocks(note.report, block))]) == ()


def replace_blocks(report: Report, block: Block) -> Report:
    """The report laid out as that one block."""
    return Report(id=report.id, text=report.text, published=report.published,
                  published_precision="day", blocks=(block,))  # fmt: skip


def test_an_entry_ends_with_its_sentence_and_holds_its_time():
    """Abbreviations end no sentence, and a time of the sentence before dates none."""
    text = "(A ferry had rolled on Monday.) In St. Olga a mine fell."
    told = [Told("fell", "collapse", "Monday", *MONDAY)]
    assert make_timeline([notes("a", text, *told)]) == ()
    told = [Told("rolled", "rolling", "Monday", *MONDAY)]
    assert make_timeline([notes("a", text, *told)])[0].text == "(A ferry had rolled on Monday.)"


def test_where_there_are_too_many_no_day_crowds_out_another():
    """Of a busy day two entries stand before each other day has its own."""
    kinds = ("crash", "fire", "flood", "strike", "vote", "raid")
    places = ("Abbaton", "Bellow", "Cairn", "Dunmore", "Esker", "Fallow")
    told = list(zip(kinds, places, strict=True))
    busy = " ".join(f"A {kind} struck {place} on Monday of {place}." for kind, place in told)
    happened = [Told(kind, kind, f"Monday of {place}", *MONDAY) for kind, place in told]
    crowd = [notes(f"m{n}", busy, *happened) for n in (1, 2)]
    days = [f"2024-05-{day:02}" for day in range(1, 11)] + [
        f"2024-04-{day}" for day in range(16, 26)
    ]
    others = [
        notes(
            f"o{day}",
            f"A barn burned in Q{n}x on day{n}.",
            Told("burned", "fire", f"day{n}", day, day),
        )
        for n, day in enumerate(days)
    ]
    found = make_timeline([*crowd, *others])
    assert len(found) == 20
    assert sum(entry.from_ == MONDAY[0] for entry in found) == 2

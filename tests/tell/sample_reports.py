"""The two invented reports of the sample, and what was found in them."""

from rashomon.figure import Figure
from rashomon.report import Block, Report, Span
from rashomon.statement import Speaker, Statement

COURIER = Report(
    id="courier-1",
    path="courier-1.txt",
    outlet="Orrin Courier",
    title="Water over the Orrin dam",
    url="https://courier.example/dam?a=1&b=2",
    published="2031-03-04",
    published_precision="day",
    published_basis="given",
    text=(
        "Water over the Orrin dam\n"
        "Water ran over the Orrin dam on Monday night.\n\n"
        "Marta Velde, spokeswoman for the Civil Protection Office, said at a briefing on Tuesday "
        "that at least 40 homes were flooded. “The dam is holding,” Velde told reporters.\n\n"
        "Mayor Jon Askew disputed this. He said about 70 homes were under water and that the dam "
        "had given way at its eastern end.\n\n"
        "The valley hospital said it had admitted 12 people.\n"
    ),
    blocks=(
        Block(kind="heading", start=0, end=24),
        Block(kind="paragraph", start=25, end=70),
    ),
)

NORTHLINE = Report(
    id="northline-1",
    path="northline-1.txt",
    outlet="Northline",
    published="2031-03-05",
    published_precision="day",
    published_basis="given",
    text=(
        "Some 40 homes were flooded when the Orrin dam overflowed, Marta Velde of the Civil "
        "Protection Office told a briefing. She said the dam was “still holding”.\n\n"
        "The valley hospital said it had treated 15 people by Wednesday.\n\n"
        "The reservoir takes in 1,2000 litres a second, the utility said.\n"
    ),
)


def cut(report: Report, words: str) -> Span:
    """The span of the first `words` in a report."""
    start = report.text.index(words)
    return report.span(start, start + len(words))


VELDE_40 = cut(COURIER, "at least 40 homes were flooded")
VELDE_HOLDS = cut(COURIER, "The dam is holding")
ASKEW_70 = cut(COURIER, "about 70 homes were under water")
ASKEW_GAVE = cut(COURIER, "the dam had given way at its eastern end")
HOSPITAL_12 = cut(COURIER, "admitted 12 people")
SOME_40 = cut(NORTHLINE, "Some 40 homes were flooded")
STILL = cut(NORTHLINE, "the dam was “still holding”")
HOSPITAL_15 = cut(NORTHLINE, "treated 15 people by Wednesday")
LITRES = cut(NORTHLINE, "1,2000 litres a second")
#: Overlaps VELDE_40: the whole attributed passage.
VELDE_SAID = cut(
    COURIER,
    "Marta Velde, spokeswoman for the Civil Protection Office, said at a briefing on Tuesday "
    "that at least 40 homes were flooded",
)


def _speaker(report: Report, name: str, role: str, for_: str) -> Speaker:
    return Speaker(name=name, span=cut(report, name), role=role, for_=for_, named=True)


def sample_statements() -> tuple[Statement, ...]:
    """Who the two reports let speak."""
    velde = _speaker(COURIER, "Marta Velde", "spokeswoman", "Civil Protection Office")
    again = _speaker(NORTHLINE, "Marta Velde", "spokeswoman", "Civil Protection Office")
    mayor = _speaker(COURIER, "Jon Askew", "mayor", "Orrin")
    hospital = Speaker(name="valley hospital", named=False)
    rows = (
        ("s1", VELDE_SAID, VELDE_40, "indirect", velde),
        ("s2", VELDE_HOLDS, VELDE_HOLDS, "direct", velde),
        ("s3", ASKEW_70, ASKEW_70, "indirect", mayor),
        ("s4", ASKEW_GAVE, ASKEW_GAVE, "indirect", mayor),
        ("s5", SOME_40, SOME_40, "indirect", again),
        ("s6", STILL, STILL, "mixed", again),
        ("s7", HOSPITAL_12, HOSPITAL_12, "indirect", hospital),
    )
    return tuple(
        Statement(id=id_, span=span, content=(said,), cue=None, directness=how, speaker=who)
        for id_, span, said, how, who in rows
    )


def sample_figures() -> tuple[Figure, ...]:
    """What the two reports count."""
    homes = {"counted": "homes", "measure": "homes flooded", "place": "p1", "period": "t1"}
    return (
        Figure(
            id="f1", span=VELDE_40, number=cut(COURIER, "40"), printed="40", value=40.0, low=40.0,
            high=None, qualifier="at_least", qualifier_text="at least", **homes,
        ),
        Figure(
            id="f2", span=ASKEW_70, number=cut(COURIER, "70"), printed="70", value=70.0, low=None,
            high=None, qualifier="about", qualifier_text="about", **homes,
        ),
        Figure(
            id="f3", span=SOME_40, number=cut(NORTHLINE, "40"), printed="40", value=40.0, low=None,
            high=None, qualifier="about", qualifier_text="Some", **homes,
        ),
        Figure(
            id="f4", span=LITRES, number=cut(NORTHLINE, "1,2000"), printed="1,2000", value=None,
            low=None, high=None, qualifier="exact", unit="litre per second", well_formed=False,
            candidates=(1200.0, 12000.0),
        ),
    )  # fmt: skip

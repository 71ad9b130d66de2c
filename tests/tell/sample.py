"""A small invented account, built by hand: two outlets, four origins, one dam."""

from sample_reports import (
    ASKEW_70,
    ASKEW_GAVE,
    COURIER,
    HOSPITAL_12,
    HOSPITAL_15,
    LITRES,
    NORTHLINE,
    SOME_40,
    STILL,
    VELDE_40,
    VELDE_HOLDS,
    cut,
    sample_figures,
    sample_statements,
)

from rashomon.account import (
    Account,
    Finding,
    MadeBy,
    Occasion,
    Origin,
    Part,
    Position,
    Question,
    Reason,
    Relation,
    Sentence,
    Side,
    TimelineEntry,
)
from rashomon.problem import Problem
from rashomon.story import Story
from rashomon.when import Period
from rashomon.where import Place


def _status() -> Question:
    return Question(
        id="q1",
        text="Is the Orrin dam intact?",
        kind="status",
        positions=(
            Position(
                id="a1", answer="holding", origin="o1", evidence=(VELDE_HOLDS, STILL),
                statements=("s2", "s6"),
            ),
            Position(
                id="a2", answer="given way at its eastern end", origin="o2",
                evidence=(ASKEW_GAVE,), statements=("s4",), stance="denies",
            ),
        ),
        relations=(Relation(a="a1", b="a2", relation="contradict"),),
        relation="contradict",
        reasons=(Reason(kind="value", text="“holding” and “given way” exclude each other"),),
        independent_origins=2,
        independent_parties=2,
        outlets=2,
    )  # fmt: skip


def _homes() -> Question:
    return Question(
        id="q2",
        text="How many homes were flooded in Orrin?",
        kind="figure",
        measure="homes flooded",
        counted="homes",
        place="p1",
        period="t1",
        positions=(
            Position(
                id="a3", answer="at least 40", value=40.0, low=40.0, qualifier="at_least",
                origin="o1", evidence=(VELDE_40,), figures=("f1",), statements=("s1",),
            ),
            Position(
                id="a4", answer="about 40", value=40.0, qualifier="about", origin="o1",
                evidence=(SOME_40,), figures=("f3",), statements=("s5",),
            ),
            Position(
                id="a5", answer="about 70", value=70.0, qualifier="about", origin="o2",
                evidence=(ASKEW_70,), figures=("f2",), statements=("s3",),
            ),
        ),
        relations=(
            Relation(a="a3", b="a4", relation="compatible"),
            Relation(
                a="a4", b="a5", relation="differ",
                reasons=(Reason(kind="value", text="40 and 70, each give or take 10 percent"),),
            ),
        ),
        relation="differ",
        reasons=(Reason(kind="value", text="40 and 70, each give or take 10 percent"),),
        independent_origins=2,
        independent_parties=2,
        outlets=2,
    )  # fmt: skip


def _treated() -> Question:
    return Question(
        id="q3",
        text="How many people were treated?",
        kind="figure",
        measure="people treated",
        counted="people",
        positions=(
            Position(
                id="a6", answer="12", value=12.0, low=12.0, high=12.0, qualifier="exact",
                origin="o3", evidence=(HOSPITAL_12,), statements=("s7",),
            ),
            Position(
                id="a7", answer="15", value=15.0, low=15.0, high=15.0, qualifier="exact",
                origin="o3", evidence=(HOSPITAL_15,),
            ),
        ),
        relations=(Relation(a="a6", b="a7", relation="supersedes"),),
        relation="supersedes",
        reasons=(Reason(kind="order", text="15 was counted a day later"),),
        independent_origins=1,
        independent_parties=1,
        outlets=2,
    )  # fmt: skip


def _inflow() -> Question:
    position = Position(id="a8", answer="1,2000", origin="o4", evidence=(LITRES,), figures=("f4",))
    return Question(
        id="q4",
        text="How many litres a second does the reservoir take in?",
        kind="figure",
        positions=(position,),
        independent_origins=1,
        independent_parties=1,
        outlets=1,
    )


def _origins() -> tuple[Origin, ...]:
    both = (COURIER.id, NORTHLINE.id)
    briefing = Occasion(label="briefing", date="2031-03-04", via=None, reports=both)
    return (
        Origin(
            id="o1", name="Marta Velde", kind="speaker", for_="Civil Protection Office",
            party="Civil Protection Office", occasions=(briefing,),
        ),
        Origin(
            id="o2", name="Jon Askew", kind="speaker", for_="Orrin", party="Orrin",
            occasions=(Occasion(label=None, date=None, via=None, reports=(COURIER.id,)),),
        ),
        Origin(
            id="o3", name="valley hospital", kind="speaker", named=False,
            occasions=(Occasion(label=None, date=None, via=None, reports=both),),
        ),
        Origin(
            id="o4", name="the utility", kind="speaker", named=False,
            occasions=(Occasion(label=None, date=None, via="Northline", reports=(NORTHLINE.id,)),),
        ),
    )  # fmt: skip


def _findings() -> tuple[Finding, ...]:
    return (
        Finding(
            id="n1", kind="contradiction", priority="high", question="q1",
            text="Marta Velde says the dam holds; Jon Askew says it gave way.",
            sides=(
                Side(label="Marta Velde", evidence=(VELDE_HOLDS,)),
                Side(label="Jon Askew", evidence=(ASKEW_GAVE,)),
            ),
        ),
        Finding(
            id="n2", kind="same_origin", priority="medium", question="q2",
            text="Both outlets took “40 homes” from Marta Velde: one voice, not two.",
            sides=(
                Side(label="Orrin Courier", evidence=(VELDE_40,)),
                Side(label="Northline", evidence=(SOME_40,)),
            ),
        ),
        Finding(
            id="n3", kind="malformed_number", priority="medium",
            text="“1,2000” is no number: 1,200 or 12,000.",
            sides=(Side(label="Northline", evidence=(LITRES,)),),
        ),
    )  # fmt: skip


def _brief() -> tuple[Sentence, ...]:
    return (
        Sentence(
            text="Jon Askew says the Orrin dam had given way; Marta Velde says it is holding.",
            citations=(ASKEW_GAVE, VELDE_HOLDS),
            questions=("q1",),
        ),
        Sentence(
            text="Marta Velde gives at least 40 flooded homes, Jon Askew about 70.",
            citations=(VELDE_40, ASKEW_70),
            questions=("q2",),
        ),
    )


def _timeline() -> tuple[TimelineEntry, ...]:
    overflow = cut(COURIER, "Water ran over the Orrin dam on Monday night")
    return (
        TimelineEntry(
            from_="2031-03-03", to="2031-03-03", precision="day",
            text="Water ran over the Orrin dam.", citations=(overflow,),
        ),
        TimelineEntry(
            from_="2031-03-05", to=None, precision="day",
            text="The valley hospital had treated 15 people.", citations=(HOSPITAL_15,),
        ),
    )  # fmt: skip


def sample_account() -> Account:
    """The account of an invented dam that runs over."""
    day = cut(COURIER, "Monday night")
    return Account(
        made_by=MadeBy(
            version="0.1.0",
            models=(Part(name="en_core_web_sm", sha256="0" * 64),),
            data=(Part(name="geonames", version="3.0"),),
            settings=(("texts", "full"), ("words", "250")),
        ),
        story=Story(
            id="y1",
            title="Water over the Orrin dam",
            reports=(COURIER.id, NORTHLINE.id),
            from_="2031-03-04",
            to="2031-03-05",
        ),
        reports=(COURIER, NORTHLINE),
        statements=sample_statements(),
        figures=sample_figures(),
        times=(Period(id="t1", span=day, type="DATE", value="2031-03-03", from_="2031-03-03"),),
        places=(Place(id="p1", span=cut(COURIER, "Orrin"), name="Orrin"),),
        origins=_origins(),
        questions=(_status(), _homes(), _treated(), _inflow()),
        findings=_findings(),
        timeline=_timeline(),
        brief=_brief(),
        problems=(
            Problem(
                kind="malformed_number",
                detail="“1,2000” may mean 1,200 or 12,000; no value is taken",
                report=NORTHLINE.id,
                span=LITRES,
            ),
            Problem(kind="empty", detail="the file holds no text", path="blank.txt"),
        ),
    )

"""Accounts whose every word is what an attacker would put into a report."""

from rashomon.account import Account, MadeBy, Origin, Position, Question, Sentence
from rashomon.figure import Figure
from rashomon.person import Person
from rashomon.report import Report
from rashomon.statement import Speaker, Statement
from rashomon.story import Story

#: What acts in a spreadsheet, a terminal, a page, a template, Typst, XML or nowhere at all.
WORDS = (
    '=HYPERLINK("http://evil.example","Bribes")',
    "+1+cmd|' /C calc'!A0",
    "-2+3",
    "@SUM(A1:A9)",
    "\t=1+1",
    "\r=1+1",
    "\n=1+1",
    "＝1+1",  # noqa: RUF001
    "<script>alert(1)</script><b>",
    '#eval("1") $ x $ *bold* @ref <label> \\',
    "{{ 7 * 7 }}{% raw %}",
    "\x1b[2J\u202eevil\x00\x07",
    "\ud800 \ufffe \uffff",
    "]]>&amp;<!--",
)


def hostile_account(words: str) -> Account:
    """An account that says nothing but these words, everywhere."""
    report = Report(id=f"r {words}", outlet=words, title=words, author=words, url=words, text=words)
    span = report.span(0, len(words))
    origin = Origin(id="o1", name=words, kind="speaker", for_=words)
    figure = Figure(
        id="f1", span=span, number=span, printed=words, value=3.0, low=3.0, high=3.0,
        qualifier="exact", counted=words, measure=words, action="kill", speaker=words,
    )  # fmt: skip
    statement = Statement(
        id="s1", span=span, content=(span,), cue=span, directness="direct",
        speaker=Speaker(name=words, span=span, role=words, for_=words),
    )  # fmt: skip
    position = Position(
        id="p1", answer=words, value=3.0, low=3.0, high=3.0, qualifier="exact", origin="o1",
        evidence=(span,), figures=("f1",), statements=("s1",),
    )  # fmt: skip
    question = Question(id="q1", text=words, kind="figure", positions=(position,), event="main")
    return Account(
        made_by=MadeBy(version=words),
        story=Story(id="y1", title=words, reports=(report.id,)),
        reports=(report,),
        statements=(statement,),
        figures=(figure,),
        people=(Person(id="n1", name=words, spellings=(span,), role=words),),
        origins=(origin,),
        questions=(question,),
        brief=(Sentence(text=words, citations=(span,)),),
    )

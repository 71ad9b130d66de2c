"""The goldens of the examples hold together and rest on words of the reports."""

from itertools import combinations

import pytest

from bench.goldens import EVENTS, EXAMPLES, Item, Page, golden, offsets, resolve, spans, texts

QUALIFIERS = {
    "exact", "about", "at_least", "more_than", "at_most", "less_than", "range", "vague",
}  # fmt: skip
RELATIONS = {
    "agree", "compatible", "possibly_related", "differ", "contradict", "supersedes", "single",
}  # fmt: skip
QUESTIONS = {"figure", "status", "event", "wording"}
STANCES = {"asserts", "denies", "doubts", "expects", "reports"}
DIRECTNESS = {"direct", "indirect", "mixed"}
BASES = {"explicit", "carried", "pronoun", "narrator"}
FINDINGS = {
    "contradiction", "differing_figure", "differing_period", "differing_place",
    "differing_wording", "differing_identity", "malformed_number", "self_contradiction",
    "same_origin", "single_source", "unnamed_source", "narrator_claim", "different_measure",
    "superseded",
}  # fmt: skip
ONE_SIDED = {"malformed_number", "single_source", "unnamed_source", "narrator_claim"}
MARKS = "\"'“”‘’"

every_event = pytest.mark.parametrize("event", EVENTS)


@every_event
def test_reports_are_those_in_the_folder(event: str) -> None:
    """A golden names each report once, with the file that holds it."""
    named = golden(event)["reports"]
    assert sorted(report["id"] for report in named) == sorted(texts(event))
    assert all((EXAMPLES / event / report["file"]).is_file() for report in named)


@every_event
def test_words_stand_in_the_report(event: str) -> None:
    """The words of each span stand in its report as often as the span says."""
    text_of = texts(event)
    for span in spans(golden(event)):
        start, end = offsets(span, text_of[span["report"]])
        assert text_of[span["report"]][start:end] == span["exact"] == span["exact"].strip()


def test_words_of_a_page_stand_in_its_article_only() -> None:
    """Headings, captions and menus of a saved page never hold the words of a span."""
    pages = {path.stem: Page(path.read_text("utf-8")) for path in EXAMPLES.rglob("*.html")}
    inside = [span for span in spans(golden("ferry")) if span["report"] in pages]
    assert len(pages) == 2
    for span in inside:
        page = pages[span["report"]]
        assert page.seen.count(span["exact"]) == "\n".join(page.paragraphs).count(span["exact"])


@every_event
def test_resolving_gives_offsets(event: str) -> None:
    """A resolved golden holds the same spans, with offsets that slice their words."""
    text_of = texts(event)
    resolved = list(spans(resolve(golden(event), text_of)))
    assert len(resolved) == len(list(spans(golden(event))))
    for span in resolved:
        assert text_of[span["report"]][span["start"] : span["end"]] == span["exact"]


@every_event
@pytest.mark.parametrize("kind", ["reports", "figures", "statements", "questions", "findings"])
def test_ids_are_unique(event: str, kind: str) -> None:
    """No two items of one kind share an id."""
    ids = [item["id"] for item in golden(event)[kind]]
    assert ids
    assert len(ids) == len(set(ids))


@every_event
def test_figures_keep_the_vocabulary(event: str) -> None:
    """Each figure has a known qualifier, its number once in its span, and its own report."""
    for figure in golden(event)["figures"]:
        assert figure["qualifier"] in QUALIFIERS, figure["id"]
        assert figure["span"]["exact"].count(figure["printed"]) == 1, figure["id"]
        assert figure["span"]["report"] == figure["report"], figure["id"]
        assert figure["unit"], figure["id"]
        assert figure["measure"], figure["id"]
        assert figure["speaker"], figure["id"]


def bounds(figure: Item) -> tuple[float | None, float | None]:
    """Give the bounds that the value and the qualifier of a figure allow."""
    value = figure["value"]
    low = value if figure["qualifier"] in ("exact", "at_least", "more_than") else None
    high = value if figure["qualifier"] in ("exact", "at_most", "less_than") else None
    return low, high


@every_event
def test_bounds_follow_the_qualifier(event: str) -> None:
    """A figure is bounded by what its words state and by nothing else."""
    for figure in golden(event)["figures"]:
        if figure["qualifier"] in ("range", "vague"):
            assert figure["value"] is None, figure["id"]
            assert figure["low"] is not None, figure["id"]
        else:
            assert (figure["low"], figure["high"]) == bounds(figure), figure["id"]


@every_event
def test_malformed_numbers_have_candidates_and_no_value(event: str) -> None:
    """A malformed number is never coerced; a number that is well formed has a reading."""
    for figure in golden(event)["figures"]:
        if figure["well_formed"]:
            assert not figure["candidates"], figure["id"]
        else:
            assert figure["value"] is figure["low"] is figure["high"] is None, figure["id"]
            assert len(figure["candidates"]) > 1, figure["id"]


@every_event
def test_no_number_is_taken_twice(event: str) -> None:
    """Two figures never overlap, unless one names a part of the other."""
    text_of = texts(event)
    for a, b in combinations(golden(event)["figures"], 2):
        if a["report"] == b["report"]:
            first, second = (offsets(x["span"], text_of[a["report"]]) for x in (a, b))
            assert first[1] <= second[0] or second[1] <= first[0], (a["id"], b["id"])


@every_event
def test_parts_and_conversions_refer_to_figures_of_the_report(event: str) -> None:
    """A part and a conversion name another figure of the same report."""
    report_of = {figure["id"]: figure["report"] for figure in golden(event)["figures"]}
    for figure in golden(event)["figures"]:
        for other in (figure["part_of"], figure["same_as"]):
            assert other is None or other != figure["id"], figure["id"]
            assert other is None or report_of[other] == figure["report"], figure["id"]


@every_event
def test_statements_keep_the_vocabulary(event: str) -> None:
    """Each statement has a content, a speaker, known values and a known outer statement."""
    statements = golden(event)["statements"]
    ids = {statement["id"] for statement in statements}
    for said in statements:
        assert said["content"], said["id"]
        assert said["speaker"], said["id"]
        assert said["directness"] in DIRECTNESS, said["id"]
        assert said["basis"] in BASES, said["id"]
        assert said["stance"] in STANCES, said["id"]
        assert said["within"] is None or said["within"] in ids, said["id"]
        assert {span["report"] for span in spans(said)} == {said["report"]}, said["id"]


@every_event
def test_speakers_stand_in_the_text_unless_carried(event: str) -> None:
    """A speaker and a cue are pointed at, except where a quote goes on or the outlet speaks."""
    for said in golden(event)["statements"]:
        silent = said["basis"] in ("carried", "narrator")
        assert (said["speaker_span"] is None) == silent, said["id"]
        assert (said["cue"] is None) == silent, said["id"]


@every_event
def test_direct_statements_hold_their_quotation_marks(event: str) -> None:
    """What is quoted begins or ends with a quotation mark; a mixed one holds some inside."""
    for said in golden(event)["statements"]:
        words = [span["exact"] for span in said["content"]]
        if said["directness"] == "direct":
            assert all(word[0] in MARKS or word[-1] in MARKS for word in words), said["id"]
        elif said["directness"] == "mixed":
            assert any(mark in word for word in words for mark in '"“'), said["id"]


@every_event
def test_questions_keep_the_vocabulary(event: str) -> None:
    """Each question asks, has positions, and has a relation that fits their number."""
    for question in golden(event)["questions"]:
        assert question["text"].endswith("?"), question["id"]
        assert question["kind"] in QUESTIONS, question["id"]
        assert question["relation"] in question["relation_accept"], question["id"]
        assert set(question["relation_accept"]) <= RELATIONS, question["id"]
        if len(question["positions"]) == 1:
            assert question["relation"] in ("single", "agree"), question["id"]
        else:
            assert question["relation"] != "single", question["id"]


@every_event
def test_positions_rest_on_figures_and_statements(event: str) -> None:
    """Each position names its origin and has the words of its figures as evidence."""
    account = golden(event)
    figure_of = {figure["id"]: figure for figure in account["figures"]}
    said = {statement["id"] for statement in account["statements"]}
    for question in account["questions"]:
        for position in question["positions"]:
            assert position["answer"], question["id"]
            assert position["origin"], question["id"]
            assert position["evidence"], question["id"]
            assert position["stance"] in STANCES, question["id"]
            assert set(position["statements"]) <= said, question["id"]
            for name in position["figures"]:
                assert figure_of[name]["question"] == question["id"], name
                assert figure_of[name]["span"] in position["evidence"], name


@every_event
def test_each_figure_stands_in_one_position(event: str) -> None:
    """No figure is left without a question, and none answers two."""
    account = golden(event)
    placed = [
        name
        for question in account["questions"]
        for position in question["positions"]
        for name in position["figures"]
    ]
    assert sorted(placed) == sorted(figure["id"] for figure in account["figures"])


@every_event
def test_outlets_are_counted(event: str) -> None:
    """A question counts the outlets behind its evidence."""
    account = golden(event)
    outlet_of = {report["id"]: report["outlet"] for report in account["reports"]}
    for question in account["questions"]:
        outlets = {outlet_of[span["report"]] for span in spans(question["positions"])}
        assert question["outlets"] == len(outlets), question["id"]


@every_event
def test_linked_figures_answer_one_question(event: str) -> None:
    """The linked pairs are all pairs of two reports that answer one question."""
    account = golden(event)
    pairs = {
        (a["id"], b["id"], a["question"])
        for a, b in combinations(account["figures"], 2)
        if a["question"] == b["question"] and a["report"] != b["report"]
    }
    assert {(pair["a"], pair["b"], pair["question"]) for pair in account["linked"]} == pairs


@every_event
def test_pairs_that_are_not_linked_answer_two_questions(event: str) -> None:
    """A pair that must not be linked has a reason, words on both sides and two questions."""
    account = golden(event)
    question_of = {figure["id"]: figure["question"] for figure in account["figures"]}
    for pair in account["not_linked"]:
        assert pair["reason"]
        assert pair["a"]["evidence"]
        assert pair["b"]["evidence"]
        a, b = pair["a"]["figure"], pair["b"]["figure"]
        assert a is None or b is None or question_of[a] != question_of[b], (a, b)


@every_event
def test_findings_keep_the_vocabulary(event: str) -> None:
    """Each finding has a known kind and priority, and sides with evidence."""
    account = golden(event)
    questions = {question["id"] for question in account["questions"]} | {None}
    for finding in account["findings"]:
        assert finding["kind"] in finding["kind_accept"], finding["id"]
        assert set(finding["kind_accept"]) <= FINDINGS, finding["id"]
        assert finding["priority"] in ("high", "medium", "low"), finding["id"]
        assert finding["question"] in questions, finding["id"]
        assert all(side["label"] and side["evidence"] for side in finding["sides"]), finding["id"]
        assert len(finding["sides"]) > 1 or finding["kind"] in ONE_SIDED, finding["id"]


@every_event
def test_findings_across_reports_name_more_reports(event: str) -> None:
    """One origin takes two reports; a speaker contradicts himself under one name."""
    for finding in golden(event)["findings"]:
        reports = {span["report"] for span in spans(finding["sides"])}
        assert finding["kind"] != "same_origin" or len(reports) > 1, finding["id"]
        assert finding["kind"] != "self_contradiction" or len(reports) == 1, finding["id"]


@every_event
def test_the_brief_cites_words_and_questions(event: str) -> None:
    """Five to eight facts make the brief, each with words to cite and known questions."""
    account = golden(event)
    questions = {question["id"] for question in account["questions"]}
    assert 5 <= len(account["brief_must"]) <= 8
    for fact in account["brief_must"]:
        assert fact["text"], fact
        assert fact["citations"], fact
        assert set(fact["questions"]) <= questions, fact


@every_event
def test_non_figures_are_no_figures(event: str) -> None:
    """A numeral that must not become a figure lies outside every figure."""
    account, text_of = golden(event), texts(event)
    taken = [(f["report"], *offsets(f["span"], text_of[f["report"]])) for f in account["figures"]]
    for item in account["non_figures"]:
        report = item["span"]["report"]
        start, end = offsets(item["span"], text_of[report])
        assert item["reason"]
        assert not any(r == report and s < end and start < e for r, s, e in taken), item


@every_event
def test_one_thing_has_more_spellings_or_reports(event: str) -> None:
    """A thing under several spellings is named at two places or more."""
    for thing in golden(event)["same_things"]:
        assert thing["kind"] in ("place", "person", "organisation"), thing
        assert len(thing["spellings"]) > 1, thing


@every_event
def test_reports_are_short_copy(event: str) -> None:
    """A report has the length of a wire or newspaper item."""
    for report, text in texts(event).items():
        assert 150 <= len(text.split()) <= 350, report

"""Copies are found, and what only looks like one is not."""

from rashomon.gather.copies import find_copies

LEAD = (
    "Two ferries collided off the northern pier on Sunday while fog lay over the bay, and the "
    "harbour office shut the port until divers had looked at the damaged boats."
)
MORE = "A third boat that came to help ran aground on a sandbank and was towed free at high tide."
OWN = "Our correspondent watched from the old lighthouse as the tugs went out one after another."


def test_the_same_words_are_an_exact_copy(report) -> None:
    """White space and typographic signs make no difference."""
    (copy,) = find_copies([report("a", LEAD), report("b", LEAD.replace(" and", "\n\nand"))])
    assert (copy.kind, copy.reports) == ("exact", ("a", "b"))
    assert copy.shared[0][0].exact == LEAD


def test_a_text_with_a_few_changes_is_a_near_copy(report) -> None:
    """Most of each stands in the other."""
    long = " ".join([LEAD, MORE, OWN])
    (copy,) = find_copies([report("a", long), report("b", long.replace("third", "fourth"))])
    assert copy.kind == "near"


def test_a_sentence_in_two_outlets_is_wire_text(report) -> None:
    """The shared words are spans of both reports; the agency is the one a dateline names."""
    a = report("a", f"PORT ELSA (Reuters) - {LEAD} {OWN}", outlet="Elsa Times")
    b = report("b", f"{MORE} {LEAD}", outlet="Mera Post")
    (copy,) = find_copies([a, b])
    assert (copy.kind, copy.named) == ("wire", "Reuters")
    ((in_a, in_b),) = copy.shared
    assert in_a.exact == in_b.exact == LEAD
    assert a.text[in_a.start : in_a.end] == in_a.exact


def test_a_later_text_of_one_outlet_is_a_version(report) -> None:
    """One outlet's own text is no wire."""
    a = report("a", f"{LEAD} {MORE}", outlet="Elsa Times", published="2021-03-04")
    b = report("b", f"{LEAD} {OWN}", outlet="elsa times", published="2021-03-05")
    assert [copy.kind for copy in find_copies([b, a])] == ["version"]


def test_one_wire_text_in_many_outlets_is_one_copy(report) -> None:
    """What hangs together is told once."""
    texts = [f"{LEAD} {rest}" for rest in (MORE, OWN, "Nobody was hurt.", "It is open.")]
    (copy,) = find_copies([report(name, text) for name, text in zip("abcd", texts, strict=True)])
    assert copy.reports == ("a", "b", "c", "d")


def test_many_copies_of_one_text_are_each_set_against_the_first(report) -> None:
    """What a copy carries grows with its reports, and not with the pairs of them."""
    own = ["It rained.", "Nobody was hurt.", "It is open.", "Fog again.", "No tug came.", "Quiet."]
    texts = [f"{LEAD} {MORE} {own[n % 6]} Part {n}." for n in range(30)]
    (copy,) = find_copies([report(f"{n:02}", text) for n, text in enumerate(texts)])
    assert len(copy.reports) == 30
    assert len(copy.shared) <= 2 * 30
    assert {first.report for first, _ in copy.shared[:29]} == {"00"}
    assert {span.report for pair in copy.shared for span in pair} == set(copy.reports)


def test_what_others_share_without_the_first_is_kept(report) -> None:
    """Every passage of every report is in what the copy carries."""
    a, b, c = (
        report("a", LEAD),
        report("b", f"{LEAD} {OWN}"),
        report("c", f"{OWN} It rained. {LEAD}"),
    )
    (copy,) = find_copies([a, b, c])
    assert {(pair[0].report, pair[1].report, pair[0].exact) for pair in copy.shared} == {
        ("a", "b", LEAD),
        ("a", "c", LEAD),
        ("b", "c", OWN),
    }


def test_a_shared_quotation_is_no_copy(report) -> None:
    """Two reporters heard the same man."""
    quote = f"“{LEAD}”"
    a, b = report("a", f"{quote} the captain said. {MORE}"), report("b", f"{OWN} He said: {quote}")
    assert find_copies([a, b]) == ()


def test_a_shared_name_is_no_copy(report) -> None:
    """Long names of offices are given, not written."""
    name = "the Joint Office for the Safety of Ports and Harbours of the Northern Coast of Norland"
    a, b = report("a", f"A boat of {name} sank. {MORE}"), report("b", f"{OWN} It was of {name}.")
    assert find_copies([a, b]) == ()


def test_a_notice_is_no_copy(report) -> None:
    """What outlets print under everything tells nothing of where it came from."""
    notice = (
        "All rights reserved. This material may not be published, broadcast, rewritten or sold."
    )
    a, b = report("a", f"{MORE}\n{notice}"), report("b", f"{OWN}\n{notice}")
    assert find_copies([a, b]) == ()


def test_an_abbreviated_state_is_no_agency(report) -> None:
    """In a dateline an agency stands in brackets."""
    a, b = report("a", f"ERIE, PA — {LEAD} {OWN}"), report("b", f"{LEAD} {MORE}")
    assert find_copies([a, b])[0].named is None


def test_the_order_of_reports_makes_no_difference(report) -> None:
    """Any order gives the same copies."""
    reports = [report(str(n), f"{LEAD if n % 2 else MORE} {OWN} Part {n}.") for n in range(6)]
    assert find_copies(reports[::-1]) == find_copies(reports) != ()
    assert find_copies(reports[3:] + reports[:3]) == find_copies(reports)


def test_few_or_empty_reports_have_no_copies(report) -> None:
    """One report, or reports without words, are no problem."""
    assert find_copies([]) == ()
    assert find_copies([report("a", LEAD)]) == ()
    assert find_copies([report("a", "..."), report("b", "!!!")]) == ()

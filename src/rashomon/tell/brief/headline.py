"""The headline: a story's title in the words of its reports."""

from collections.abc import Sequence

from rashomon.account import Account, Sentence
from rashomon.tell.brief.salience import stems
from rashomon.tell.brief.shorter import shorter
from rashomon.tell.brief.standing import is_page
from rashomon.words.frequency import share_of_reports

#: A headline of so many words is long enough, and one of fewer is none; a lead may have more.
_LONG, _LEAST, _MOST = 16, 3, 22
#: A title tells the story where the lead has so much of the weight of its words.
_TELLS = 0.2


def headline(account: Account, brief: Sequence[Sentence]) -> str:
    """The title of a story: a report's own where it tells the news, else the brief's lead.

    What a page prints above a text need not be its title ("Play", "Tweet with a location"), and
    what stands for one may be the beginning of a sentence. Of the reports' titles the first is
    taken that shares its words with the first sentence of the brief.
    """
    given = account.story.title
    if not brief:
        return given
    lead = stems(brief[0].text)
    if _tells(given, lead) and not given.endswith(("…", ".")):
        return given
    titles = [" ".join((report.title or "").split()) for report in account.reports]
    known = (each for each in titles if len(each.split()) >= _LEAST and not is_page(each))
    best = next((each for each in known if _tells(each, lead)), None)
    return best or _shortened(brief[0].text) or given


def _tells(title: str, lead: set[str]) -> bool:
    weights = {stem: 1 - share_of_reports(stem) for stem in sorted(stems(title))}
    shared = sum(weight for stem, weight in weights.items() if stem in lead)
    return shared >= _TELLS * sum(weights.values())


def _shortened(lead: str) -> str | None:
    """The lead without its lesser parts and its full stop; None where it is too long for a title.

    What somebody says is never cut: the rest would be somebody's without his words.
    """
    whole = lead.rstrip(".")
    forms = [whole] if " said " in whole else [each.rstrip(".,") for each in shorter(whole)]
    short = [each for each in forms if len(each.split()) <= _LONG]
    found = max(short, key=len) if short else min(forms, key=len)
    return found if len(found.split()) <= _MOST else None

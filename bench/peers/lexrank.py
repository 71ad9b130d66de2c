"""Briefs by sumy's LexRank over the sentences of all articles, in their order, to the length."""

import json
import re
import sys
from collections.abc import Sequence
from itertools import accumulate
from typing import Any

from sumy.models.dom import ObjectDocumentModel, Paragraph, Sentence  # type: ignore[import-not-found]
from sumy.nlp.stemmers import Stemmer  # type: ignore[import-not-found]
from sumy.summarizers._summarizer import SentenceInfo  # type: ignore[import-not-found]
from sumy.summarizers.lex_rank import LexRankSummarizer  # type: ignore[import-not-found]
from sumy.utils import get_stop_words  # type: ignore[import-not-found]

_BOUND = re.compile(r"(?<=[.!?”\"])\s+|\n+")


class Words:
    """Sumy's words without NLTK's downloads; sentences are cut before."""

    def to_words(self, sentence: str) -> tuple[str, ...]:
        """The words of a sentence."""
        return tuple(re.findall(r"[^\W_]+(?:['’][^\W_]+)*", sentence))


def ranked(texts: list[str], words: int) -> list[str]:
    """The best sentences that fit into a number of words, in the order of the articles."""
    tokenizer = Words()
    parted = [[each.strip() for each in _BOUND.split(text) if each.strip()] for text in texts]
    paragraphs = [Paragraph([Sentence(each, tokenizer) for each in some]) for some in parted]
    summarizer = LexRankSummarizer(Stemmer("english"))
    summarizer.stop_words = get_stop_words("english")
    document = ObjectDocumentModel(paragraphs)

    def fitting(best: Sequence[SentenceInfo]) -> list[SentenceInfo]:
        lengths = accumulate(len(str(each.sentence).split()) for each in best)
        return [each for each, length in zip(best, lengths, strict=True) if length <= words]

    return [str(each) for each in summarizer(document, fitting)]


def brief(request: Any) -> list[str]:
    """The brief of a cluster."""
    return ranked([report["text"] for report in request["reports"]], request["words"])


if __name__ == "__main__":
    for line in sys.stdin:
        sys.stdout.write(json.dumps(brief(json.loads(line))) + "\n")

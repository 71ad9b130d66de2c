"""Briefs by sumy's LexRank over the sentences of all articles, in their order, to the length."""

import re
from collections.abc import Sequence
from itertools import accumulate
from typing import Any

from lines import answer
from sumy.models.dom import ObjectDocumentModel, Paragraph, Sentence
from sumy.nlp.stemmers import Stemmer
from sumy.summarizers._summarizer import SentenceInfo
from sumy.summarizers.lex_rank import LexRankSummarizer
from sumy.utils import get_stop_words

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
    answer(brief)

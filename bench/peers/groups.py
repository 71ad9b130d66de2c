"""Reports grouped by scikit-learn: TF-IDF of title and text, average link of cosine distances.

Usage: groups.py SET=THRESHOLD... with the distance below which two groups of a set are one.
"""

import json
import sys
from collections import defaultdict

from sklearn.cluster import AgglomerativeClustering  # type: ignore[import-not-found]
from sklearn.feature_extraction.text import TfidfVectorizer  # type: ignore[import-not-found]


def grouped(texts: list[str], threshold: float) -> list[int]:
    """The group of each text."""
    vectors = TfidfVectorizer(stop_words="english", sublinear_tf=True).fit_transform(texts)
    distances = 1 - (vectors @ vectors.T).toarray()
    grouping = AgglomerativeClustering(
        n_clusters=None, metric="precomputed", linkage="average", distance_threshold=threshold
    )
    return [int(group) for group in grouping.fit_predict(distances.clip(0, 1))]


def main() -> None:
    """Answer the requests on standard input."""
    thresholds = dict(word.split("=") for word in sys.argv[1:])
    requests = [json.loads(line) for line in sys.stdin]
    sets: dict[str, list[int]] = defaultdict(list)
    for at, request in enumerate(requests):
        sets[request["set"]].append(at)
    groups: dict[int, int] = {}
    for name, places in sets.items():
        texts = [f"{requests[at].get('title') or ''}\n{requests[at]['text']}" for at in places]
        groups |= dict(zip(places, grouped(texts, float(thresholds[name])), strict=True))
    for at in range(len(requests)):
        sys.stdout.write(f"{groups[at]}\n")


if __name__ == "__main__":
    main()

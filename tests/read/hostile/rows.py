"""Rows, objects and tables that are broken."""

import json

from tests.read.hostile.making import TEXT, case

CASES = (
    case("half an object", "a.json", '{"text": "Ferr', "broken_json", 1),
    case("JSON nested deep", "a.json", "[" * 100_000 + "]" * 100_000, "broken_json", 1),
    case("no number", "a.jsonl", '{"text": NaN}\n', "broken_json", 1),
    case("numbers without end", "a.jsonl", '{"text": "A.", "id": 1e999}', "broken_json", 1),
    case(
        "wrong types",
        "a.json",
        json.dumps({"text": TEXT, "title": [], "url": {}}),
        "wrong_type wrong_type",
        0,
    ),
    case("text that is no text", "a.json", '{"text": {"text": "A."}}', "wrong_type", 1),
    case("no object", "a.json", "5", "not_an_object", 1),
    case(
        "a date that is none",
        "a.json",
        json.dumps({"text": TEXT, "published": "9999-99-99"}),
        "bad_date",
        0,
    ),
    case(
        "one id twice",
        "a.jsonl",
        f'{{"id": "x", "text": "{TEXT}"}}\n{{"id": "x", "text": "B."}}',
        "duplicate_id",
        1,
    ),
    case("lone surrogates", "a.json", '{"text": "\\ud800 Ferries collided."}', "broken_json", 1),
    case("a zero byte in a text", "a.json", '{"text": "a\\u0000b"}', "not_text", 1),
    case(
        "a line beyond the limit",
        "a.jsonl",
        lambda: b'{"text": "' + b"a" * 50_000_001 + b'"}',
        "too_large",
        1,
    ),
    case("a table without text", "a.csv", "a,b\n1,2\n", "no_text", 1),
    case("a table with an open quote", "a.csv", 'text\n"Ferries', "broken_row", 1),
    case("a row too long", "a.csv", f"text\n{TEXT.replace(',', '')},b,c\n", "broken_row", 1),
)

# Shared by the make-*.py scripts: reading the data, and JSON with 17 significant digits (missing = null).
import csv
import json
import math
import pathlib
import platform

FOLDER = pathlib.Path("test/golden")


def data_of(name):
    """(codes, countries, { indicator: [float or None] })"""
    with open(FOLDER / "data" / f"{name}.csv", newline="") as file:
        rows = list(csv.DictReader(file))
    indicators = [key for key in rows[0] if key not in ("code", "country")]
    columns = {key: [None if row[key] == "" else float(row[key]) for row in rows] for key in indicators}
    return [row["code"] for row in rows], [row["country"] for row in rows], columns


def made_with(*modules):
    return ", ".join([f"Python {platform.python_version()}", *(f"{m.__name__} {m.__version__}" for m in modules)])


def number(value):
    if value is None or math.isnan(value):
        return "null"
    assert math.isfinite(value)
    return format(float(value), ".17g")


def to_json(value):
    if isinstance(value, dict):
        return "{" + ",\n".join(f"{json.dumps(key)}: {to_json(item)}" for key, item in value.items()) + "}"
    if isinstance(value, str) or isinstance(value, bool):
        return json.dumps(value)
    if value is None or isinstance(value, (int, float)) or hasattr(value, "dtype") and value.ndim == 0:
        return number(value)
    items = list(value)
    separator = ",\n" if items and isinstance(items[0], (dict, list, str)) else ", "
    return "[" + separator.join(to_json(item) for item in items) + "]"


def write_golden(value, name):
    (FOLDER / f"{name}.json").write_text(to_json(value) + "\n")

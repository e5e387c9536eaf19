"""The checks that a record must pass before it is stored."""

from navette.demo.shops.prestashop.php import is_empty, to_int
from navette.demo.shops.prestashop.records.checks import is_valid
from navette.demo.shops.prestashop.records.definition import Field
from navette.demo.shops.prestashop.records.record import Record, Value

DEFAULT_LANGUAGE = 1


def first_text_problem(record: Record) -> str | None:
    """Return what is wrong with the texts in several languages, or None."""
    for field in record.resource.translated:
        value = record[field.name]
        texts: dict[int, Value] = dict(value) if isinstance(value, dict) else {DEFAULT_LANGUAGE: value}
        texts.setdefault(DEFAULT_LANGUAGE, "")
        for language, text in texts.items():
            problem = _problem(record, field, text, is_default=language == DEFAULT_LANGUAGE)
            if problem is not None:
                return problem
    return None


def first_problem(record: Record) -> str | None:
    """Return what is wrong with the other fields, or None; missing values get their default."""
    for field in record.resource.stored:
        problem = _problem(record, field, record[field.name], is_default=True)
        if problem is not None:
            return problem
    return None


def _problem(record: Record, field: Field, value: Value, *, is_default: bool) -> str | None:
    name = f"{record.resource.php_class}-&gt;{field.name}"
    if isinstance(value, dict):
        return None
    if is_default and field.required and value in (None, ""):
        return f"Property {name} is empty."
    if field.default and is_empty(value):
        value = field.default
        record[field.name] = value
    return _wrong_text(name, field, "" if value is None else str(value))


def _wrong_text(name: str, field: Field, text: str) -> str | None:
    if field.values and text not in field.values:
        return f"Property {name} has a bad value (allowed values are: {', '.join(field.values)})."
    if field.size is not None and len(text) > field.size:
        return (
            f"The length of property {name} is currently {len(text)} chars."
            f" It must be between 0 and {field.size} chars."
        )
    if field.range and not field.range[0] <= to_int(text) <= field.range[1]:
        return (
            f"The range of property {name} is currently {to_int(text)}."
            f" It must be between {field.range[0]} and {field.range[1]}."
        )
    if field.check and not is_empty(text) and not is_valid(field.check, text):
        return f"Property {name} is not valid"
    return None

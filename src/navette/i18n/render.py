"""Messages as a person reads them."""

import re
from collections.abc import Mapping

from navette.domain.messages.message import Message, Values
from navette.domain.run import Problem
from navette.i18n.catalog import translate
from navette.i18n.formats import decimals, local_time
from navette.i18n.language import Language
from navette.i18n.options import labelled_option

OPTION_PLACEHOLDER = "option"
OPTIONS_PLACEHOLDER = "options"
LOCAL_TIME_PLACEHOLDER = "since"
# Placeholders whose values are amounts or rates when they have decimals; their currency stands in the text if need be.
NUMBER_PLACEHOLDERS = frozenset(
    {"amount", "computed", "erp_rate", "gap", "gross", "net", "paid", "price", "rate", "seconds", "total"}
)
_WITH_DECIMALS = re.compile(r"-?\d+\.\d+")


def render(message: Message, values: Values, language: Language) -> str:
    """Give a message with its values; the placeholders {option} and {options} show the labels of options."""
    return message.render(_readable(values, language), translate(message.code, message.text, language))


def remedy(message: Message, values: Values, language: Language) -> str:
    """Say what the reader can do about a message; empty if there is nothing."""
    if not message.remedy:
        return ""
    text = translate(f"{message.code}.remedy", message.remedy, language)
    return message.render(_readable(values, language), text)


def explain(problem: Problem, language: Language) -> str:
    """Give a problem with its remedy, in one line."""
    parts = (render(problem.message, problem.values, language), remedy(problem.message, problem.values, language))
    return " ".join(part for part in parts if part)


def _readable(values: Values, language: Language) -> Mapping[str, str]:
    return {name: _labelled(name, value, language) for name, value in values.items()}


def _labelled(name: str, value: str, language: Language) -> str:
    if name == OPTION_PLACEHOLDER:
        return labelled_option(value, language)
    if name == OPTIONS_PLACEHOLDER:
        return ", ".join(labelled_option(key.strip(), language) for key in value.split(","))
    if name == LOCAL_TIME_PLACEHOLDER:
        return local_time(value, language)
    if name in NUMBER_PLACEHOLDERS and _WITH_DECIMALS.fullmatch(value):
        return decimals(value, language)
    return value

"""Texts in the reader's language: gettext, with the code of a message or option as its context."""

from navette.i18n.catalog import translate
from navette.i18n.language import Language, language_from
from navette.i18n.options import choice_label, option_help, option_title, section_title, table_text
from navette.i18n.render import remedy, render

__all__ = [
    "Language",
    "choice_label",
    "language_from",
    "option_help",
    "option_title",
    "remedy",
    "render",
    "section_title",
    "table_text",
    "translate",
]

"""Every declared text has its French text, and no French text is left over."""

import string
from collections import Counter
from io import BytesIO

import pytest
from babel.messages.catalog import Message as Entry
from babel.messages.pofile import read_po
from declared_texts import all_texts

from navette.domain.messages.catalogue import all_messages
from navette.i18n import Language, remedy, render
from navette.i18n.catalog import po_files

DECLARED = set(all_texts())


def french_entries() -> list[Entry]:
    return [
        entry
        for path in po_files(Language.FRENCH)
        for entry in read_po(BytesIO(path.read_bytes()), locale="fr", abort_invalid=True)
        if entry.id
    ]


def placeholders(text: str) -> set[str]:
    return {name for _, name, _, _ in string.Formatter().parse(text) if name}


def test_every_text_is_filled() -> None:
    assert [context for context, text in DECLARED if not text.strip()] == []


def test_codes_of_messages_are_unique() -> None:
    codes = Counter(message.code for message in all_messages())
    assert [code for code, number in codes.items() if number > 1] == []


def test_every_text_has_a_french_one() -> None:
    known = {(entry.context, entry.id) for entry in french_entries()}
    assert sorted(DECLARED - known) == []


def test_no_french_text_is_left_over() -> None:
    assert [entry.context for entry in french_entries() if (entry.context, entry.id) not in DECLARED] == []


def test_no_text_is_translated_twice() -> None:
    entries = Counter((entry.context, entry.id) for entry in french_entries())
    assert [entry for entry, number in entries.items() if number > 1] == []


def test_french_texts_are_filled_and_certain() -> None:
    assert [entry.context for entry in french_entries() if not entry.string.strip() or entry.fuzzy] == []


def test_french_texts_have_the_same_placeholders() -> None:
    differing = [
        entry.context
        for entry in french_entries()
        if not entry.context.startswith(("option.", "mapping."))
        and placeholders(entry.id) != placeholders(entry.string)
    ]
    assert differing == []


@pytest.mark.parametrize("language", Language)
def test_every_message_renders_with_its_values(language: Language) -> None:
    for message in all_messages():
        values = {name: f"<{name}>" for name in message.placeholders}
        shown = f"{render(message, values, language)} {remedy(message, values, language)}"
        assert shown.strip()
        assert "{" not in shown, message.code
        assert all(value in shown for value in values.values()), message.code

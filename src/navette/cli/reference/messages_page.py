"""The page of errors and journal lines."""

from itertools import groupby

from navette.cli.reference.markdown import code, heading, table, word
from navette.domain.messages import reference as messages
from navette.domain.messages.catalogue import all_messages
from navette.domain.messages.message import Level, Message
from navette.i18n import Language, translate

LEVELS = {
    Level.ERROR: messages.ERROR,
    Level.WARNING: messages.WARNING,
    Level.SUCCESS: messages.SUCCESS,
    Level.INFO: messages.INFORMATION,
}


def messages_page(language: Language) -> str:
    """Every message by its code: what it says, how much it matters, what to do."""
    parts = [heading(1, word(messages.ERRORS, language)), word(messages.ERRORS_INTRODUCTION, language) + "\n"]
    headings = [word(item, language) for item in (messages.CODE, messages.KIND, messages.SAYS, messages.REMEDY)]
    for area, group in groupby(sorted(all_messages(), key=lambda message: message.code), _area):
        parts.append(heading(2, area))
        parts.append(table(headings, [_row(message, language) for message in group]))
    return "\n".join(parts)


def _area(message: Message) -> str:
    return message.code.partition("-")[0]


def _row(message: Message, language: Language) -> tuple[str, ...]:
    return (
        code(message.code),
        word(LEVELS[message.level], language),
        translate(message.code, message.text, language),
        translate(f"{message.code}.remedy", message.remedy, language),
    )

"""The changes of a record as a person reads them."""

import re
from collections.abc import Sequence
from decimal import Decimal

from navette.cli.output import Output
from navette.domain.messages import changes as messages
from navette.domain.messages import company as company_messages
from navette.i18n.formats import decimals

# What an aspect is compared by is a digest, which says nothing to a person: only that it is sent.
_DIGEST = "*"
_AMOUNT = re.compile(r"-?\d+\.\d+")


def change_line(change: Sequence[str], output: Output) -> str:
    """One change: its name, what was there and what comes instead."""
    key, before, after = change
    name = output.text(messages.CHANGE_NAMES[key]) if key in messages.CHANGE_NAMES else key
    if after == _DIGEST:
        return output.text(messages.SENT_ANEW, name=name)
    message = messages.CHANGE if before else messages.NEW
    return output.text(message, name=name, before=_readable(before, output), after=_readable(after, output))


def kind_and_state(text: str, output: Output) -> str:
    """A document with its state, such as `order:1`, in words; other text stays as it is."""
    kind, _, state = text.partition(":")
    if kind not in company_messages.KIND_WORDS or state not in {"0", "1", "2"}:
        return text
    words = {"kind": company_messages.KIND_WORDS[kind], "state": company_messages.STATE_WORDS[int(state)]}
    shown = {name: output.text(word) for name, word in words.items()}
    return output.text(company_messages.KIND_AND_STATE, **shown)


def _readable(value: str, output: Output) -> str:
    """Amounts in the reader's language, without the zeros that say nothing; documents in words."""
    if _AMOUNT.fullmatch(value):
        short = Decimal(value).normalize()
        return decimals(f"{short:.2f}" if short == round(short, 2) else f"{short:f}", output.language)
    return kind_and_state(value, output)

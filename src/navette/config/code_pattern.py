"""The pattern of account codes that the options describe, checked when it is set up (spec CUS-IMP-4)."""

from navette.config.sections.customers import CodePart as OptionPart
from navette.config.sections.customers import CustomerImportOptions
from navette.domain.account_code import AccountCodePattern, CodePart, PartSource
from navette.domain.errors import ConfigurationError


def account_code_pattern(options: CustomerImportOptions) -> AccountCodePattern:
    """The builder of account codes as the options describe it."""
    slots = (
        (options.part1, options.length1),
        (options.part2, options.length2),
        (options.part3, options.length3),
        (options.part4, options.length4),
    )
    parts = tuple(CodePart(PartSource(part.value), length) for part, length in slots if part is not OptionPart.NONE)
    return AccountCodePattern(options.prefix_code, parts, options.suffix, options.counter_length)


def check_code_pattern(options: CustomerImportOptions) -> None:
    """Refuse a pattern whose codes could be too long for the company, or the same for two customers."""
    for problem in account_code_pattern(options).problems():
        raise ConfigurationError(problem.message, **problem.values)

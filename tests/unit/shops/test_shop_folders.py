"""Every shop has the same files and answers the same checklist, partly checked here."""

import re
from pathlib import Path

import pytest

import navette.shops

SHOPS = Path(navette.shops.__file__).parent
TESTS = Path(__file__).parents[2]
FIXED_FILES = ("client", "schemas", "mapper", "adapter", "capabilities", "errors")
RULES = {
    "connection-test-tells-the-cause",
    "missing-rights-are-named",
    "unsupported-versions-are-refused",
    "identity-survives-a-move",
    "one-door",
    "pace-limits-and-patience",
    "no-redirects-followed",
    "secrets-stay-hidden",
    "answers-are-limited-and-parsed-safely",
    "alternative-methods",
    "credentials-are-renewed",
    "nothing-is-made-twice",
    "one-result-per-record",
    "field-level-writes",
    "languages-together",
    "several-records-per-request",
    "batches-shrink-on-time-outs",
    "forbidden-texts-are-named",
    "versions-are-data",
    "pages-do-not-shift",
    "orders-are-whole",
    "time-zone-and-clock-changes",
    "few-requests-per-order",
    "passwords-are-never-read",
    "categories",
    "products",
    "variants",
    "features",
    "brands-and-suppliers",
    "pictures",
    "stock",
    "prices",
    "price-rules",
    "groups",
    "customers-by-email",
    "orders",
    "order-effects",
    "lists-for-mappings",
    "several-stores",
    "documents",
    "returns-and-credit-notes",
    "messages-in-both-languages",
    "contract-suite",
    "faults",
    "recorded-answers",
}
RULE = re.compile(r"^  (?P<name>[a-z-]+):(?P<rest>(?:.*)(?:\n    .*)*)", re.MULTILINE)

folders = pytest.mark.parametrize("shop", sorted(p.parent for p in SHOPS.glob("*/__init__.py")), ids=lambda p: p.name)


def checklist(shop: Path) -> dict[str, str]:
    """Reason by rule of the checklist: '' for one that is done."""
    rules: dict[str, str] = {}
    for found in RULE.finditer((shop / "quality.yaml").read_text(encoding="utf-8")):
        rest = " ".join(found["rest"].split())
        if rest == "done":
            rules[found["name"]] = ""
            continue
        exempt = re.fullmatch(r"status: exempt comment: (?:>- )?(.+)", rest)
        assert exempt, f"{found['name']} is neither done nor exempt with a reason"
        rules[found["name"]] = exempt[1]
    return rules


def test_there_is_a_shop() -> None:
    assert (SHOPS / "prestashop").is_dir()


@folders
def test_the_files_of_a_shop(shop: Path) -> None:
    for name in FIXED_FILES:
        assert (shop / f"{name}.py").is_file() or (shop / name / "__init__.py").is_file(), name


@folders
def test_the_checklist_is_answered(shop: Path) -> None:
    answers = checklist(shop)
    assert set(answers) == RULES
    assert all(len(reason) >= 30 for reason in answers.values() if reason)


@folders
def test_what_the_checklist_says_of_tests(shop: Path) -> None:
    answers = checklist(shop)
    suite = (TESTS / "contract" / "shops" / "conftest.py").read_text(encoding="utf-8")
    assert answers["contract-suite"] or f'"{shop.name} ' in suite
    assert answers["faults"] or (TESTS / "contract" / "shops" / f"test_{shop.name}_faults.py").is_file()
    assert answers["recorded-answers"] or any((TESTS / "recorded" / shop.name).glob("test_*.py"))


@folders
def test_http_is_spoken_through_the_door_alone(shop: Path) -> None:
    for path in shop.rglob("*.py"):
        calls = re.findall(r"\bhttpx\.(?:Client|get|post|put|patch|delete|request|stream)\b", path.read_text("utf-8"))
        assert not calls, path


@folders
def test_passwords_and_keys_of_customers_are_never_asked_for(shop: Path) -> None:
    for path in (shop / "schemas").rglob("*.py") if (shop / "schemas").is_dir() else [shop / "schemas.py"]:
        assert not re.search(r"\b(?:passwd|secure_key|reset_password_token)\b", path.read_text("utf-8")), path

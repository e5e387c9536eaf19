"""`navette check` and `navette doctor`."""

from pathlib import Path

import pytest

from navette.bootstrap.doctor import missing_parts, shop_folders
from navette.store import open_store


def levels(answer) -> dict[str, str]:
    return {check["name"]: check["level"] for check in answer.object["checks"]}


def told(answer) -> str:
    """What a person reads, whatever the columns are aligned to."""
    return " ".join(answer.out.split())


def test_a_profile_that_is_ready_passes(call, profile: str) -> None:
    call("profile", "set", profile, "mapping.order_statuses.2=order:1")
    answer = call("check", profile, "--json")
    assert answer.code == 0, answer.err
    assert answer.object["ok"] is True
    assert levels(answer) == {
        "Company": "success",
        "Identity of the company": "info",
        "Shop": "success",
        "Rights of the shop's key": "success",
        "Identity of the shop": "info",
        "Import of orders": "success",
    }


def test_it_is_told_in_french(call, profile: str) -> None:
    answer = call("check", profile, "--lang", "fr")
    assert answer.code == 0
    assert "bon Société : Bijouterie Clairveil" in told(answer)


def test_a_wrong_key_is_named_and_the_other_side_is_still_looked_at(call, profile: str) -> None:
    call("profile", "set", profile, "shop.key=WRONGWRONGWRONGWRONGWRONGWRONG12")
    answer = call("check", profile, "--json")
    assert answer.code == 2
    assert levels(answer)["Company"] == "success"
    assert levels(answer)["Shop"] == "error"


def test_a_shop_that_cannot_be_reached_may_answer_later(call, profile: str) -> None:
    call("profile", "set", profile, "shop.url=http://127.0.0.1:9")
    answer = call("check", profile, "--json")
    assert answer.code == 1
    [shop] = [check for check in answer.object["checks"] if check["name"] == "Shop"]
    assert shop["kind"] == "transient"
    assert shop["remedy"]


def test_a_missing_company_file_is_named(call, profile: str, tmp_path: Path) -> None:
    call("profile", "set", profile, f"erp.file={tmp_path}/none.company")
    answer = call("check", profile)
    assert answer.code == 2
    assert "to mend Company: There is no company file at" in told(answer)
    assert "good Shop: " in told(answer)


def test_missing_settings_are_named(call, profile: str) -> None:
    call("profile", "set", profile, "shop.key=")
    answer = call("check", profile)
    assert "to note Settings: Not set yet: Key (shop.key)" in told(answer)


@pytest.mark.parametrize(
    ("setting", "hint"),
    [
        ("orders.lines.gap_article=", "(orders.lines.gap_article)"),
        ("orders.lines.gap_article=NOSUCH", "The article NOSUCH of the option Gap article"),
        ("customers.import.template=NOBODY", "NOBODY"),
        ("mapping.order_statuses.2=", "No order status is selected"),
    ],
)
def test_what_hinders_the_import_of_orders_is_noted(call, profile: str, setting: str, hint: str) -> None:
    call("profile", "set", profile, "mapping.order_statuses.2=order:1")
    call("profile", "set", profile, setting)
    answer = call("check", profile)
    assert answer.code == 0
    [line] = [line for line in answer.out.splitlines() if "Import of orders: " in line]
    assert line.startswith("to note")
    assert hint in line


def test_another_shop_is_refused_until_it_is_taken_over(call, profile: str, data_folder: Path) -> None:
    open_store(data_folder, "").of_profile(profile).remember_identity("shop", "former-shop", "http://old.example")
    answer = call("check", profile, "--json")
    assert answer.code == 2
    assert levels(answer)["Identity of the shop"] == "error"
    assert call("check", profile, "--same-shop").code == 0
    assert levels(call("check", profile, "--json"))["Identity of the shop"] == "success"


def test_another_company_is_refused_until_it_is_taken_over(call, profile: str, data_folder: Path) -> None:
    open_store(data_folder, "").of_profile(profile).remember_identity("company", "former-company", "")
    assert levels(call("check", profile, "--json"))["Identity of the company"] == "error"
    assert call("check", profile, "--same-company").code == 0
    assert levels(call("check", profile, "--json"))["Identity of the company"] == "success"


def test_the_doctor_looks_at_the_installation_and_every_profile(call, profile: str) -> None:
    call("profile", "create", "Neuf")
    answer = call("doctor", "--json")
    assert answer.code == 0, answer.err
    found = levels(answer)
    assert found["Installation"] == found["Data folder and database"] == "success"
    assert found["Shop kind prestashop"] == "success"
    assert (found["Profile Bijou"], found["Profile Neuf"]) == ("success", "warning")


def test_the_doctor_names_a_profile_with_a_wrong_value(call, profile: str, data_folder: Path) -> None:
    open_store(data_folder, "").options.save(profile, {"articles.stock.basis": "all"}, defaults={})
    answer = call("doctor")
    assert answer.code == 2
    assert "to mend  Profile Bijou: 'all' is not a value of Stock to use" in answer.out


def test_every_shop_has_the_same_parts() -> None:
    assert {folder.name: missing_parts(folder) for folder in shop_folders()} == {"prestashop": []}


def test_a_missing_part_of_a_shop_is_named(tmp_path: Path) -> None:
    for name in ("client.py", "schemas.py", "mapper.py", "capabilities.py", "errors.py"):
        (tmp_path / name).touch()
    (tmp_path / "adapter").mkdir()
    assert missing_parts(tmp_path) == ["quality.yaml"]

"""`navette profile suggest`: mappings proposed from both sides, and taken over."""


def test_proposals_are_shown_with_the_settings_that_they_mean(call, profile: str) -> None:
    found = call("profile", "suggest", profile, "--json").object
    settings = {item["setting"] for item in found["suggestions"]}
    assert "mapping.countries.FR=1" in settings
    assert any(setting.startswith("mapping.order_taxes.FR|20=") for setting in settings)
    assert any(setting.startswith("mapping.order_statuses.2=order:1") for setting in settings)
    assert found["applied"] == 0
    assert call("profile", "show", profile, "--json").object["mappings"] == {}


def test_proposals_are_taken_over_and_not_made_again(call, profile: str) -> None:
    number = len(call("profile", "suggest", profile, "--json").object["suggestions"])
    assert call("profile", "suggest", profile, "--apply", "--json").object["applied"] == number
    mappings = call("profile", "show", profile, "--json").object["mappings"]
    assert sum(len(rows) for rows in mappings.values()) == number
    assert call("profile", "suggest", profile, "--json").object["suggestions"] == []


def test_what_a_person_mapped_stays(call, profile: str) -> None:
    call("profile", "set", profile, "mapping.countries.FR=3")
    call("profile", "suggest", profile, "--apply")
    assert call("profile", "show", profile, "--json").object["mappings"]["countries"]["FR"] == "3"


def test_one_table_can_be_asked_for(call, profile: str) -> None:
    found = call("profile", "suggest", profile, "--table", "countries", "--json").object
    assert {item["table"] for item in found["suggestions"]} == {"countries"}
    answer = call("profile", "suggest", profile, "--table", "shoes", "--json")
    assert answer.code == 2
    assert answer.object["error"]["code"] == "CFG-SET-003"


def test_they_are_told_in_french_with_what_was_not_found(call, profile: str) -> None:
    answer = call("profile", "suggest", profile, "--lang", "fr")
    assert answer.code == 0
    assert "correspondance(s) proposée(s)" in answer.out
    assert "Statuts des commandes" in answer.out
    assert "Commande, confirmé" in answer.out


def test_both_sides_must_be_set_first(call) -> None:
    call("profile", "create", "Neuf")
    answer = call("profile", "suggest", "neuf", "--json")
    assert answer.code == 2
    assert answer.object["error"]["code"] == "CFG-MIS-002"

"""Proposals of mappings for one profile, from the lists of both sides."""

from collections.abc import Sequence

from navette.application.mapping_suggestions import Suggestion, suggest_mappings
from navette.bootstrap.profile_settings import ProfileSettings
from navette.config.changes import Changes
from navette.ports.erp import ErpChoices
from navette.ports.shop import ShopChoices


class MappingSuggestions:
    """Proposes mappings and takes them over."""

    def __init__(self, settings: ProfileSettings, profile: str, company: ErpChoices, shop: ShopChoices) -> None:
        self._settings = settings
        self._profile = profile
        self._company = company
        self._shop = shop

    def proposals(self) -> list[Suggestion]:
        """Rows for what is not mapped yet."""
        return suggest_mappings(self._company, self._shop, self._settings.stored(self._profile).mappings)

    def apply(self, proposals: Sequence[Suggestion]) -> int:
        """Store proposals; gives their number."""
        tables: dict[str, dict[str, str | None]] = {}
        for item in proposals:
            if item.target is not None:
                tables.setdefault(item.table, {})[item.source] = item.target
        if tables:
            self._settings.change(self._profile, Changes(mappings=tables))
        return sum(len(rows) for rows in tables.values())

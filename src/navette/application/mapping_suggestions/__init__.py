"""Proposes mapping rows from what both sides really hold; a person decides whether to take them over."""

from navette.application.mapping_suggestions.suggestion import Suggestion
from navette.application.mapping_suggestions.suggestions import suggest_mappings

__all__ = ["Suggestion", "suggest_mappings"]

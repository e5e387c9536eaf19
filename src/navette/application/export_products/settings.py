"""Fields of the ERP that options name exist, said before anything is read."""

from collections.abc import Iterator

from navette.application.export_products.texts import NAMES
from navette.application.session import Session
from navette.domain.errors import ConfigurationError
from navette.domain.messages import articles as messages


def check_fields(session: Session) -> None:
    """Raise ConfigurationError for the first option that names a field which articles do not have."""
    known = {field.name for field in session.erp.choices().article_fields}
    for option, name in _named_fields(session):
        if name and name not in known:
            choices = ", ".join(sorted(known))
            raise ConfigurationError(messages.UNKNOWN_FIELD, value=name, option=option, known=choices)


def _named_fields(session: Session) -> Iterator[tuple[str, str]]:
    options = session.options
    for name in (*NAMES, "brand", "width", "height", "depth"):
        yield f"articles.texts.{name}", getattr(options.texts, name)
    for key, field in options.mappings.table("texts").items():
        yield f"mapping.texts.{key}", field
    for key, field in options.mappings.table("features").items():
        yield f"mapping.features.{key}", field
    for field in options.categories.fields.split(","):
        yield "articles.categories.fields", field.strip()

"""The texts of a product in each language of the shop, from fields of the article (spec ART-TXT)."""

import html
from collections.abc import Mapping, Sequence

from navette.application.slugs import slug_of
from navette.config.profile import Options
from navette.domain.article import Article
from navette.domain.catalog import ProductTexts
from navette.domain.errors import WaitingError
from navette.domain.messages import articles as messages

HTML_TEXTS = frozenset({"description", "summary"})
NAMES = ("name", "description", "summary", "meta_title", "meta_description", "meta_keywords", "slug")


def product_texts(article: Article, options: Options, languages: Sequence[str]) -> Mapping[str, ProductTexts]:
    """Texts by language; raises WaitingError if the article has no name at all."""
    return {language: _texts(article, options, language) for language in languages}


def _texts(article: Article, options: Options, language: str) -> ProductTexts:
    values = {name: _text(article, options, language, name) for name in NAMES}
    name = values["name"] or article.fields.get(options.texts.name, "").strip()
    if not name:
        field = text_field(options, language, "name")
        raise WaitingError(messages.NO_NAME, label=article.reference, language=language, field=field)
    values["name"] = name
    values["slug"] = slug_of(values["slug"] or name)
    return ProductTexts(**values)


def text_field(options: Options, language: str, name: str) -> str:
    """The field for a text in a language: the language's own row of the table, else the option for all."""
    own = options.mappings.get("texts", f"{language}.{name}")
    default: str = getattr(options.texts, name)
    return default if own is None else own


def _text(article: Article, options: Options, language: str, name: str) -> str | None:
    field = text_field(options, language, name)
    if not field:
        return None
    text = article.fields.get(field, "").strip()
    return as_html(text) if name in HTML_TEXTS else text


def as_html(text: str) -> str:
    """A plain text as paragraphs; a text that has tags already is left as it is."""
    if not text or ("<" in text and ">" in text):
        return text
    paragraphs = [part.strip() for part in text.replace("\r\n", "\n").split("\n\n") if part.strip()]
    return "".join(f"<p>{html.escape(part, quote=False).replace(chr(10), '<br />')}</p>" for part in paragraphs)

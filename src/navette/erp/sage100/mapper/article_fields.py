"""The fields of an article that options may name: columns of the card, long texts, labels, free fields."""

from dataclasses import dataclass

from navette.domain.article import FieldDescription
from navette.domain.messages import erp as messages
from navette.domain.messages.message import Message
from navette.erp.sage100.schema import BaseSchema, FreeField

GLOSSARY = "glossary"
GLOSSARY_1 = "glossary_language1"
GLOSSARY_2 = "glossary_language2"
FAMILY_LABEL = "family_label"
CATALOGUE = ("catalogue1", "catalogue2", "catalogue3", "catalogue4")
STATISTICS = ("AR_Stat01", "AR_Stat02", "AR_Stat03", "AR_Stat04", "AR_Stat05")
CARD_COLUMNS = ("AR_Design", "AR_Langue1", "AR_Langue2", "AR_CodeFiscal", "AR_Pays", *STATISTICS)


@dataclass(frozen=True, slots=True)
class _Declared:
    name: str
    label: Message


_DECLARED = (
    _Declared("AR_Design", messages.FIELD_DESIGNATION),
    _Declared(GLOSSARY, messages.FIELD_GLOSSARY),
    _Declared("AR_Langue1", messages.FIELD_LANGUAGE_1),
    _Declared("AR_Langue2", messages.FIELD_LANGUAGE_2),
    _Declared(GLOSSARY_1, messages.FIELD_GLOSSARY_1),
    _Declared(GLOSSARY_2, messages.FIELD_GLOSSARY_2),
    _Declared(FAMILY_LABEL, messages.FIELD_FAMILY),
    _Declared("AR_CodeFiscal", messages.FIELD_CUSTOMS),
    _Declared("AR_Pays", messages.FIELD_COUNTRY),
    _Declared(CATALOGUE[0], messages.FIELD_CATALOGUE_1),
    _Declared(CATALOGUE[1], messages.FIELD_CATALOGUE_2),
    _Declared(CATALOGUE[2], messages.FIELD_CATALOGUE_3),
    _Declared(CATALOGUE[3], messages.FIELD_CATALOGUE_4),
)


def article_fields(schema: BaseSchema, statistics: dict[int, str]) -> tuple[FieldDescription, ...]:
    """Describe the fields of articles; statistics are offered under the labels that the company gave them."""
    return (
        *(_described(declared, schema) for declared in _DECLARED),
        *(
            FieldDescription(name, statistics[number], "list", schema.usable_length("F_ARTICLE", name))
            for number, name in enumerate(STATISTICS, start=1)
            if statistics.get(number)
        ),
        *(free_field(field) for field in schema.free_fields.get("F_ARTICLE", ())),
    )


def _described(declared: _Declared, schema: BaseSchema) -> FieldDescription:
    length = schema.usable_length("F_ARTICLE", declared.name)
    return FieldDescription(declared.name, declared.label.text, "text", length, label_code=declared.label.code)


def free_field(field: FreeField) -> FieldDescription:
    """Describe a free field."""
    return FieldDescription(field.name, field.name, _free_type(field), field.length, is_free=True)


def _free_type(field: FreeField) -> str:
    if field.kind.is_number:
        return "number"
    if field.kind.is_date:
        return "date"
    return "list" if field.kind is field.kind.LIST else "text"

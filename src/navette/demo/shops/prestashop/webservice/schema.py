"""The two schemas of a resource: blank, to fill in, and synopsis, with the rules."""

from navette.demo.shops.prestashop.records.definition import Association, Field, LinkedField, Resource
from navette.demo.shops.prestashop.webservice import json_writer

BLANK, SYNOPSIS = "blank", "synopsis"


def schema_json(resource: Resource) -> bytes:
    """Return the schema in JSON, which has the lists but not the fields."""
    lists = {
        association.name: [dict.fromkeys([field.name for field in association.fields] or ["id"])]
        for association in resource.associations.values()
    }
    return json_writer.document({resource.node: {"associations": lists} if lists else []})


class SchemaWriter:
    """Writes a record without values."""

    def __init__(self, api: str, languages: list[int], kind: str) -> None:
        self._api = api
        self._languages = languages
        self._is_blank = kind == BLANK

    def resource(self, resource: Resource) -> str:
        """Return the schema of a resource."""
        parts = [f"<{resource.node}>\n"]
        if self._is_blank:
            parts.append("\t<id><![CDATA[]]></id>\n")
        parts += [self._field(field) for field in resource.visible if not (self._is_blank and field.read_only)]
        if resource.associations:
            parts.append("<associations>\n")
            parts += [self._association(association) for association in resource.associations.values()]
            parts.append("</associations>\n")
        parts.append(f"</{resource.node}>\n")
        return "".join(parts)

    def _field(self, field: Field) -> str:
        if not field.lang:
            return f"\t<{field.name}{self._rules(field)}><![CDATA[]]></{field.name}>\n"
        texts = "".join(
            f'<language id="{language}"{self._language_rules(language)}><![CDATA[]]></language>'
            for language in self._languages
        )
        return f"\t<{field.name}{self._details(field)}>{texts}</{field.name}>\n"

    def _language_rules(self, language: int) -> str:
        return "" if self._is_blank else f' xlink:href="{self._api}languages/{language}" format="isUnsignedId" '

    def _rules(self, field: Field) -> str:
        if self._is_blank:
            return ""
        dynamic = ' notFilterable="true"' if field.computed else ""
        fixed = ' read_only="true"' if field.read_only else ""
        return dynamic + fixed + self._details(field)

    def _details(self, field: Field) -> str:
        if self._is_blank:
            return ""
        parts = []
        if field.required:
            parts.append(' required="true"')
        if field.size:
            parts.append(f' maxSize="{field.size}"')
        if field.check:
            parts.append(f' format="{field.check}"')
        if field.read_only or field.called_read_only:
            parts.append(' readOnly="true"')
        return "".join(parts)

    def _association(self, association: Association) -> str:
        kind = ' virtualEntity="true"' if association.virtual else f' api="{association.api or association.name}"'
        head = "" if self._is_blank else f' nodeType="{association.node}"{kind}'
        fields = "".join(self._linked(field) for field in association.fields or (LinkedField("id"),))
        node = f"\t<{association.node}>\n{fields}\t</{association.node}>\n"
        return f"<{association.name}{head}>\n{node}</{association.name}>\n"

    def _linked(self, field: LinkedField) -> str:
        if self._is_blank:
            return f"\t<{field.name}><![CDATA[]]></{field.name}>\n"
        link = f' xlink:href="{self._api}{field.link}/"' if field.link else ""
        fixed = ' read_only="true"' if field.read_only else ""
        required = ' required="true"' if field.required else ""
        late = ' readOnly="true"' if field.read_only else ""
        return f"\t<{field.name}{link}{fixed}{required}{late}><![CDATA[]]></{field.name}>\n"

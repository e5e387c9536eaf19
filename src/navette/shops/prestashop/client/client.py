"""The web service's calls: lists in JSON, which is the faster to read; writes in XML, which is all that it takes."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import datetime
from typing import cast

from lxml import etree

from navette.domain.errors import RefusedError
from navette.domain.messages import shop as messages
from navette.domain.run import Requests
from navette.shops.call import Answer, Call, Upload
from navette.shops.door import Door
from navette.shops.prestashop.client import query
from navette.shops.prestashop.client.answers import AnswerReader, Index
from navette.shops.prestashop.client.xml import Record, document, merged, wrapped
from navette.shops.prestashop.schemas.resource import Resource, Row

XML_TYPE = "text/xml; charset=utf-8"
JSON_ANSWER = ("output_format", "JSON")


class Client:
    """Asks one shop. `store` limits every call to one store of a multi-store shop."""

    def __init__(self, door: Door, *, store: str = "") -> None:
        self._door = door
        self._reader = AnswerReader(door.host)
        self._store = (("id_shop", store),) if store else ()

    @property
    def requests(self) -> Requests:
        """Requests made so far."""
        return self._door.requests

    def sleep(self, seconds: float) -> None:
        """Wait."""
        self._door.sleep(seconds)

    def close(self) -> None:
        """Give the connections back."""
        self._door.close()

    def index(self) -> Index:
        """Version, name and rights."""
        call = self._call("GET", "api", path="/api/")
        return self._door.send(call, lambda answer: self._reader.index(call, answer))

    def clock(self) -> datetime:
        """The time of the shop's server."""
        call = self._call("GET", "languages", query=[("display", "[id]"), ("limit", "1"), JSON_ANSWER])
        return self._door.send(call, lambda answer: self._reader.clock(call, answer))

    def rows(
        self,
        resource: Resource[Row],
        *,
        filters: Mapping[str, str] | None = None,
        sort: str = "",
        limit: int | None = None,
    ) -> list[Row]:
        """One list, whole: for resources of which there are few, or a page."""
        asked = filters or {}
        parts = [("display", resource.display), *((f"filter[{name}]", value) for name, value in asked.items())]
        if "date_" in sort or any(name.startswith("date_") for name in asked):
            parts.append(("date", "1"))
        if sort:
            parts.append(("sort", f"[{sort}]"))
        if limit is not None:
            parts.append(("limit", str(limit)))
        call = self._call("GET", resource.name, query=[*parts, JSON_ANSWER])
        return self._door.send(call, lambda answer: self._reader.rows(call, answer))

    def pages(
        self, resource: Resource[Row], *, size: int, filters: Mapping[str, str] | None = None
    ) -> Iterator[list[Row]]:
        """All rows by id, page by page; each page starts after an id, so that none is skipped when rows go."""
        last = "0"
        while True:
            page = self.rows(resource, filters={**(filters or {}), "id": query.after(last)}, sort="id_ASC", limit=size)
            if page:
                yield page
                last = str(cast("Mapping[str, object]", page[-1])["id"])
            if len(page) < size:
                return

    def matching(
        self, resource: Resource[Row], field: str, values: Iterable[str], *, filters: Mapping[str, str] | None = None
    ) -> list[Row]:
        """Rows of which a field has one of some values, and perhaps others: the shop compares without case."""
        found: list[Row] = []
        for text in query.filters_for(list(dict.fromkeys(values))):
            found += self.rows(resource, filters={**(filters or {}), field: text})
        return found

    def post(self, resource: Resource[Row], records: Sequence[Record]) -> list[str]:
        """Create records and give their ids in the same order; an error does not mean that none was made."""
        call = self._write("POST", resource.name, document(resource.node, records))
        return self._door.send(call, lambda answer: self._reader.made(call, answer, len(records)))

    def patch(self, resource: Resource[Row], records: Sequence[Record]) -> None:
        """Change the fields given of some records; on an error those before it are changed."""
        self._change("PATCH", resource.name, document(resource.node, records))

    def put(self, resource: Resource[Row], records: Sequence[Record], read_only: Iterable[str]) -> None:
        """Do what `patch` does where the shop's PUT replaces: read, merge, write back."""
        present = self._whole(resource, [record.id for record in records])
        for record in records:
            if record.id not in present:
                raise RefusedError(messages.GONE, resource=resource.name, id=record.id)
        elements = [merged(present[record.id], record, read_only) for record in records]
        self._change("PUT", resource.name, wrapped(elements))

    def delete(self, resource: Resource[Row], ids: Sequence[str]) -> None:
        """Delete records."""
        call = self._call("DELETE", resource.name, query=[("id", f"[{','.join(ids)}]")])
        self._door.send(call, _nothing)

    def upload_image(self, product: str, upload: Upload) -> str:
        """Send a picture of a product and give its id."""
        call = self._call("POST", "images", path=f"/api/images/products/{product}", upload=upload)
        return self._door.send(call, lambda answer: self._reader.image(call, answer))

    def delete_image(self, product: str, image: str) -> None:
        """Delete a picture of a product."""
        self._door.send(self._call("DELETE", "images", path=f"/api/images/products/{product}/{image}"), _nothing)

    def _whole(self, resource: Resource[Row], ids: Sequence[str]) -> Mapping[str, etree._Element]:
        call = self._call("GET", resource.name, query=[("display", "full"), ("filter[id]", query.one_of(ids))])
        root = self._door.send(call, lambda answer: self._reader.tree(call, answer))
        return {element.findtext("id") or "": element for element in root.iterfind(f"{resource.name}/{resource.node}")}

    def _change(self, method: str, resource: str, body: bytes) -> None:
        call = self._write(method, resource, body)
        self._door.send(call, lambda answer: self._reader.written(call, answer))

    def _write(self, method: str, resource: str, body: bytes) -> Call:
        return self._call(method, resource, body=body, headers={"Content-Type": XML_TYPE})

    def _call(  # noqa: PLR0913 - the parts of a request, by keyword
        self,
        method: str,
        resource: str,
        *,
        path: str = "",
        query: Sequence[tuple[str, str]] = (),
        body: bytes = b"",
        headers: Mapping[str, str] | None = None,
        upload: Upload | None = None,
    ) -> Call:
        return Call(
            method=method,
            path=path or f"/api/{resource}",
            resource=resource,
            query=(*query, *self._store),
            body=body,
            headers=headers or {},
            upload=upload,
        )


def _nothing(_answer: Answer) -> None:
    """A deletion answers with an empty body."""

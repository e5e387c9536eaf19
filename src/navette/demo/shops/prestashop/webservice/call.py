"""One call of the web service while it is worked on."""

from dataclasses import dataclass, field

from navette.demo.shops.prestashop.http_message import Request
from navette.demo.shops.prestashop.php_query import Parameters, text_of
from navette.demo.shops.prestashop.problems import Problems
from navette.demo.shops.prestashop.records.definition import Resource
from navette.demo.shops.prestashop.shop import Shop
from navette.demo.shops.prestashop.webservice.access import Rights


@dataclass
class Call:
    """A request with its parts: method, the pieces of the path, parameters, languages, rights, errors.

    `records` counts those that were read or written, for the log and the latencies.
    """

    shop: Shop
    request: Request
    method: str
    segments: list[str]
    problems: Problems = field(default_factory=Problems)
    rights: Rights = field(default_factory=dict)
    languages: list[int] = field(default_factory=list)
    records: int = 0

    @property
    def parameters(self) -> Parameters:
        """Return the parameters of the address."""
        return self.request.query

    @property
    def resource_name(self) -> str:
        """Return the first piece of the path, empty for the index."""
        return self.segments[0] if self.segments else ""

    @property
    def record_id(self) -> str:
        """Return the second piece of the path, empty for a list."""
        return self.segments[1] if len(self.segments) > 1 else ""

    @property
    def resource(self) -> Resource:
        """Return the definition of the resource."""
        return self.shop.resources[self.resource_name]

    @property
    def wants_json(self) -> bool:
        """Tell whether the answer is to be JSON."""
        headers = self.request.headers
        wanted = headers.get("io-format") or headers.get("output-format") or text_of(self.parameters, "output_format")
        return (wanted or text_of(self.parameters, "io_format")) == "JSON"

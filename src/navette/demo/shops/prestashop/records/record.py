"""One record in memory, with the values as PHP would hold them."""

from dataclasses import dataclass, field

from navette.demo.shops.prestashop.php import to_int
from navette.demo.shops.prestashop.records.definition import Resource

Texts = dict[int, str]
Value = None | str | int | Texts


@dataclass
class Record:
    """Values by field name; a text in several languages is a dictionary by language id.

    `shown_id` is the id as it was sent: an answer to PUT repeats it as text.
    """

    resource: Resource
    id: int | None = None
    values: dict[str, Value] = field(default_factory=dict)
    shown_id: Value = None

    def __getitem__(self, name: str) -> Value:
        return self.values.get(name)

    def __setitem__(self, name: str, value: Value) -> None:
        self.values[name] = value

    def number(self, name: str) -> int:
        """Return a value as a whole number."""
        value = self.values.get(name)
        return 0 if isinstance(value, dict) else to_int(value)

    def text(self, name: str) -> str:
        """Return a plain value as text."""
        value = self.values.get(name)
        return "" if value is None or isinstance(value, dict) else str(value)

    def texts(self, name: str) -> Texts:
        """Return the texts by language."""
        value = self.values.get(name)
        return value if isinstance(value, dict) else {}

    @property
    def key(self) -> int:
        """Return the id of a stored record."""
        if self.id is None:
            message = f"a new {self.resource.node} has no id yet"
            raise LookupError(message)
        return self.id

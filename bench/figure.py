"""A figure: what was measured, beside its bar."""

from dataclasses import asdict, dataclass


@dataclass(frozen=True, slots=True)
class Figure:
    """A measured value with its bar; a value above the bar fails, None is only reported."""

    name: str
    value: float
    unit: str
    bar: float | None = None

    @property
    def holds(self) -> bool:
        """Whether the bar is kept."""
        return self.bar is None or self.value <= self.bar

    def as_dict(self) -> dict[str, object]:
        """The figure as JSON."""
        return {**asdict(self), "holds": self.holds}

    def __str__(self) -> str:
        bar = "" if self.bar is None else f"  (bar {self.bar:g}: {'ok' if self.holds else 'MISSED'})"
        return f"{self.name}: {self.value:,.3f} {self.unit}{bar}"

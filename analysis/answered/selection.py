"""Which respondents are looked at: any chosen value of a field, and every field chosen. Kept in the address, to be sent or undone."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from urllib.parse import quote, unquote

from analysis.text import label

_LONGEST = 2000


@dataclass(frozen=True)
class Selection:
    """The values chosen of each field, in the order chosen. A field is 'area', a characteristic, 'channel' or the id of a question."""

    fields: tuple[tuple[str, tuple[str, ...]], ...] = ()

    @classmethod
    def of(cls, chosen: Mapping[str, Iterable[str]]) -> "Selection":
        return cls(tuple((name, tuple(dict.fromkeys(values))) for name, values in chosen.items() if tuple(values)))

    @classmethod
    def from_address(cls, text: str) -> "Selection":
        """What an address says; parts of it that say nothing are passed over."""
        chosen: dict[str, list[str]] = {}
        for part in text[:_LONGEST].split("|"):
            name, _, values = part.partition(":")
            chosen.setdefault(unquote(name), []).extend(unquote(value) for value in values.split(",") if value)
        return cls.of({name: values for name, values in chosen.items() if name})

    def address(self) -> str:
        return "|".join(f"{quote(name, safe='')}:{','.join(quote(value, safe='') for value in values)}" for name, values in self.fields)

    def __bool__(self) -> bool:
        return bool(self.fields)

    def values(self, field: str) -> tuple[str, ...]:
        return dict(self.fields).get(field, ())

    def replaced(self, field: str, values: Iterable[str]) -> "Selection":
        """The selection with other values of one field; none of them takes the field out."""
        return Selection.of(dict(self.fields) | {field: tuple(values)})

    def only(self, known: Mapping[str, Iterable[str]]) -> "Selection":
        """The selection without fields and values that are not known here."""
        return Selection.of({name: [value for value in values if value in set(known[name])] for name, values in self.fields if name in known})

    def words(self, titles: Mapping[str, str]) -> str:
        """It in words: 'Age: 18 to 24 or 25 to 34; Area: Hartlepool'; '' where everybody is looked at."""
        return "; ".join(f"{label(titles.get(name, name), 60)}: {' or '.join(label(value, 40) for value in values)}" for name, values in self.fields)

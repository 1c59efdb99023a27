"""Shapes: what a value may look like, said once.

In: nothing. Out: frozen shapes. The check, the JSON Schema, the field reference and the messages are made from them.
Not here: nodes and positions (load, check). A shape reads the text of one scalar and knows no file.
"""

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from fractions import Fraction
from typing import ClassVar

# What is wrong with a text. The form in the browser says the same, so each is a pattern that both fill in.
LEADING_ZERO = "«{text}» börjar med en nolla, som kan läsas fel."
NO_NUMBER = "«{text}» är inte ett heltal skrivet med siffror."
OUT_OF_BOUNDS = "{text} är för lågt eller för högt för att kunna stämma."
NO_SHARE = "«{text}» är inte en andel."
NO_SUCH_DAY = "Datumet {text} finns inte i kalendern."
NO_DATE = "«{text}» är inte ett datum i rätt form."
NO_FLAG = "«{text}» går inte att läsa."


class ShapeError(ValueError):
    """The text is not of the shape; the message says so to an editor, in Swedish."""


@dataclass(frozen=True, slots=True)
class Words:
    """Free words. `as_written` means that they are the agreement's own and must stand in the quote.

    `is_name` means that they name the one who is the answer: another name is another answer, and a difference.
    """

    as_written: bool = False
    is_name: bool = False
    says: ClassVar[str] = "text"

    def read(self, text: str) -> str:
        """The words; empty words are no value."""
        if not text.strip():
            raise ShapeError("Här saknas text.")
        return " ".join(text.split())


@dataclass(frozen=True, slots=True)
class Number:
    """A whole number within bounds, both included.

    `unit` says what it counts or numbers, and so how words prove it: `months` (how many), `month` (a month's number),
    `week` (a week's number) or `step`.
    """

    low: int
    high: int
    unit: str = ""

    @property
    def says(self) -> str:
        """The shape in words."""
        return f"ett heltal från {self.low} till {self.high}"

    def read(self, text: str) -> int:
        """The number. `010` and `1:30` are refused: YAML readers disagree on what they mean."""
        if re.fullmatch(r"0[0-9]+", text):
            raise ShapeError(LEADING_ZERO.format(text=text))
        if not re.fullmatch(r"[0-9]+", text):
            raise ShapeError(NO_NUMBER.format(text=text))
        if len(text) > len(str(self.high)) or not self.low <= int(text) <= self.high:
            raise ShapeError(OUT_OF_BOUNDS.format(text=text))
        return int(text)


@dataclass(frozen=True, slots=True)
class Share:
    """A share of a whole, written as a fraction such as `1/4`."""

    says: ClassVar[str] = "en andel som bråk, till exempel 1/4"

    def read(self, text: str) -> Fraction:
        """The share, above 0 and at most 1."""
        match = re.fullmatch(r"([1-9][0-9]?)/([1-9][0-9]?)", text)
        if not match or int(match[1]) > int(match[2]):
            raise ShapeError(NO_SHARE.format(text=text))
        return Fraction(int(match[1]), int(match[2]))


@dataclass(frozen=True, slots=True)
class Day:
    """A date: `2022-03-11`, or less exact `2022-03` or `2022` when `partial`; `03-01` (each year) when `yearly`."""

    partial: bool = False
    yearly: bool = False

    @property
    def says(self) -> str:
        """The shape in words."""
        forms = ["2022-03-11"] + ["2022-03", "2022"] * self.partial + ["03-01 (varje år)"] * self.yearly
        return "ett datum: " + " eller ".join(forms)

    def read(self, text: str) -> str:
        """The date, as it was written. ISO 8601; the day must exist in the calendar."""
        try:
            if re.fullmatch(r"[0-9]{4}-[0-9]{2}-[0-9]{2}", text):
                return date.fromisoformat(text).isoformat()
            if self.partial and re.fullmatch(r"[0-9]{4}(-[0-9]{2})?", text):
                return date.fromisoformat((text + "-01-01")[:10]).isoformat()[: len(text)]
            if self.yearly and re.fullmatch(r"[0-9]{2}-[0-9]{2}", text):
                return date.fromisoformat("2024-" + text).isoformat()[5:]  # a leap year: 02-29 exists
        except ValueError:
            raise ShapeError(NO_SUCH_DAY.format(text=text)) from None
        raise ShapeError(NO_DATE.format(text=text))


@dataclass(frozen=True, slots=True)
class Flag:
    """Yes or no, written `true` or `false`."""

    says: ClassVar[str] = "true eller false"

    def read(self, text: str) -> bool:
        """The answer. `ja`, `no` and `off` are refused: YAML readers disagree on them."""
        if text not in ("true", "false"):
            raise ShapeError(NO_FLAG.format(text=text))
        return text == "true"


@dataclass(frozen=True, slots=True)
class Choice:
    """One of a closed list: what is written → how it reads in Swedish."""

    options: Mapping[str, str]

    @property
    def says(self) -> str:
        """The shape in words."""
        return "ett av " + ", ".join(self.options)

    def read(self, text: str) -> str:
        """The option."""
        if text not in self.options:
            raise ShapeError(f"«{text}» finns inte bland de tillåtna värdena.")
        return text


@dataclass(frozen=True, slots=True)
class Term:
    """An id from one or more vocabularies (`services`, `professions`, …) or, with `party`, from this file's parties."""

    vocabularies: tuple[str, ...]
    named_in_quote: bool = False

    @property
    def says(self) -> str:
        """The shape in words."""
        files = [f"{name}.yml" for name in self.vocabularies if name != "parties"]
        return "ett id ur " + " eller ".join(files + ["filens parter"] * ("parties" in self.vocabularies))

    def read(self, text: str) -> str:
        """The id. Whether it exists is for the check: it has the vocabularies."""
        if not text:
            raise ShapeError("Här saknas ett id ur ordlistan.")
        return text


Scalar = Words | Number | Share | Day | Flag | Choice | Term


@dataclass(frozen=True, slots=True)
class Many:
    """A list of values; one value alone may stand without the list when `or_one`."""

    item: "Shape"
    or_one: bool = False

    @property
    def says(self) -> str:
        """The shape in words."""
        return "en lista"


@dataclass(frozen=True, slots=True)
class Field:
    """A named value of a record: its shape, its help text for editors, and whether it must be there.

    `default` is what holds when it is left out, written as an editor would write it.
    """

    shape: "Shape"
    help: str
    required: bool = False
    example: str = ""
    default: str = ""

    @property
    def called(self) -> str:
        """What it is, for readers and within a sentence: its help as far as the first pause («verksamheten»)."""
        words = re.split("[,:;.]| ur | i ordlistan ", self.help.removeprefix("true när "), maxsplit=1)[0]
        return words[:1].lower() + words[1:]


@dataclass(frozen=True, slots=True)
class Record:
    """Named values."""

    fields: Mapping[str, Field] = field(default_factory=dict)

    @property
    def says(self) -> str:
        """The shape in words."""
        return "nycklar med värden" + (": " + ", ".join(self.fields) if self.fields else "")


Shape = Scalar | Many | Record

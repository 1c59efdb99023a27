"""What the generated agreements say differently from the ones they are patterned on: values, in figures and in words.

In: nothing. Out: `SWAPS`. Not here: names of places, and what is left out (generate.py).

A swap has one row per thing that it may say; the first is what the pattern says, and the columns are the forms in
which the pattern writes it, in its text or in its YAML. A row is chosen as a whole, so that value, quote and sentence
go on saying the same.
"""

Swap = tuple[tuple[str, ...], ...]


def _columns(forms: str, *rows: str) -> Swap:
    """A swap from its forms, with `{0}`, `{1}` … for what differs between the rows; both are divided by «|»."""
    return tuple(tuple(form.format(*row.split("|")) for form in forms.split("|")) for row in rows)


_AGES = _columns(
    "0-{0} år|0–{0} år|0-{0}år|0 upp till {0} år|fyllt {0} år|to: '{0}'\n",
    *("6", "5", "7"),
)

SWAPS: dict[str, tuple[Swap, ...]] = {
    "jamtland/ostersund-2010": (
        _AGES,
        _columns("2010", "2010", "2012", "2015", "2019", "2023"),
        _columns(
            "senast {0} månader|senast {1} månader|months: '{0}'\n    before",
            *("6|sex", "3|tre", "9|nio", "12|tolv"),
        ),
        _columns("den {0}|senast {0}|{1}", "31 januari|01-31", "28 februari|02-28", "15 mars|03-15", "1 juni|06-01"),
    ),
    "vastmanland/mall-2017": (
        _columns("0–{0} år|to: '{0}'\n", "18", "17", "16"),
        _columns("{1} månader|months: '{0}'\n    before", "6|sex", "3|tre", "9|nio", "12|tolv"),
    ),
    "jonkoping/kommun-2014": (
        _columns("{1} månader|months: '{0}'\n    before", "12|tolv", "3|tre", "6|sex", "18|arton"),
        _columns("{0} %|{0} procent|max_percent: '{0}'", "20", "10", "25", "40"),
        _columns("i {1} år|term_years: '{0}'", "3|tre", "2|två", "4|fyra"),
        _columns("den {1}|den {2}|{0}", "03-01|första mars|1 mars", "04-01|första april|1 april"),
    ),
    "jonkoping/lan-2022": (
        _AGES,
        _columns("2022", "2022", "2018", "2020", "2024"),
        _columns("{0} månader|months: '{0}'\n    before", "12", "3", "6", "9", "24"),
        _columns("{0} procent|max_percent: '{0}'", "15", "10", "20", "30"),
        _columns("i {0} år|under {0} år|term_years: '{0}'", "4", "2", "3"),
        _columns("vart {1} år|every_years: '{0}'", "4|fjärde", "3|tredje", "5|femte"),
    ),
    "orebro/lan-2018": (
        _AGES,
        _columns(
            "{0}|{1}", "21 september 2018|2018-09-21", "1 januari 2019|2019-01-01", "15 juni 2021|2021-06-15",
            "1 mars 2016|2016-03-01",
        ),
        _columns(
            "{1} gånger per år|{2} gånger|times: '{0}'",
            *("2|två|två", "3|tre|tre", "4|fyra|fyra"),
        ),
    ),
}  # fmt: skip

PLACES: dict[str, tuple[str, ...]] = {
    # The pattern's own places: the first becomes a municipality, the second a county. One may be both.
    "jamtland/ostersund-2010": ("Östersund", "Jämtland"),
    "vastmanland/mall-2017": ("Västmanland", "Västmanland"),
    "jonkoping/kommun-2014": ("Jönköping", "Jönköping"),
    "jonkoping/lan-2022": ("Jönköping", "Jönköping"),
    "orebro/lan-2018": ("Örebro", "Örebro"),
}

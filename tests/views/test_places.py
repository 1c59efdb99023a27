"""Where agreements apply: municipality by municipality, and the counties on the map."""

from pathlib import Path

import pytest

from atlas.model.agreement import Atlas
from atlas.views.places import GRID, municipalities_of, places, tiles, told
from edge.loading import load_root

ROOT = Path(__file__).resolve().parents[2]


def test_every_municipality_of_counties_with_texts(atlas: Atlas) -> None:
    found = [
        (each.municipality.id, [a.id for a in each.agreements], [t.id for t in each.templates])
        for each in places(atlas)
    ]
    assert found == [
        ("exempelby", ["exempel/kommun-2014", "exempel/lan-2022"], []),
        ("grannby", ["exempel/lan-2022"], []),
        # A template of the county applies to nobody.
        ("provkoping", [], ["prov/mall-2020"]),
    ]


def test_a_county_agreement_applies_in_the_municipalities_of_its_own_county(atlas: Atlas) -> None:
    applies = {agreement.id: municipalities_of(atlas, agreement) for agreement in atlas.agreements}
    assert applies == {
        "exempel/kommun-2014": ("exempelby",),
        "exempel/lan-2022": ("exempelby", "grannby"),
        "prov/mall-2020": (),
    }


@pytest.mark.parametrize(
    ("agreements", "templates", "words"),
    [
        (0, 0, "inget avtal på webbplatsen"),
        (1, 0, "1 avtal"),
        (2, 0, "2 avtal"),
        (0, 1, "1 mall"),
        (0, 2, "2 mallar och förslag"),
        (2, 1, "2 avtal och 1 mall"),
    ],
)
def test_told(agreements: int, templates: int, words: str) -> None:
    assert told(agreements, templates) == words


def test_tiles_of_the_corpus(atlas: Atlas) -> None:
    found = [(tile.county.id, tile.agreements, tile.templates, tile.form, tile.told, tile.url) for tile in tiles(atlas)]
    assert found == [
        ("exempel", 2, 0, "agreements", "2 avtal", "avtal/exempel/index.html"),
        ("prov", 0, 1, "templates", "1 mall", "avtal/prov/index.html"),
    ]
    assert len({(tile.column, tile.row) for tile in tiles(atlas)}) == 2


def test_the_grid_has_every_county_of_sweden_once() -> None:
    atlas = load_root(ROOT).atlas
    assert atlas and set(GRID) == set(atlas.vocabulary["counties"])
    assert len(GRID) == len(set(GRID.values())) == 21
    assert {tile.form for tile in tiles(atlas)} == {"agreements", "templates", "none"}


NEIGHBOURS = [
    # Who lies north of whom, and who lies west of whom: a map that says otherwise is wrong.
    ("norrbotten", "vasterbotten", "north"),
    ("vasterbotten", "vasternorrland", "north"),
    ("jamtland", "dalarna", "north"),
    ("gavleborg", "uppsala", "north"),
    ("dalarna", "orebro", "north"),
    ("orebro", "ostergotland", "north"),
    ("jonkoping", "kronoberg", "north"),
    ("kalmar", "blekinge", "north"),
    ("halland", "skane", "north"),
    ("jamtland", "vasternorrland", "west"),
    ("varmland", "orebro", "west"),
    ("orebro", "vastmanland", "west"),
    ("vastmanland", "uppsala", "west"),
    ("vastra_gotaland", "ostergotland", "west"),
    ("sodermanland", "stockholm", "west"),
    ("halland", "jonkoping", "west"),
    ("jonkoping", "kalmar", "west"),
    ("kalmar", "gotland", "west"),
    ("skane", "blekinge", "west"),
]


@pytest.mark.parametrize(("first", "second", "side"), NEIGHBOURS)
def test_neighbours_lie_as_they_do_in_sweden(first: str, second: str, side: str) -> None:
    axis = 1 if side == "north" else 0
    assert GRID[first][axis] < GRID[second][axis]

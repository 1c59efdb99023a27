"""The counties as a map of tiles, as inline SVG, with the same told in a list beside it.

In: tiles. Out: safe markup. Not here: where each county lies (views/places.py) and colours (CSS).

A county with agreements is a filled tile with a thick edge, one with only a template has a dashed edge, one without any
a thin one: three forms, so that nothing hangs on colour. Links have `xlink:href` as in chart.py.
"""

from collections.abc import Callable, Sequence

from markupsafe import Markup

from atlas.views.places import Tile

# Measures in the units of the drawing. A tile is as wide as «Västernorrland» needs.
_WIDE, _HIGH, _GAP = 118, 66, 8


def county_map(tiles: Sequence[Tile], to: Callable[[str], str]) -> Markup:
    """The map and its list as a figure. `to` makes an address from the root into one from the page."""
    columns = 1 + max(tile.column for tile in tiles)
    rows = 1 + max(tile.row for tile in tiles)
    # North to south, as the eye reads a map; the list is in the order of the alphabet.
    drawn = sorted(tiles, key=lambda tile: (tile.row, tile.column))
    svg = Markup(
        '<svg viewBox="0 0 {} {}" role="group" aria-labelledby="aa-karta-namn" class="aa-map">'
        '<title id="aa-karta-namn">Sveriges län som rutor, och vad webbplatsen har från varje</title>{}</svg>'
    ).format(columns * (_WIDE + _GAP), rows * (_HIGH + _GAP), Markup("").join(_tile(tile, to) for tile in drawn))
    items = Markup("").join(_item(tile, to) for tile in tiles)
    return Markup(
        '<figure class="aa-figure aa-mapped"><div class="aa-scroll" role="region" tabindex="0" '
        'aria-label="Karta över länen">{}</div><figcaption><p id="aa-karta-lista">Alla län, i bokstavsordning</p>'
        '<ul class="aa-map-list" aria-labelledby="aa-karta-lista">{}</ul></figcaption></figure>'
    ).format(svg, items)


def _tile(tile: Tile, to: Callable[[str], str]) -> Markup:
    x, y = tile.column * (_WIDE + _GAP) + 3, tile.row * (_HIGH + _GAP) + 3
    shape = Markup('<rect class="aa-tile aa-tile--{}" x="{}" y="{}" width="{}" height="{}" rx="3"/>').format(
        tile.form, x, y, _WIDE, _HIGH
    )
    words = tile.told if tile.url else "inget här"
    label = Markup(
        '<text class="aa-tile__name" x="{0}" y="{1}">{2}</text><text class="aa-tile__told" x="{0}" y="{3}">{4}</text>'
    ).format(x + 10, y + 27, _short(tile.county.name), y + 49, words)
    name = f"{tile.county.name}: {tile.told}"
    if tile.url:
        drawn = Markup('<a xlink:href="{}" aria-label="{}" class="aa-tile-link aa-tile-link--{}">{}</a>')
        return drawn.format(to(tile.url), name, tile.form, shape + label)
    # Without a link it is a picture with a name; the words inside would only be read twice.
    return Markup('<g role="img" aria-label="{}">{}</g>').format(name, shape + label)


def _short(name: str) -> str:
    """The county without «län» and its genitive: «Jönköpings län» is «Jönköping». No county ends in an s of its own."""
    return name.removesuffix(" län").removesuffix("s")


def _item(tile: Tile, to: Callable[[str], str]) -> Markup:
    name = Markup('<a href="{}">{}</a>').format(to(tile.url), tile.county.name) if tile.url else tile.county.name
    return Markup('<li class="aa-map-list--{}">{} <span class="aa-detail">{}</span></li>').format(
        tile.form, name, tile.told
    )

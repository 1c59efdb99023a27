"""Links that lead away from the site: marked for eyes and ears, and silent about where the reader came from.

In: a page's HTML and the site's own address. Out: the same HTML, marked. Not here: which links a page has.
"""

import re

# What a link says of itself besides its words: drawn as an arrow (base.css), read as words.
SAYS = '<span class="aa-away"><span class="aa-hidden"> (extern webbplats)</span></span>'
_LINK = re.compile(r'<a\b([^>]*?\shref="(https?://[^"]*)"[^>]*)>(.*?)</a>', re.DOTALL)
_REL = re.compile(r'\srel="([^"]*)"')


def mark_external(html: str, base: str = "") -> str:
    """Mark every link to another host than that of `base`. Marked once, a link stays as it is."""

    def marked(link: re.Match[str]) -> str:
        attributes, address, words = link.groups()
        if (base and address.startswith(base)) or SAYS in words:
            return link[0]
        rel = _REL.search(attributes)
        names = dict.fromkeys([*(rel[1].split() if rel else ()), "external", "noopener", "noreferrer"])
        return f'<a{_REL.sub("", attributes)} rel="{" ".join(names)}">{words}{SAYS}</a>'

    return _LINK.sub(marked, html)

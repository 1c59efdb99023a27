"""Where the site lives, as a reader elsewhere can use it.

In: an address from the settings. Out: the address, or nothing. Not here: links within the site, which are relative.
"""

from ipaddress import ip_address
from urllib.parse import urlsplit


def public(address: str) -> str:
    """The address with a slash last; empty when it leads nowhere but to the machine that builds."""
    host = urlsplit(address).hostname or ""
    return "" if not host or _own(host) else address.rstrip("/") + "/"


def _own(host: str) -> bool:
    try:
        return ip_address(host).is_loopback
    except ValueError:
        return host == "localhost"

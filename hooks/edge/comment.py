"""Post the answer of a pull request's checks as one comment: `python3 -m edge.comment`, with `hooks` in PYTHONPATH.

In: from the environment `REPOSITORY`, `RUN` (the id of the run that made the answer), `HEAD` (the commit that it ran
on), `RUN_URL` and `PREVIEW`; the answer, through `gh`. Out: a comment, new or written anew.
Not here: anything of the pull request's that is run, and any package. The job has rights to write, so the answer is
data to it: read in memory, up to a size, its number held against what the host itself says of the commit.
"""

import io
import json
import os
import re
import subprocess
import sys
import zipfile
from collections.abc import Callable, Mapping
from typing import Any

from atlas.report.answer import MARK, NUMBER, PARTS, Frame, comment

NAME = "svar"
# An answer of four texts has no reason to be larger, packed or not.
MOST_BYTES = 1_000_000
# Who the host says that the job's own comments are by. Anybody may write a mark in a comment of their own.
BOT = "github-actions[bot]"

Gh = Callable[..., bytes]


class Nothing(Exception):
    """There is nothing to post, and why."""


def gh(*words: str, data: bytes | None = None) -> bytes:
    """What the host answers. Raises CalledProcessError."""
    return subprocess.run(["gh", "api", *words], input=data, stdout=subprocess.PIPE, check=True).stdout


def post(environment: Mapping[str, str], ask: Gh = gh) -> str:
    """Post or renew the comment. Returns what was done. Raises Nothing."""
    repository, head = environment["REPOSITORY"], environment["HEAD"]
    parts = _read(_packed(ask, repository, environment["RUN"]))
    number = _number(parts.pop(NUMBER, ""))
    _verify(json.loads(ask(f"repos/{repository}/pulls/{number}")), repository, head)
    files = ask("--paginate", f"repos/{repository}/pulls/{number}/files?per_page=100", "--jq", ".[].filename")
    only_agreements = all(name.startswith("agreements/") for name in files.decode().splitlines())
    preview = environment.get("PREVIEW", "").replace("{number}", number)
    body = comment(parts, Frame(environment["RUN_URL"], preview, only_agreements))
    return _write(ask, repository, number, json.dumps({"body": body}).encode())


def _packed(ask: Gh, repository: str, run: str) -> bytes:
    listed = json.loads(ask(f"repos/{repository}/actions/runs/{run}/artifacts?name={NAME}"))["artifacts"]
    if not listed:
        raise Nothing("Körningen har inget svar att visa.")
    if listed[0]["size_in_bytes"] > MOST_BYTES:
        raise Nothing("Svaret är för stort.")
    return ask(f"repos/{repository}/actions/artifacts/{listed[0]['id']}/zip")


def _read(packed: bytes) -> dict[str, str]:
    """The known files of the answer, each cut at the largest size. What else it holds is not looked at."""
    try:
        with zipfile.ZipFile(io.BytesIO(packed)) as archive:
            names = [name for name in (*PARTS, NUMBER) if name in archive.namelist()]
            texts = {name: archive.open(name).read(MOST_BYTES) for name in names}
    except (zipfile.BadZipFile, NotImplementedError, RuntimeError, EOFError) as error:
        raise Nothing(f"Svaret går inte att läsa: {error}") from None
    return {name: data.decode(errors="replace") for name, data in texts.items()}


def _number(words: str) -> str:
    if not re.fullmatch(r"[1-9][0-9]{0,8}", words.strip(), re.ASCII):
        raise Nothing("Svaret säger inte vilket förslag det hör till.")
    return words.strip()


def _verify(request: Mapping[str, Any], repository: str, head: str) -> None:
    if request["base"]["repo"]["full_name"] != repository or request["head"]["sha"] != head:
        raise Nothing("Svaret hör inte till den senaste versionen av förslaget.")
    if request["state"] != "open":
        raise Nothing("Förslaget är stängt.")


def _write(ask: Gh, repository: str, number: str, data: bytes) -> str:
    chosen = ".[] | {id, body, login: .user.login} | tojson"
    told = ask("--paginate", f"repos/{repository}/issues/{number}/comments?per_page=100", "--jq", chosen)
    comments = [json.loads(line) for line in told.decode().splitlines()]
    own = [each["id"] for each in comments if each["login"] == BOT and (each["body"] or "").startswith(MARK)]
    if own:
        ask("-X", "PATCH", f"repos/{repository}/issues/comments/{own[0]}", "--input", "-", data=data)
        return "Kommentaren är skriven på nytt."
    ask("-X", "POST", f"repos/{repository}/issues/{number}/comments", "--input", "-", data=data)
    return "Kommentaren är skriven."


if __name__ == "__main__":
    try:
        print(post(os.environ))
    except Nothing as reason:
        print(reason)
    except subprocess.CalledProcessError as error:
        print(f"Kommentaren gick inte att skriva: {error}", file=sys.stderr)
        sys.exit(2)

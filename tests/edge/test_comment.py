"""Posting the comment: the answer is data, and only the pull request that the host names gets it."""

import io
import json
import zipfile
from typing import Any

import pytest

from atlas.report.answer import MARK
from edge.comment import BOT, MOST_BYTES, Nothing, post

ENVIRONMENT = {
    "REPOSITORY": "lan/atlas",
    "RUN": "11",
    "RUN_URL": "https://git.example.org/lan/atlas/actions/runs/11",
    "HEAD": "c0ffee",
    "PREVIEW": "https://x.se/pr-{number}/",
}
PARTS = {"skillnad.md": f"{MARK}\n\n- [a](<https://x.se/pr-7/a.html>) @alla", "fel.txt": "", "nummer": "7\n"}


def packed(parts: dict[str, str]) -> bytes:
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, words in parts.items():
            archive.writestr(name, words)
    return stream.getvalue()


class Host:
    """What GitHub would answer, and what it was sent."""

    def __init__(self, parts: dict[str, str] | None = None, **more: Any) -> None:
        self.answer = packed(PARTS if parts is None else parts)
        self.size, self.artifacts, self.comments = len(self.answer), 1, list[dict[str, Any]]()
        self.request = {"state": "open", "head": {"sha": "c0ffee"}, "base": {"repo": {"full_name": "lan/atlas"}}}
        self.files = "agreements/a/b/agreement.yml\n"
        self.sent: list[tuple[str, str, str]] = []
        self.__dict__ |= more

    def __call__(self, *words: str, data: bytes | None = None) -> bytes:
        if data is not None:
            self.sent.append((words[1], words[2], json.loads(data)["body"]))
            return b"{}"
        address = next(word for word in words if word.startswith("repos/lan/atlas/")).removeprefix("repos/lan/atlas/")
        told = {
            "actions/runs/11/artifacts?name=svar": {
                "artifacts": [{"id": 3, "size_in_bytes": self.size}] * self.artifacts
            },
            "pulls/7": self.request,
        }
        match address:
            case "actions/artifacts/3/zip":
                return self.answer
            case "pulls/7/files?per_page=100":
                return self.files.encode()
            case "issues/7/comments?per_page=100":
                return "".join(f"{json.dumps(each)}\n" for each in self.comments).encode()
            case _:
                return json.dumps(told[address]).encode()


def test_the_first_comment() -> None:
    host = Host()
    assert post(ENVIRONMENT, host) == "Kommentaren är skriven."
    [(verb, address, body)] = host.sent
    assert (verb, address) == ("POST", "repos/lan/atlas/issues/7/comments")
    assert body.startswith(MARK) and "](<https://x.se/pr-7/a.html>)" in body and "@alla" not in body
    assert "mer än filerna" not in body


def test_the_comment_is_written_anew_and_others_are_let_be() -> None:
    others = [{"id": 1, "login": "nagon", "body": MARK}, {"id": 2, "login": BOT, "body": f"Jag citerar {MARK}"}]
    host = Host(comments=[*others, {"id": 9, "login": BOT, "body": f"{MARK}\n\ngammalt"}])
    assert post(ENVIRONMENT, host) == "Kommentaren är skriven på nytt."
    assert [(verb, address) for verb, address, _ in host.sent] == [("PATCH", "repos/lan/atlas/issues/comments/9")]


def test_a_change_of_code_is_told() -> None:
    host = Host(files="agreements/a/b/text.md\nhooks/cli.py\n")
    post(ENVIRONMENT, host)
    assert "**Förslaget ändrar mer än filerna" in host.sent[0][2]


def request(**more: Any) -> dict[str, Any]:
    return {"state": "open", "head": {"sha": "c0ffee"}, "base": {"repo": {"full_name": "lan/atlas"}}} | more


@pytest.mark.parametrize(
    "host",
    [
        Host({**PARTS, "nummer": "7; rm -rf /"}),
        Host({**PARTS, "nummer": "../../issues/1"}),
        Host({**PARTS, "nummer": "٧"}),
        Host({**PARTS, "nummer": ""}),
        Host({}),
        Host(answer=b"no archive"),
        Host(artifacts=0),
        Host(size=MOST_BYTES + 1),
        Host(request=request(head={"sha": "a newer one"})),
        Host(request=request(state="closed")),
        Host(request=request(base={"repo": {"full_name": "another/one"}})),
    ],
)
def test_nothing_is_posted_for_an_answer_that_does_not_fit(host: Host) -> None:
    with pytest.raises(Nothing):
        post(ENVIRONMENT, host)
    assert host.sent == []


def test_a_file_that_unpacks_to_too_much_is_cut() -> None:
    host = Host({**PARTS, "fel.txt": "a\n" * 20_000_000, "../ut.txt": "utanför"})
    post(ENVIRONMENT, host)
    assert len(host.sent[0][2]) < 65_536

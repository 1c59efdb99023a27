"""The real thing: MkDocs builds the invented corpus and the real agreements through the adapter."""

import json
import re
from html.parser import HTMLParser
from pathlib import Path

import jsonschema
import pytest
import yaml

from tests.links import broken
from tests.project import CORPUS, ROOT, build, copy_project, run


@pytest.fixture(scope="module", params=["invented", "real"])
def project(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A built project: once with the invented agreements, once with ours."""
    agreements = CORPUS if request.param == "invented" else ROOT / "agreements"
    folder = copy_project(tmp_path_factory.mktemp(request.param) / "atlas", agreements)
    build(folder)
    return folder


# How the machinery behaves does not hang on how much there is to build; that two builds are the same does.
on_invented = pytest.mark.parametrize("project", ["invented"], indirect=True)
on_real = pytest.mark.parametrize("project", ["real"], indirect=True)


class Links(HTMLParser):
    """The addresses that a page has."""

    def __init__(self) -> None:
        super().__init__()
        self.ids: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Collect."""
        values = dict(attrs)
        self.ids += [value for key in ("id",) if (value := values.get(key))]


def read(page: Path) -> Links:
    links = Links()
    links.feed(page.read_text(encoding="utf-8"))
    return links


def test_every_link_and_anchor_resolves(project: Path) -> None:
    """In pages, styles, feeds, calendars, data and office files."""
    assert broken(project / "site") == []


def test_no_address_stands_twice_on_a_page(project: Path) -> None:
    doubled = {
        page.relative_to(project / "site").as_posix(): {id for id in found.ids if found.ids.count(id) > 1}
        for page in (project / "site").rglob("*.html")
        if len((found := read(page)).ids) != len(set(found.ids))
    }
    assert doubled == {}


def test_the_data_fits_its_schema(project: Path) -> None:
    data = json.loads((project / "site/data/agreements.json").read_text(encoding="utf-8"))
    schema = json.loads((project / "site/data/agreements.schema.json").read_text(encoding="utf-8"))
    jsonschema.Draft202012Validator.check_schema(schema)
    assert [error.message for error in jsonschema.Draft202012Validator(schema).iter_errors(data)] == []
    assert data["agreements"]


@on_invented
def test_export_writes_what_mkdocs_is_handed(project: Path) -> None:
    """Another generator can take over: the same pages and data, byte for byte."""
    out = project / "export"
    assert run(project, "hooks/cli.py", "export", str(out)).returncode == 0
    spy = project / "spy.py"
    spy.write_text(
        "import pathlib\n"
        "def on_files(files, config):\n"
        "    for file in files:\n"
        "        if file.generated_by:\n"
        "            path = pathlib.Path(config.site_dir).parent / 'handed' / file.src_uri\n"
        "            path.parent.mkdir(parents=True, exist_ok=True)\n"
        "            path.write_bytes(file.content_bytes)\n",
        encoding="utf-8",
    )
    text = (project / "mkdocs.yml").read_text(encoding="utf-8")
    (project / "spied.yml").write_text(
        text.replace("mkdocs_adapter.py]", "mkdocs_adapter.py, spy.py]"), encoding="utf-8"
    )
    done = run(project, "-m", "mkdocs", "build", "--strict", "-f", "spied.yml", "-d", str(project / "spied"))
    assert done.returncode == 0, done.stderr
    handed = {p.relative_to(project / "handed"): p.read_bytes() for p in (project / "handed").rglob("*") if p.is_file()}
    written = {p.relative_to(out): p.read_bytes() for p in out.rglob("*") if p.is_file()}
    looks = {path for path in handed if path.parts[0] == "assets"}
    assert looks and {path: handed[path] for path in handed.keys() - looks} == written


@on_invented
def test_a_failed_build_leaves_the_site_as_it_was(project: Path) -> None:
    before = {path: path.read_bytes() for path in (project / "site").rglob("*") if path.is_file()}
    victim = next((project / "agreements").glob("*/*/agreement.yml"))
    kept = victim.read_text(encoding="utf-8")
    victim.write_text(kept.replace("title:", "titel:", 1), encoding="utf-8")
    for words in (["hooks/cli.py", "build"], ["-m", "mkdocs", "build", "--strict"]):
        done = run(project, *words)
        assert done.returncode == 1
        assert "A302" in done.stdout + done.stderr and "Traceback" not in done.stdout + done.stderr
        assert {path: path.read_bytes() for path in (project / "site").rglob("*") if path.is_file()} == before
    victim.write_text(kept, encoding="utf-8")


@on_invented
def test_a_page_that_breaks_leaves_the_site_as_it_was(project: Path) -> None:
    before = {path: path.read_bytes() for path in (project / "site").rglob("*") if path.is_file()}
    page = project / "docs" / "trasig.md"
    page.write_text("# Trasig\n\n[ingenstans](finns-inte.md)\n", encoding="utf-8")
    done = run(project, "hooks/cli.py", "build")
    page.unlink()
    assert done.returncode == 2 and "finns-inte.md" in done.stderr
    assert {path: path.read_bytes() for path in (project / "site").rglob("*") if path.is_file()} == before
    assert not list(project.glob(".site*"))


@on_invented
def test_a_hand_written_page_is_never_replaced_in_silence(project: Path) -> None:
    page = project / "docs" / "ord" / "index.md"
    page.parent.mkdir()
    page.write_text("# Mina ord\n", encoding="utf-8")
    done = run(project, "hooks/cli.py", "build")
    page.unlink()
    page.parent.rmdir()
    assert done.returncode == 2 and "samma adress" in done.stderr


@on_real
def test_two_builds_are_the_same_to_the_byte(project: Path, tmp_path: Path) -> None:
    again = copy_project(tmp_path / "annan mapp", project / "agreements")
    first = {p.relative_to(project / "site"): p.read_bytes() for p in (project / "site").rglob("*") if p.is_file()}
    site = build(again, TZ="Asia/Tokyo", LC_ALL="C.UTF-8", PYTHONHASHSEED="7")
    second = {p.relative_to(site): p.read_bytes() for p in site.rglob("*") if p.is_file()}
    assert sorted(path for path in first.keys() | second.keys() if first.get(path) != second.get(path)) == []


@on_invented
def test_every_page_leads_to_the_file_behind_it_and_to_a_report(project: Path) -> None:
    host = "https://git.example.org/lan/atlas"
    known = {"REPOSITORY_HOST": "github", "REPOSITORY_URL": host}
    done = run(project, "-m", "mkdocs", "build", "--strict", "-d", str(project / "edited"), **known)
    assert done.returncode == 0, done.stderr
    for page in (project / "edited").rglob("index.html"):
        html = page.read_text(encoding="utf-8")
        found = re.findall(rf'<a href="{host}/edit/main/([^"]+)"', html)
        # At its head and at its foot. A page that has moved says only where to.
        assert "http-equiv" in html or len(found) == 2, page
        assert all((ROOT / path).is_file() or (project / path).is_file() for path in found), page
        assert not found or f'<a href="{host}/issues/new?title=Fel%20p%C3%A5%20sidan%20' in html
    path = next((project / "agreements").glob("*/*/agreement.yml")).relative_to(project)
    page = project / "edited" / "avtal" / path.parent.relative_to("agreements") / "index.html"
    assert f'"{host}/edit/main/{path}"' in page.read_text(encoding="utf-8")
    assert run(project, "hooks/cli.py", "export", str(project / "known"), **known).returncode == 0
    exported = project / "known" / "avtal" / path.parent.relative_to("agreements") / "index.md"
    assert f"{host}/blob/main/{path}?plain=1#L" in exported.read_text(encoding="utf-8")


@on_invented
def test_a_repository_that_leads_nowhere_is_told_in_words(project: Path) -> None:
    wrong = {"REPOSITORY_HOST": "gitea", "REPOSITORY_URL": "https://git.example.org/lan/atlas"}
    for words in (
        ["hooks/cli.py", "export", str(project / "wrong")],
        ["-m", "mkdocs", "build", "-d", str(project / "w")],
    ):
        done = run(project, *words, **wrong)
        assert done.returncode != 0
        assert "bara vara github eller gitlab" in done.stderr and "Traceback" not in done.stderr


def test_the_settings_hold_nothing_that_asks_another_host() -> None:
    settings = yaml.load((ROOT / "mkdocs.yml").read_text(encoding="utf-8"), Loader=yaml.BaseLoader)
    assert settings["theme"]["font"] == "false" and "repo_url" not in settings
    for asset in (ROOT / "docs" / "assets").rglob("*"):
        if asset.suffix in (".css", ".js", ".svg"):
            addresses = re.findall(r"https?://[^\s\"')]+", asset.read_text(encoding="utf-8"))
            # Names of formats that look like addresses, and are never asked for.
            names = ("http://www.w3.org/2000/svg", "http://schemas.openxmlformats.org")
            assert [address for address in addresses if not address.startswith(names)] == []


@on_invented
def test_the_site_carries_of_the_theme_only_what_it_uses(project: Path) -> None:
    """Its own search comes in many languages, each by somebody else, and no page loads it."""
    assets = project / "site" / "assets"
    theirs = [
        path.relative_to(assets) for name in ("javascripts", "stylesheets") for path in (assets / name).rglob("*.*")
    ]
    assert [re.sub(r"\.\w{8}\.", ".", path.as_posix()) for path in theirs] == ["javascripts/bundle.min.js"]
    page = (project / "site" / "index.html").read_text(encoding="utf-8")
    loaded = re.findall(r'<(?:script|link)[^>]* (?:src|href)="(assets/[^"]+)"', page)
    assert len(loaded) >= 4 and all((project / "site" / path).is_file() for path in loaded)

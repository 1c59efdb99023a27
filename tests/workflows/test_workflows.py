"""The workflow files: of the right form, audited, with no more rights than they use, and steps that run as written."""

import os
import re
import shutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
import yaml

from atlas.report.answer import DIFFERENCE, FINDINGS, MENDED, NUMBER
from tests.project import CORPUS, ROOT, copy_project

WORKFLOWS = {path.name: path for path in sorted((ROOT / ".github" / "workflows").glob("*.yml"))}
SCHEMAS = {
    "github-workflows": list(WORKFLOWS.values()),
    "github-issue-forms": sorted((ROOT / ".github" / "ISSUE_TEMPLATE").glob("[0-9]*.yml")),
    "github-issue-config": [ROOT / ".github" / "ISSUE_TEMPLATE" / "config.yml"],
    "gitlab-ci": [ROOT / ".gitlab-ci.yml"],
}
# Jobs that run what somebody proposes.
UNTRUSTED = ["check.yml"]
# What somebody who proposes a change can choose freely. A number, an id and a commit's hash cannot hold words.
CHOSEN = (
    "title",
    "body",
    "head_ref",
    "head.ref",
    "head.label",
    "head_branch",
    "message",
    "email",
    ".name",
    "full_name",
)


def load(name: str) -> dict[str, Any]:
    settings: dict[str, Any] = yaml.load(WORKFLOWS[name].read_text(encoding="utf-8"), yaml.BaseLoader)
    return settings


def jobs() -> Iterator[tuple[str, str, dict[str, Any]]]:
    for name in WORKFLOWS:
        for id, job in load(name)["jobs"].items():
            yield name, id, job


def steps() -> Iterator[tuple[str, dict[str, Any]]]:
    for name, id, job in jobs():
        for step in job.get("steps", []):
            yield f"{name}: {id}: {step['name']}", step


def run(*words: str, cwd: Path = ROOT, **environment: str) -> subprocess.CompletedProcess[str]:
    clean = {name: value for name, value in os.environ.items() if not name.startswith(("MAKE", "GITHUB_"))}
    return subprocess.run(
        words, cwd=cwd, env={**clean, **environment}, capture_output=True, encoding="utf-8", check=False
    )


def test_there_are_three() -> None:
    assert list(WORKFLOWS) == ["check.yml", "comment.yml", "publish.yml"]


@pytest.mark.parametrize("schema", SCHEMAS)
def test_every_file_is_of_its_form(schema: str) -> None:
    more = ["--data-transform", "gitlab-ci"] if schema == "gitlab-ci" else []
    files = [str(path) for path in SCHEMAS[schema]]
    done = run(sys.executable, "-m", "check_jsonschema", "--builtin-schema", f"vendor.{schema}", *more, *files)
    assert files and done.returncode == 0, done.stdout + done.stderr


def test_zizmor_finds_nothing() -> None:
    done = run(
        str(Path(sys.executable).parent / "zizmor"), "--offline", "--no-progress", "--quiet", str(ROOT / ".github")
    )
    assert done.returncode == 0, done.stdout + done.stderr


def test_zizmor_would_find_something(tmp_path: Path) -> None:
    text = WORKFLOWS["check.yml"].read_text(encoding="utf-8")
    folder = tmp_path / ".github" / "workflows"
    folder.mkdir(parents=True)
    (folder / "check.yml").write_text(re.sub(r"@[0-9a-f]{40}", "@v6", text), encoding="utf-8")
    done = run(str(Path(sys.executable).parent / "zizmor"), "--offline", "--no-progress", "--quiet", str(folder))
    assert done.returncode != 0 and "unpinned-uses" in done.stdout


def test_an_ignored_audit_says_why() -> None:
    for path in WORKFLOWS.values():
        for line in path.read_text(encoding="utf-8").splitlines():
            if "zizmor: ignore" in line:
                assert re.search(r"zizmor: ignore\[[\w-]+\] \w{3,}", line), line


def test_actions_are_pinned_by_commit_with_their_version() -> None:
    pinned: dict[str, set[str]] = {}
    for path in WORKFLOWS.values():
        for line in path.read_text(encoding="utf-8").splitlines():
            if "uses:" in line and "uses: ./" not in line:
                found = re.fullmatch(r"\s+uses: (actions/[\w-]+)@([0-9a-f]{40} # v\d+\.\d+\.\d+)", line)
                assert found, line
                pinned.setdefault(found[1], set()).add(found[2])
    assert pinned and all(len(versions) == 1 for versions in pinned.values())


def test_every_workflow_begins_without_rights_and_every_job_ends_in_time() -> None:
    for name in WORKFLOWS:
        settings = load(name)
        assert settings["permissions"] == {} and settings["concurrency"]["group"]
    for name, id, job in jobs():
        assert isinstance(job["permissions"], dict), f"{name}: {id}"
        assert "uses" in job or int(job["timeout-minutes"]) <= 30, f"{name}: {id}"


def test_only_three_rights_to_write_are_ever_given() -> None:
    given = {
        (name, id): {right for right, level in job["permissions"].items() if level != "read"}
        for name, id, job in jobs()
    }
    assert {place: rights for place, rights in given.items() if rights} == {
        ("comment.yml", "kommentera"): {"pull-requests"},
        ("publish.yml", "publicera"): {"pages", "id-token"},
    }


def test_what_somebody_proposes_runs_without_secrets() -> None:
    for name in UNTRUSTED:
        text = WORKFLOWS[name].read_text(encoding="utf-8")
        assert not re.search(r"secrets|github\.token|GITHUB_TOKEN|pull_request_target", text)
        assert [job["permissions"] for _, job in load(name)["jobs"].items()] == [{"contents": "read"}] * 2
    assert "secrets" not in "".join(path.read_text(encoding="utf-8") for path in WORKFLOWS.values())


def test_no_credentials_are_left_in_a_checkout() -> None:
    checkouts = [(place, step) for place, step in steps() if "actions/checkout" in step.get("uses", "")]
    assert checkouts
    assert [place for place, step in checkouts if step["with"]["persist-credentials"] != "false"] == []


def test_the_job_that_may_write_runs_no_code_but_its_own() -> None:
    settings = load("comment.yml")
    [job] = settings["jobs"].values()
    assert [step.get("run", step.get("uses", ""))[:17] for step in job["steps"]] == [
        "actions/checkout@",
        "python3 -m edge.c",
    ]
    # Without a ref, workflow_run checks the default branch out.
    assert set(job["steps"][0]["with"]) == {"persist-credentials", "sparse-checkout"}


def test_shell_is_one_line_without_expressions() -> None:
    commands = [(place, step["run"]) for place, step in steps() if "run" in step]
    assert commands
    for place, command in commands:
        assert "\n" not in command.strip() and "${{" not in command, place
        assert re.fullmatch(r"make [a-z]+|\S*python3? -m edge\.\w+( \w+)?", command), place


def test_no_words_of_a_proposer_are_handed_to_a_step() -> None:
    for place, step in steps():
        for name, value in step.get("env", {}).items():
            expressions = re.findall(r"\$\{\{(.+?)\}\}", value)
            assert [each for each in expressions if any(each.strip().endswith(word) for word in CHOSEN)] == [], (
                place,
                name,
            )


def test_the_site_is_published_only_after_every_check() -> None:
    settings = load("publish.yml")
    assert settings["on"]["push"] == {"branches": ["main"]}
    publish = settings["jobs"]["publicera"]
    assert publish["needs"] == "kontroll" and "default_branch" in publish["if"]
    assert settings["jobs"]["kontroll"]["uses"] == "./.github/workflows/check.yml"
    commands = {step.get("run") for _, job in load("check.yml")["jobs"].items() for step in job["steps"]}
    assert {"make check", "make test", "make site"} <= commands
    gitlab = yaml.safe_load((ROOT / ".gitlab-ci.yml").read_text(encoding="utf-8"))
    assert gitlab["publicera"]["needs"] == ["granska", "prova"]


def test_gitlab_runs_the_same_without_secrets() -> None:
    text = (ROOT / ".gitlab-ci.yml").read_text(encoding="utf-8")
    settings = yaml.safe_load(text)
    assert not re.search("TOKEN|SECRET|PASSWORD", text)
    scripts = {command for job in settings.values() if isinstance(job, dict) for command in job.get("script", [])}
    assert {"make check", "make site", "make test", ".venv/bin/python -m edge.answer svar"} <= scripts


def test_templates_are_the_same_on_both_hosts_and_blank_issues_are_allowed() -> None:
    github, gitlab = ".github/PULL_REQUEST_TEMPLATE.md", ".gitlab/merge_request_templates/Default.md"
    assert (ROOT / github).read_bytes() == (ROOT / gitlab).read_bytes()
    settings = yaml.safe_load((ROOT / ".github" / "ISSUE_TEMPLATE" / "config.yml").read_text(encoding="utf-8"))
    assert settings["blank_issues_enabled"] is True


# --- the steps of a pull request, as they stand ---------------------------------------------------------------------


def git(project: Path, *words: str) -> None:
    names = [
        part for name in ("author", "committer") for part in ("-c", f"{name}.name=A", "-c", f"{name}.email=a@b.se")
    ]
    done = run("git", *names, "-c", "commit.gpgsign=false", *words, cwd=project)
    assert done.returncode == 0, done.stderr


@pytest.fixture
def proposed(tmp_path: Path) -> Path:
    """A repository as a pull request checks it out: a merge of the proposal into what holds now."""
    project = copy_project(tmp_path / "projekt", CORPUS)
    for name in ("Makefile", ".gitignore"):
        shutil.copy2(ROOT / name, project)
    shutil.copytree(ROOT / "requirements", project / "requirements")
    shell = project / ".venv"
    (shell / "bin").mkdir(parents=True)
    (shell / "bin" / "python").symlink_to(sys.executable)
    shutil.copy(Path(sys.prefix) / "pyvenv.cfg", shell)
    (shell / "lib").symlink_to(Path(sys.prefix) / "lib")
    for name in ("site", "import", "test"):
        (shell / f"{name}.ok").touch()
    git(project, "init", "-q", "-b", "main")
    git(project, "add", "-A")
    git(project, "commit", "-q", "-m", "nu")
    git(project, "checkout", "-q", "-b", "forslag")
    file = project / "agreements/exempel/lan-2022/agreement.yml"
    text = file.read_text(encoding="utf-8")
    file.write_text(
        text.replace("says: Länsgruppen avgör tvister", "says: Länsgruppen avgör alla tvister", 1), encoding="utf-8"
    )
    git(project, "commit", "-q", "-am", "forslag")
    git(project, "checkout", "-q", "main")
    git(project, "merge", "-q", "--no-ff", "--no-edit", "forslag")
    return project


def step(name: str) -> tuple[list[str], dict[str, str]]:
    """The words and the environment of a step, with what GitHub would put in."""
    [found] = [each for place, each in steps() if place == name]
    put_in = {"github.event.pull_request.number": "7", "vars.PREVIEW_URL": "https://x.se/pr-{number}/"}
    put_in["github.event_name == 'pull_request' && '--against HEAD^1' || ''"] = "--against HEAD^1"
    environment = {
        key: re.sub(r"\$\{\{ (.+?) \}\}", lambda match: put_in[match[1]], value)
        for key, value in found.get("env", {}).items()
    }
    return found["run"].split(), environment


def test_a_pull_request_without_findings_is_answered(proposed: Path) -> None:
    words, environment = step("check.yml: granska: Granska avtalen, med felen vid sina rader")
    done = run(*words, cwd=proposed, **environment)
    assert done.returncode == 0 and "Inga fel" in done.stdout, done.stdout + done.stderr
    words, environment = step("check.yml: granska: Berätta vad förslaget betyder")
    done = run(*words, cwd=proposed, **environment)
    assert done.returncode == 0, done.stderr
    parts = {path.name: path.read_text(encoding="utf-8") for path in (proposed / "svar").iterdir()}
    assert parts[NUMBER] == "7" and parts[FINDINGS] == ""
    assert "Länsgruppen avgör alla tvister" in parts[DIFFERENCE]
    assert "Det som gäller nu → förslaget" in parts[DIFFERENCE]
    assert "](<https://x.se/pr-7/avtal/exempel/lan-2022/index.html>)" in parts[DIFFERENCE]
    # The corpus holds a quote that is not written as its text writes it.
    assert "\n+++ b/agreements/exempel/lan-2022/agreement.yml" in parts[MENDED]


def test_a_pull_request_with_findings_is_annotated_and_answered(proposed: Path) -> None:
    file = proposed / "agreements/exempel/lan-2022/agreement.yml"
    file.write_text(file.read_text(encoding="utf-8").replace("quote: Tvister", "quote: Twister", 1), encoding="utf-8")
    words, environment = step("check.yml: granska: Granska avtalen, med felen vid sina rader")
    done = run(*words, cwd=proposed, **environment)
    assert done.returncode != 0
    assert re.search(
        r"^::error file=agreements/exempel/lan-2022/agreement.yml,line=\d+,col=\d+,.*title=A204 ", done.stdout, re.M
    )
    words, environment = step("check.yml: granska: Berätta vad förslaget betyder")
    assert run(*words, cwd=proposed, **environment).returncode == 0
    parts = {path.name: path.read_text(encoding="utf-8") for path in (proposed / "svar").iterdir()}
    assert "A204" in parts[FINDINGS] and parts[DIFFERENCE].startswith("Skillnaden går inte att räkna ut")
    assert "A204" not in parts[DIFFERENCE]
    assert "Traceback" not in "".join(parts.values())

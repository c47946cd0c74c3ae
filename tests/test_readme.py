"""The README says what is there, and all that is there."""

import re
import tomllib
from importlib.util import find_spec
from pathlib import Path

from django.core.management import get_commands, load_command_class
from django.core.management.base import BaseCommand

ROOT = Path(__file__).parent.parent
README = (ROOT / "README.md").read_text(encoding="utf-8")
# What is set as code, in blocks and in lines.
_CODE = re.findall(r"```\n(.*?)```|`([^`\n]+)`", README, re.DOTALL)
SPOKEN = "\n".join(block or line for block, line in _CODE)


def names(pattern: str, text: str) -> set[str]:
    return set(re.findall(pattern, text))


def test_every_variable_that_is_read_is_named_and_no_other():
    settings = (ROOT / "newsarchive/settings.py").read_text(encoding="utf-8")
    read = names(r'env\.\w+\(\s*"([A-Z_]+)"', settings)
    table = "\n".join(line for line in README.splitlines() if line.startswith("| `"))
    first_cells = "\n".join(row.split("|")[1] for row in table.splitlines())
    assert names(r"`([A-Z_]+)`", first_cells) == read


def test_every_make_target_is_named_and_no_other():
    makefile = (ROOT / "Makefile").read_text(encoding="utf-8")
    targets = names(r"(?m)^([a-z-]+):.*##", makefile)
    named: set[str] = set()
    for words in re.findall(r"(?m)\bmake((?: [a-z-]+)+)", SPOKEN):
        named.update(words.split())
    assert named == targets - {"help"}


def test_every_management_command_is_named_and_exists():
    own = {
        path.stem for path in (ROOT / "articles/management/commands").glob("[a-z]*.py")
    }
    assert own <= names(r"manage\.py (\w+)", SPOKEN)
    assert names(r"manage\.py (\w+)", SPOKEN) <= set(get_commands())


def test_every_option_of_the_importer_is_named():
    own = BaseCommand().create_parser("", "")
    parser = load_command_class("articles", "import_articles").create_parser("", "")
    options = set(parser._option_string_actions) - set(own._option_string_actions)
    assert options
    assert options <= set(re.findall(r"--[\w-]+", SPOKEN))


def test_every_module_that_is_run_exists():
    for module in names(r"python -m ([\w.]+)", SPOKEN):
        assert find_spec(module), module


def test_every_file_that_is_linked_exists():
    for path in names(r"\]\(([^)#:]+)\)", README):
        assert (ROOT / path).exists(), path


def test_every_file_that_is_named_exists():
    for path in names(r"(?m)^((?:[\w-]+/)+(?:[\w-]+\.\w+)?)$", SPOKEN) - {"var/"}:
        assert (ROOT / path).exists(), path


def test_the_architecture_page_has_the_layers_that_are_checked():
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
    contracts = project["tool"]["importlinter"]["contracts"]
    (layers,) = (c["layers"] for c in contracts if c.get("containers") == ["articles"])
    page = (ROOT / "docs/architecture.md").read_text(encoding="utf-8")
    assert "```\n" + "\n".join(layers) + "\n```" in page


def test_ci_runs_the_test_command_of_the_readme():
    assert "make test" in README
    assert "make test" in (ROOT / ".ci/run").read_text(encoding="utf-8")

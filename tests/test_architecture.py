"""Holds the imports to the table in ARCHITECTURE.md, and the table to the packages that there are."""

import ast
import re
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]
PACKAGES = ("bot", "embeddings", "retrieval")
_ROW = re.compile(r"^\| `(\w+)/` \|[^|]*\| ([^|]+) \|$", re.MULTILINE)


def allowed_imports() -> dict[str, set[str]]:
    """Return the modules of ours that each package may import, as ARCHITECTURE.md's table says."""
    rows = _ROW.findall((ROOT / "ARCHITECTURE.md").read_text("utf-8"))
    return {package: set(re.findall(r"`([\w.]+)`", cell)) for package, cell in rows}


def imports_of(path: Path) -> set[str]:
    """Return the full names of the modules that a file imports."""
    names: set[str] = set()
    for node in ast.walk(ast.parse(path.read_text("utf-8"))):
        if isinstance(node, ast.Import):
            names.update(alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom) and node.module:
            names.add(node.module)
    return names


def test_the_table_names_every_package() -> None:
    assert set(PACKAGES) <= set(allowed_imports())


@pytest.mark.parametrize("package", PACKAGES)
def test_a_package_imports_only_what_the_table_allows(package: str) -> None:
    allowed = allowed_imports()[package] | {package}
    found = {
        f"{path.relative_to(ROOT)}: {name}"
        for path in sorted((ROOT / package).rglob("*.py"))
        for name in imports_of(path)
        if name.split(".")[0] in (*PACKAGES, "tests", "benchmarks")
        and not any(name == module or name.startswith(f"{module}.") for module in allowed)
    }
    assert found == set()


def test_seeds_hold_no_code() -> None:
    assert list((ROOT / "seeds").rglob("*.py")) == []


def test_nothing_is_unpickled() -> None:
    found = [
        str(path.relative_to(ROOT))
        for package in PACKAGES
        for path in (ROOT / package).rglob("*.py")
        if imports_of(path) & {"pickle", "shelve", "marshal", "dill", "joblib"}
        or "allow_pickle=True" in path.read_text()
    ]
    assert found == []

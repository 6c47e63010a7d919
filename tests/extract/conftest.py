from collections.abc import Callable
from pathlib import Path

import pytest
from build import Sheet, build

from matters_arising.corpus.reading import Reading
from matters_arising.extract.reading import read_paper


@pytest.fixture
def read(tmp_path: Path) -> Callable[..., Reading]:
    """Build a paper of the given pages and read it."""

    def build_and_read(*sheets: Sheet, name: str = "paper") -> Reading:
        return read_paper(build(tmp_path / f"{name}.pdf", *sheets))

    return build_and_read

import pytest

from matters_arising.corpus.catalogue.catalogue import Catalogue


@pytest.fixture
def path(tmp_path):
    return tmp_path / "catalogue.db"


@pytest.fixture
def catalogue(path):
    with Catalogue.open(path, create=True) as opened:
        yield opened

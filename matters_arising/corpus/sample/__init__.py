"""The bundled sample: papers of an invented council, and the truth about them."""

from pathlib import Path

_HERE = Path(__file__).parent
PAPERS = _HERE / "papers"
GOLD = _HERE / "gold"
"""The folders of the PDFs and of the truth about them."""


def papers() -> list[Path]:
    """The sample's PDFs, oldest first."""
    return sorted(PAPERS.glob("*.pdf"))


def gold(name: str) -> Path:
    """The gold of one kind: actions, decisions, lineage, measures, questions or reports."""
    return GOLD / f"{name}.jsonl"

from dataclasses import replace

import pytest

from matters_arising.cli.output.audit import say_audit
from matters_arising.cli.output.showing import print_outline
from matters_arising.corpus import sample
from matters_arising.corpus.reading import Audit

SAMPLE = "2024-01-29-corporate-parenting-panel-minutes"


@pytest.mark.parametrize(
    ("audit", "said"),
    [
        (Audit(12_345, 9_000, 3_000, 345), "every character accounted for"),
        (
            Audit(12_345, 9_000, 3_000, 342, (4, 7)),
            "3 of 12,345 characters (0.02 %) in no section, table or furniture, pages 4, 7",
        ),
        (
            Audit(100, 0, 90, 0, (5,)),
            "10 of 100 characters (10.00 %) in no section, table or furniture, page 5",
        ),
        (
            Audit(100, 0, 0, 0, tuple(range(1, 31))),
            "100 of 100 characters (100.00 %) in no section, table or furniture, "
            "pages 1, 2, 3, 4, 5, 6, 7, 8 and 22 more",
        ),
    ],
)
def test_the_share_unaccounted_for_is_said_in_a_phrase(audit, said):
    assert say_audit(audit) == said


def test_an_outline_warns_of_characters_lost(sample_library, capsys):
    paper = sample_library.catalogue.paper(SAMPLE)
    reading = replace(sample_library.catalogue.reading(paper.id), audit=Audit(100, 0, 90, 0, (5,)))
    print_outline(reading, [], "table")
    assert "Warning: 10 of 100 characters (10.00 %)" in capsys.readouterr().out


def test_adding_verbosely_says_where_every_character_went(run, tmp_path):
    (paper,) = (path for path in sample.papers() if path.stem == SAMPLE)
    done = run("add", "-v", "--library", tmp_path / "library", paper)
    assert done.returncode == 0
    assert f"{SAMPLE}.pdf: added, Minutes of the Corporate Parenting Panel; every char" in (
        done.stderr
    )

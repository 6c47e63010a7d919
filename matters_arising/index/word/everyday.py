"""Everyday words, which ask of any subject, and for which papers print others."""

from matters_arising.extract.phrase.lexicon import lexicon

OF_ANYTHING = 0.3
"""What an everyday word weighs beside another as rare: "went along" is printed "attended"."""

EVERYDAY = lexicon(
    "able above across ahead aimed allowed along anyone anything apart around asks away back",
    "behind below big bigger bit bring brings brought came chance chose currently cut deal",
    "down drop dropped early enough extra fast few first fix fixed fixing gave get gets",
    "getting give given gives giving gone great half happy hard help high higher huge keep",
    "keeps kept kind large larger later least less lets likely list little longer lot",
    "lots low lower main mainly missed money more moving near nearly next nice off onto out",
    "own pick picked piece place plus proper properly pulled push pushed put puts quick",
    "quicker quickly ran real run running runs said same say says short side since size slow",
    "slowly small smaller soon sort sorted stay stayed stop stopped straight stuck sure take",
    "takes taking together took top toward towards try trying turn turned turning under used",
    "went whole worse worst worth wrong",
)


def share_told(word: str) -> float:
    """What a word says of a subject beside its rarity, from 0 to 1."""
    return OF_ANYTHING if word in EVERYDAY else 1.0

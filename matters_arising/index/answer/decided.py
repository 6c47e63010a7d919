"""A decision as a kind of fact: that a body settled a matter, or was asked to."""

from matters_arising.index.answer.fact_kind import kind
from matters_arising.index.answer.sign import said

DECISION = kind(
    "a decision",
    r"\bdecid\w+|\bdecisions?\b|\bresol\w+|\bagree\w*",
    said(
        r"\b(?:resol[uv]\w*|agree(?:d|s|ment)?|approv\w+|adopt\w+|accept\w+|reject\w*|defer\w*"
        r"|endors\w+|carried|vot(?:e[ds]?|ing)|decid\w+|decisions?|recommend\w+|noted?|confirmed"
        r"|appointed|delegat\w+|authori[sz]\w+|instruct\w*|asked (?:that|for|the))\b"
    ),
    r"decid\w+|decisions?|resol\w+|agree\w*|approv\w*|made|taken|council",
    anyhow=True,
)
"""Asked for wherever a question is known to be for a decision and no record of one fits."""

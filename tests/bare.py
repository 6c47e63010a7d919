"""Records of which nothing is known but what a test is about."""

from dataclasses import replace

from matters_arising.corpus.record import Action

_BARE = Action(
    ref=None,
    section=None,
    action="",
    owners=(),
    due_text=None,
    due_date=None,
    due_precision=None,
    status_text=None,
    status=None,
    status_words=None,
    update=None,
    columns=(),
    places=(),
    source="table",
)


def bare_action(action: str, **told: object) -> Action:
    """A row of a table that says what is to be done, and else only what it is told to say."""
    return replace(_BARE, action=action, **told)

"""A member's note of a visit, February 2023: typed, signed, stamped and scanned."""

from matters_arising.corpus.sample.block import Action, Line
from matters_arising.corpus.sample.content.role import HOS_HELP, PERFORMANCE

ACTIONS = (
    Action(
        None,
        "visit-room",
        "Replace the toys and repaint the interview room at Quay Street",
        (Line((HOS_HELP,), "by 31 March 2023", "2023-03-31"),),
    ),
    Action(
        None,
        "visit-form",
        "Ask the supplier to make the chronology form save drafts",
        (Line((PERFORMANCE,), "by 28 February 2023", "2023-02-28"),),
    ),
)


def _line(action: Action) -> str:
    line = action.lines[0]
    return f"ACTION: {action.text} ({line.owner_cell}, {line.due})"


NAME = "2023-02-09-member-visit-note-scanned"
STAMP = ("RECEIVED", "13 FEB 2023", "Democratic Services")
PAGE = (
    "THORNMERE BOROUGH COUNCIL",
    "Note of a visit by elected members",
    "",
    "Place: Harbour locality team, Quay Street",
    "Date: 9 February 2023",
    "Visitors: Chair and Vice-Chair, Children and Families Scrutiny Committee",
    "",
    "1. We spent the afternoon with the Harbour team. There are nine social workers, two of "
    "them agency staff. The manager told us that the average caseload is 17 and that it was 26 "
    "two years ago.",
    "",
    "2. We listened to two duty calls. Both callers were told what would happen next and "
    "when. One headteacher, however, was still waiting to hear about a referral that she had "
    "made twelve days before.",
    "",
    "3. The new chronology guidance came out on Monday. The team like the worked examples. "
    "They asked us to say that the form in the recording system does not save a draft, and that "
    "one of them had lost an hour’s work.",
    "",
    "4. The interview room has no window and the toys are broken. We think that £600 would "
    "put this right and ask that it be found.",
    "",
    _line(ACTIONS[0]),
    "",
    _line(ACTIONS[1]),
    "",
    "5. We were given a warm welcome and thank the team for their candour.",
    "",
    "Signed, for the visitors:",
)
SIGNATORY = "Chair of the Committee"

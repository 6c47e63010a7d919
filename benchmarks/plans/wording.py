"""The words of invented actions, and the ways a later issue rewords them."""

from dataclasses import dataclass, replace
from random import Random

VERBS = (
    ("Review", "Complete the review of"),
    ("Refresh", "Bring up to date"),
    ("Develop", "Draw up and agree"),
    ("Launch", "Put into use"),
    ("Audit", "Check a sample each quarter of"),
    ("Commission", "Secure a provider for"),
    ("Publish", "Make available to families"),
    ("Embed", "Make everyday practice of"),
    ("Recruit to", "Fill the vacancies in"),
    ("Deliver", "Roll out"),
)
SUBJECTS = (
    *("the supervision policy", "the chronology guidance", "the neglect toolkit"),
    *("the fostering handbook", "the permanence tracker", "the missing-from-home protocol"),
    *("the pathway plan template", "the caseload dashboard", "the kinship carer offer"),
    *("the exit interview process", "the practice standards", "the thresholds document"),
    *("the strategy meeting minutes", "the return interview service", "the advocacy contract"),
    *("the short breaks statement", "the edge of care team", "the virtual school pledge"),
    *("the health assessment pathway", "the life-story work programme", "the escalation policy"),
    *("the quality assurance framework", "the induction programme", "the apprenticeship route"),
    *("the sufficiency strategy", "the out-of-hours rota", "the placement panel"),
    *("the participation toolkit", "the domestic abuse training", "the family hub model"),
    *("the private fostering leaflet", "the court work checklist", "the housing protocol"),
    *("the mental health referral route", "the agency staff forecast", "the data cleansing"),
)
GROUPS = (
    *("care leavers", "disabled children", "foster carers", "team managers", "unborn babies"),
    *("children in need", "newly qualified social workers", "elected members", "young carers"),
    *("partner schools", "adopters", "unaccompanied minors", "personal advisers", "midwives"),
)
PURPOSES = (
    *("so that drift is seen early", "so that decisions are made within timescale"),
    *("to improve the quality of recording", "to hear what families say of our help"),
    *("with clear measures of impact", "as inspectors recommended"),
    *("and report the findings to the Improvement Board", "to reduce the use of agencies"),
    *("with training for every supervisor", "so that no referral waits over a day"),
    *("in line with the regional model", "with a named lead in each locality"),
)
EXTRAS = (
    *("and show by dip sample that practice has changed", "with two sessions in each quarter"),
    *("following feedback from the peer review", "within the budget agreed by full Council"),
)
OWNERS = (
    *("Head of Service Early Help", "Head of Service Care Leavers", "Principal Social Worker"),
    *("Fostering Service Manager", "Head of Commissioning", "Performance Manager"),
    *("Director of Children’s Services", "Virtual School Head", "Designated Nurse"),
    *("Participation Lead", "Workforce Development Lead", "Front Door Service Manager"),
)
POSTS = (
    *("Assistant Director Prevention", "Service Director Corporate Parenting"),
    *("Head of Practice and Quality", "Strategic Lead Family Homes"),
)
"""Posts that an inspection's aftermath creates, to take over from some of the owners."""


@dataclass(frozen=True, slots=True)
class Wording:
    """An action's words by their parts; two actions differ in subject or group at least.

    `turned` puts the purpose first, as an issue that was edited by someone else does.
    """

    verb: int
    subject: str
    group: str
    purpose: str
    extra: str = ""
    plain: bool = True
    turned: bool = False

    def __str__(self) -> str:
        """The action as printed."""
        verb = VERBS[self.verb][0 if self.plain else 1]
        parts = [verb, self.subject, f"for {self.group}", self.purpose, self.extra]
        if self.turned and self.purpose:
            parts = [f"{self.purpose.capitalize()},", f"{verb[:1].lower()}{verb[1:]}", *parts[1:3]]
        return " ".join(part for part in parts if part) + "."


def all_wordings(random: Random) -> list[Wording]:
    """Every subject for every group, in random order: many differ in a single word."""
    pairs = [(subject, group) for subject in SUBJECTS for group in GROUPS]
    random.shuffle(pairs)
    return [
        Wording(random.randrange(len(VERBS)), subject, group, random.choice(PURPOSES))
        for subject, group in pairs
    ]


def reword(wording: Wording, random: Random) -> Wording:
    """The same action in other words: what it is about and for whom stays."""
    changes = (
        replace(wording, plain=not wording.plain),
        replace(wording, purpose=""),
        replace(wording, purpose=random.choice(PURPOSES)),
        replace(wording, extra=random.choice(EXTRAS)),
        replace(wording, turned=not wording.turned),
        replace(wording, plain=not wording.plain, extra=random.choice(EXTRAS)),
    )
    different = [change for change in changes if str(change) != str(wording)]
    return random.choice(different)

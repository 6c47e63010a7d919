"""What an officer may ask of the sample, and the truth that an answer must rest on."""

from dataclasses import dataclass

PACK = "2021-06-14-scrutiny-agenda-pack"
COVER = "2021-09-20-improvement-plan-covering-report"
PLAN_1 = "2021-09-20-improvement-plan-phase-1"
MONITORING = "2022-02-14-improvement-plan-monitoring-q3"
PLAN_2 = "2022-09-26-improvement-plan-phase-2"
VISIT = "2023-02-09-member-visit-note-scanned"
PLAN_3 = "2023-09-25-improvement-plan-phase-3"
PANEL = "2024-01-29-corporate-parenting-panel-minutes"


@dataclass(frozen=True, slots=True)
class Evidence:
    """Words that stand on one page of a paper; `row` is the ref of the row they are in."""

    paper: str
    quote: str
    row: str | None = None


@dataclass(frozen=True, slots=True)
class Question:
    """A question as typed in a hurry.

    `must` are what the answer has to say, alternatives parted by `|`. A question without
    evidence cannot be answered from the papers; `note` then says what lies near.
    `whole_list` asks for every ref in `refs` and no other.
    """

    text: str
    kind: str
    answer: str
    must: tuple[str, ...] = ()
    evidence: tuple[Evidence, ...] = ()
    refs: tuple[str, ...] = ()
    whole_list: bool = False
    note: str | None = None

    @property
    def answerable(self) -> bool:
        """Whether the papers hold the answer."""
        return bool(self.evidence)

"""Questions that take several papers to answer, and some that none answers."""

from matters_arising.corpus.sample.question import (
    MONITORING,
    PACK,
    PANEL,
    PLAN_1,
    PLAN_2,
    PLAN_3,
    Evidence,
    Question,
)

KIND = "cross_paper"


def _unanswerable(text: str, answer: str, note: str) -> Question:
    return Question(text, "unanswerable", answer, note=note)


ACROSS = (
    Question(
        "history of the care leavers hub 2021 to 2024",
        KIND,
        "3E in 2021, due December 2021; 6A in 2022, delayed by bats to February 2023; opened on 21 "
        "July 2023; 96 young people had used it by January 2024.",
        ("bats|delayed", "July 2023|opened"),
        (
            Evidence(PLAN_1, "The former library at Cooper Street has been chosen", "3E"),
            Evidence(PLAN_2, "bats were found in the roof of the Cooper Street building"),
            Evidence(PLAN_3, "The hub opened on 21st July 2023", "6A"),
        ),
        ("3E", "6A"),
    ),
    Question(
        "is 4C early help actually complete? plan says one thing text another",
        KIND,
        "The table of September 2023 says complete, the text of the same paper says that it "
        "remains open. The Panel heard that it was completed on 15 December 2023.",
        ("remains open|44%|too soon", "15 December 2023|15th December 2023|2023-12-15"),
        (
            Evidence(PLAN_3, "Action 4C remains open"),
            Evidence(PANEL, "the action was completed on 15 December 2023"),
        ),
        ("4C",),
    ),
    Question(
        "initial health assesments timeliness over the years",
        KIND,
        "29% in January and 71% in July 2021, 87% in Q3 2021/22, 52% by June 2023 and 79% in the "
        "last quarter of 2023.",
        ("87", "52", "79"),
        (
            Evidence(MONITORING, "improved from 65% in Q2 to 87% in Q3"),
            Evidence(PLAN_3, "timeliness had fallen to 52%", "3A"),
            Evidence(PANEL, "79% were done in time between October and December 2023"),
        ),
        ("3A",),
    ),
    Question(
        "supervision reflection dip sample 2021 v 2023",
        KIND,
        "19 of 30 records in August 2021 and 27 of 30 in June 2023 (2A).",
        ("19", "27"),
        (
            Evidence(PLAN_1, "found reflection in 19 of 30 records", "2A"),
            Evidence(PLAN_3, "Reflection was found in 27 of 30 records in June 2023", "2A"),
        ),
        ("2A",),
    ),
    Question(
        "how have caseloads moved since 2021",
        KIND,
        "21 in March 2021, 18 at the end of 2021, 15.8 in August 2023; the Harbour team went from "
        "26 to 17.",
        ("21", "15.8"),
        (
            Evidence(PACK, "The average caseload was 21 children in March 2021"),
            Evidence(PLAN_3, "The average was 16.4 in June and 15.8 in August", "5A"),
        ),
        ("5A",),
    ),
    Question(
        "agency spend baseline and latest",
        KIND,
        "£2.4m in 2021/22 and £1.9m in 2022/23 (5F).",
        ("2.4m", "1.9m"),
        (
            Evidence(PLAN_2, "Reduce spending on agency social workers by a third", "5F"),
            Evidence(PLAN_3, "Spending was £1.9m in 2022/23", "5F"),
        ),
        ("5F",),
    ),
    Question(
        "chronology date slipped how many times",
        KIND,
        "From 30 June 2021 to April 2022, then January 2023, then June 2023 (2C).",
        ("January 2023", "June 2023"),
        (
            Evidence(PLAN_2, "January 2023 (was April 2022)", "2C"),
            Evidence(PLAN_3, "June 2023 (was January 2023)", "2C"),
        ),
        ("2C",),
    ),
)

UNANSWERABLE = (
    _unanswerable(
        "status of 4G",
        "There is no action 4G: theme 4 ends at 4F.",
        "4F must not be given instead.",
    ),
    _unanswerable(
        "who is the director of childrens services by name",
        "The papers give roles and no names.",
        "The role stands in several papers.",
    ),
    _unanswerable(
        "school exclusions for child in need kids q3",
        "The monitoring report says that there is no reliable figure yet.",
        "Paragraph 7.1 names the measure only.",
    ),
    _unanswerable(
        "what rating did exit interviews get in the 2022 plan",
        "The action on exit interviews (5D) is in the plan of 2021 only.",
        "The row of 2021 has no rating; the action is gone without a word.",
    ),
    _unanswerable(
        "how much did the luggage for children cost",
        "No sum is given.",
        "The pack and the Panel's minutes both speak of luggage.",
    ),
    _unanswerable(
        "adoption numbers 2023",
        "The papers give no number of adoptions.",
        "Life-story work speaks of adoption orders without a count.",
    ),
    _unanswerable(
        "date mill bank got its registration",
        "It was not registered when the Panel met in January 2024.",
        "Registration is awaited in two papers.",
    ),
    _unanswerable(
        "what did the peer challenge find",
        "It was still to come, in the spring of 2024.",
        "2B in 2023 mentions it.",
    ),
    _unanswerable(
        "bus passes for care leavers",
        "No paper mentions bus passes.",
        "Council tax exemption and the setting up home allowance are near.",
    ),
    _unanswerable(
        "new amount of the setting up home allowance £",
        "The plan says that it was to be raised, and gives no sum.",
        "6C in 2022.",
    ),
    _unanswerable(
        "how many EHCPs issued in time in 2022",
        "The papers do not speak of education, health and care plans.",
        "Early help assessments are something else.",
    ),
    _unanswerable(
        "minutes of 30 october 2023 panel - what did they resolve on pets",
        "Those minutes are not among the papers.",
        "The Panel agreed them in January 2024; pets are in the sufficiency report.",
    ),
    _unanswerable(
        "answer to the public question on harbour family centre closing time",
        "The agenda says that a question was received, and nothing else.",
        "Item 4 of the agenda.",
    ),
    _unanswerable(
        "name of the improvement boards independent chair",
        "The papers say that the chair is independent, and give no name.",
        "Paragraph 5.2 of the covering report of 2021.",
    ),
    _unanswerable(
        "how much did the childrens promise posters cost",
        "No sum is given.",
        "1A in 2021: posters have gone to all nine family centres.",
    ),
    _unanswerable(
        "why was year 11 attendance lower",
        "No reason is given: the Panel asked for the reasons, and 24/04 is to find them out.",
        "Paragraph 5.1 and action 24/04 of the Panel's minutes.",
    ),
    _unanswerable(
        "cost of exempting care leavers from council tax",
        "No sum is given.",
        "6D in 2023, and 24/05.",
    ),
    _unanswerable(
        "name of the paediatrician the hospital trust appointed",
        "The minutes say that one was appointed, and give no name.",
        "Paragraph 3.2 of the Panel's minutes.",
    ),
    _unanswerable(
        "phone number for democratic services",
        "The agenda names the officer as the contact, without a number.",
        "The front page of the agenda pack.",
    ),
    _unanswerable(
        "when did the regulator visit mill bank",
        "The papers tell of no visit: in January 2024 the date was still to be asked for.",
        "24/02 asks for a date for the visit.",
    ),
    _unanswerable(
        "reply from the hospital trust to the letter about delays - what was the answer",
        "The reply was still awaited in March 2021.",
        "36a/20 in the minutes of March 2021.",
    ),
    _unanswerable(
        "% of care leavers in EET in march 2023",
        "The only figure is 58% at the end of 2021.",
        "Paragraph 4.3 of the monitoring report of February 2022.",
    ),
    _unanswerable(
        "what did the november survey of practitioners show",
        "It was still to come in September 2023.",
        "1C in 2023: a survey in November will test whether practitioners notice a difference.",
    ),
    _unanswerable(
        "when was the youth justice plan agreed",
        "The plan stands in the work programme only.",
        "The programme has it for 20 September 2021.",
    ),
    _unanswerable(
        "salary of the manager in the additional team",
        "Only the cost of the whole team is given, £412,000 a year.",
        "Paragraph 5.1 of the caseloads report.",
    ),
)

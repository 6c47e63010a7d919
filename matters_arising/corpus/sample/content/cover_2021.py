"""The covering report on phase 1 of the plan, with its glossary."""

from matters_arising.corpus.sample.block import (
    Facts,
    Figure,
    Heading,
    Look,
    Paper,
    Para,
    Recommendations,
    Report,
    Row,
    Sheets,
    Table,
    Title,
)
from matters_arising.corpus.sample.content.minutes_2021 import COMMITTEE
from matters_arising.corpus.sample.content.role import DCS, HOS_QUALITY, PSW

TITLE = "Children’s Improvement Plan: Progress at the End of Phase 1"
GLOSSARY = (
    ("ASYE", "Assessed and Supported Year in Employment, the first year of a social worker’s job"),
    ("CIC", "Child or children in care"),
    ("CIN", "Child in need: a child whom section 17 of the Children Act 1989 is meant to help"),
    ("CP", "Child protection"),
    ("EHA", "Early help assessment"),
    ("EET", "In education, employment or training"),
    ("HoS", "Head of Service"),
    ("ICPC", "Initial child protection conference"),
    ("IHA", "Initial health assessment, due within 20 working days of coming into care"),
    ("IRO", "Independent reviewing officer"),
    ("MASH", "Multi-agency safeguarding hub, also called the front door"),
    ("PEP", "Personal education plan"),
    ("PSW", PSW),
    ("QA", "Quality assurance"),
    ("RHI", "Return home interview, offered to a child who has been missing"),
    ("SGO", "Special guardianship order"),
    ("TBC", "Thornmere Borough Council"),
    ("VSH", "Virtual School Head, who champions the schooling of children in care"),
)

PAPER = Paper(
    "2021-09-20-improvement-plan-covering-report",
    Sheets(head="Children and Families Scrutiny Committee – 20 September 2021", first_label=1),
    (
        Report(
            "6",
            TITLE,
            "report",
            "2021-09-20",
            COMMITTEE,
            "Thornmere Borough Council",
            officer=DCS,
            contact=HOS_QUALITY,
        ),
        Title("Thornmere Borough Council", 13),
        Title(COMMITTEE, 13),
        Facts(
            (
                ("Date of Meeting:", "20th September 2021"),
                ("Report Title:", TITLE),
                ("Report of:", DCS),
                ("Author:", HOS_QUALITY),
                ("Wards affected:", "All"),
            )
        ),
        Heading("1. Executive Summary"),
        Para(
            "Phase 1 of the improvement plan ends this month. It held 28 actions under five "
            "themes. Most are done or will be by Christmas; a few have been moved to phase 2 on "
            "purpose, because teams could not take in so much at once.",
            number="1.1",
            figures=(Figure("It held 28 actions", "actions in phase 1", 28, "count"),),
        ),
        Para(
            "The most important of those moved is the work on chronologies (2C). The Improvement "
            "Board judged that assessments and plans must come first.",
            number="1.2",
        ),
        Heading("2. Recommendations"),
        Para("It is recommended that the Committee:", number="2.1"),
        Recommendations(
            (
                "Scrutinise the progress made against the improvement plan at Appendix 1.",
                "Agree that members will visit the front door and two locality teams before "
                "Christmas.",
                "Endorse the moving of actions 2C, 2D, 3D and 5C into phase 2.",
            )
        ),
        Heading("3. Reasons for Recommendations"),
        Para(
            "The Committee asked on 22nd March 2021 to see the plan before Cabinet does. Scrutiny "
            "by members is one of the seven conditions that the Department for Education has set.",
            number="3.1",
        ),
        Heading("4. Other Options Considered"),
        Para(
            "To report only at the end of all three phases. This was rejected: the plan will last "
            "until 2023 and members could not then influence it.",
            number="4.1",
        ),
        Heading("5. Background"),
        Para(
            "The inspection of November 2020 judged the experience of children in care to be good, "
            "and everything else to require improvement. It made nine recommendations.",
            number="5.1",
            figures=(
                Figure(
                    "It made nine recommendations",
                    "recommendations made by the inspection",
                    9,
                    "count",
                    "November 2020",
                    "2020-11",
                ),
            ),
        ),
        Para(
            "An Improvement Board with an independent chair has met every six weeks since January. "
            "Its members include the police, the hospital trust, two headteachers and two care "
            "leavers.",
            number="5.2",
        ),
        Para(
            "Three matters stand out from the summer. First, IHAs: timeliness reached 71% in July, "
            "from a low of 29% in January. Secondly, the audit programme, which began on time and "
            "has told us uncomfortable things. Thirdly, fostering, where we have gone backwards.",
            number="5.3",
            figures=(
                Figure(
                    "timeliness reached 71% in July",
                    "timeliness of IHAs",
                    71,
                    "percent",
                    "July",
                    "2021-07",
                    direction="increase",
                ),
                Figure(
                    "from a low of 29% in January",
                    "timeliness of IHAs",
                    29,
                    "percent",
                    "January",
                    "2021-01",
                    kind="baseline",
                ),
            ),
        ),
        Para(
            "Social workers were asked in June what would help them most. Of 109 who replied, 83 "
            "put fewer cases first and 14 put better technology first. “I know what good looks "
            "like,” one wrote. “I would like the time to do it.”",
            number="5.4",
            figures=(
                Figure("Of 109 who replied", "social workers who replied", 109, "count"),
                Figure(
                    "83 put fewer cases first",
                    "social workers who put fewer cases first",
                    83,
                    "count",
                ),
                Figure(
                    "14 put better technology first",
                    "social workers who put better technology first",
                    14,
                    "count",
                ),
            ),
        ),
        Heading("6. What is moving to phase 2"),
        Para(
            "Chronologies (2C): guidance is ready, and training is planned for spring 2022. Plans "
            "in plain language (2D): the template is being revised. Fostering (3D): a new campaign "
            "begins in October. The dashboard (5C): late plans will be added when the recording "
            "system allows.",
            number="6.1",
        ),
        Para(
            "The upgrade of the recording system (5E) is on hold and the Committee may wish to ask "
            "the supplier to attend.",
            number="6.2",
        ),
        Heading("7. Implications"),
        Para(
            "**Legal.** The Council must have regard to statutory guidance on improvement. There "
            "is a risk of a direction from the Secretary of State if progress stalls.",
            number="7.1",
        ),
        Para(
            "**Finance.** Phase 1 has cost £640,000 against a budget of £700,000. Phase 2 is put "
            "at £910,000, of which £412,000 is for the additional team of social workers.",
            number="7.2",
            figures=(
                Figure("Phase 1 has cost £640,000", "cost of phase 1", 640_000, "gbp"),
                Figure(
                    "against a budget of £700,000",
                    "budget of phase 1",
                    700_000,
                    "gbp",
                    kind="target",
                ),
                Figure("Phase 2 is put at £910,000", "cost of phase 2", 910_000, "gbp"),
                Figure(
                    "£412,000 is for the additional team of social workers",
                    "cost of the additional team of social workers",
                    412_000,
                    "gbp",
                ),
            ),
        ),
        Para(
            "**Human resources.** Trade unions have been consulted on the plan and support it.",
            number="7.3",
        ),
        Para(
            "**Rural communities.** Families in Fellside travel furthest to our buildings. Two "
            "outreach sessions a month have been started there.",
            number="7.4",
        ),
        Heading("8. Glossary"),
        Para("These short forms are used in the plan and in this report."),
        Table(
            ("Short form", "Meaning"),
            (85, 390),
            tuple(Row(pair) for pair in GLOSSARY),
            Look(size=10, rule=0.2, grey=0.7, repeat_header=False, header_fill=None),
        ),
    ),
)

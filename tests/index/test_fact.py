import pytest

from matters_arising.index.answer.fact import fact_asked
from matters_arising.index.answer.person import names_person
from matters_arising.index.answer.sign import counts, is_aim, is_to_come, said


@pytest.mark.parametrize(
    ("question", "name"),
    [
        ("who chairs the harbour board", "a name or post"),
        ("who is the independent chair of the harbour board", "a name or post"),
        ("who is the director of children's services", "a name"),
        ("name of the new headteacher", "a name"),
        ("phone number for the clerk", "a telephone number"),
        ("why was the visit put off", "a reason"),
        ("what rating did the audit get", "a rating"),
        ("what salary is the director on", "a salary"),
        ("roof repair how much", "a sum of money"),
        ("what % of reviews were in time", "a share"),
        ("how many children came into care", "a number"),
        ("how long is the wait", "a length of time"),
        ("how quickly are calls answered", "a length of time"),
        ("how many yrs has the quay left", "a length of time"),
        ("wait for a mooring in weeks", "a length of time"),
        ("who paid for the lamps", "who paid"),
        ("who painted the pier? I need a name", "a name"),
        ("how often does the panel meet", "how often"),
        ("harbour calls Q3 2021/22", "a figure"),
        ("what is the total investment", "a figure"),
        ("what judgement was the home given", "a judgement"),
        ("how many homes opened and when", "a number"),
        ("when did the hub open", "when it was"),
        ("when is the policy due", "a date"),
        ("when was the audit meant to be done", "a date"),
        ("what did the peer review find", "what came of it"),
        ("answer to the public question on parking", "an answer"),
        ("who owns the tracker", "who"),
        ("who took on the tracker when Jo Marsh resigned", "who"),
        ("who replaced Jo Marsh as clerk", "a name or post"),
        ("how did each councillor vote on the pool", "how each voted"),
        ("which firm built the depot", "the name of a body"),
        ("who is the supplier of the notes", "the name of a body"),
        ("what did the home get in its last inspection", "a judgement"),
        ("agency spending in December 2022", "a sum of money"),
        ("clerk caseloads spring 2025", "a figure"),
        ("homes 2020: target date and did they open", "a date"),
        ("how many staff trained on the graded care profile", "a number"),
        ("what caused the flood at the depot", "a reason"),
        ("headteacher of Mill Lane from September 2023", "a name"),
        ("who was the outgoing harbour master", "a name"),
        ("which organisations were turned down", "the name of a body"),
        ("dredging dates in 2021", "a date"),
        ("terms of the harbour lease", "the terms"),
        ("what lessons came out of the exercise", "the lessons"),
        ("what did the data breach involve", "what it was"),
    ],
)
def test_the_kind_of_fact_is_told_by_how_it_is_asked_for(question, name):
    fact = fact_asked(question)
    assert fact is not None
    assert fact.name == name


@pytest.mark.parametrize(
    "question",
    [
        "what happened to the tracker",
        "status of 2C",
        "bus passes for care leavers",
        "was the motion carried and by how many",
        "how are we doing in terms of staffing",
        "has the council asked people who ring up",
        "head of dredging actions from May 2022",
    ],
)
def test_a_question_that_any_account_answers_asks_for_no_kind(question):
    assert fact_asked(question) is None


@pytest.mark.parametrize(
    ("question", "given", "not_given"),
    [
        (
            "who chairs the harbour board",
            "The board is chaired by Jo Marsh.",
            "The board is independently chaired.",
        ),
        ("name of the hub", "Young people have named it The Landing.", "The hub has opened."),
        ("phone number for the clerk", "Tel: 01632 960001", "Contact: the clerk, room 12"),
        ("why was it late", "It was late because of the storm.", "Members asked for the reasons."),
        ("how much did it cost", "It cost £412,000.", "The cost is not yet known."),
        ("what salary is she on", "Her salary is £80,000.", "The team costs £412,000."),
        ("what % were in time", "71% were in time.", "The percentage in time is a measure."),
        (
            "how many children",
            "There were 304 children.",
            "On 3 May 2021 under Outcome 4 children aged 16 met.",
        ),
        ("how many", "Eight children are waiting.", "One Adoption works with us."),
        ("when did it open", "It opened on 21 July 2023.", "It opened to general delight."),
        ("what did the survey find", "The survey found drift.", "Survey next spring."),
        (
            "how did each councillor vote",
            "Cllr Ash voted against.",
            "Cllr Ash took no part in the vote.",
        ),
        ("what was the vote on the pier", "The motion passed 8-0.", "The pier was spoken of."),
        (
            "which firm built the depot",
            "The depot was built by Marsh and Sons.",
            "A firm was chosen in July.",
        ),
        (
            "which firm is designing the leaflet",
            "The contract went to Fernley Press.",
            "An outside firm will bring good people to East Ashmere.",
        ),
        (
            "who replaced Jo Marsh as clerk",
            "Ali Fern was welcomed as the new clerk.",
            "In attendance: Ali Fern, School Business Manager",
        ),
        (
            "how long is the wait",
            "Children wait for nine weeks.",
            "The board saw 12 boats each quarter.",
        ),
        ("how often do they meet", "They meet twice a year.", "They met 12 boats."),
        ("names of the judges", "The judge is called Ashby.", "The Named Judge drives this."),
        (
            "terms of the lease",
            "A lease of 25 years at £900.",
            "The lease is on the terms set out.",
        ),
        ("lessons from the drill", "It showed that radios fail.", "The drill was held on 3 May."),
        ("what did the breach involve", "A list was sent by e-mail.", "A breach was reported."),
        ("why did it close", "The roof leaked, so it closed.", "The following are closed:"),
        ("why did she leave", "She left, as the talk was of her post.", "She left as agreed."),
        ("why was it pulled", "It was withdrawn after questions.", "It was withdrawn in May."),
        ("what was the cost", "It came to $4,200.", "It came to 4,200 boats."),
        ("when do grants arrive", "Half once the form is signed.", "Half the grants are small."),
        ("how many hubs", "Fifteen hubs hold sessions.", "One Ashmere has hubs."),
        (
            "how many incidents",
            "There were nine incidents.",
            "Review incidents within sixty working days.",
        ),
    ],
)
def test_a_sentence_gives_a_kind_of_fact_or_does_not(question, given, not_given):
    fact = fact_asked(question)
    assert fact is not None
    assert fact.given(given)
    assert not fact.given(not_given)


@pytest.mark.parametrize(
    "text",
    [
        "The home awaits registration.",
        "A survey in May will test it.",
        "It has not been provided.",
        "A survey form is being produced.",
        "Members questioned the timeline for outcomes of the survey.",
    ],
)
def test_what_had_not_happened_is_known_by_its_words(text):
    assert is_to_come(text)
    assert not is_to_come("The home opened in May and is full.")


def test_an_aim_is_told_from_what_has_been_reached():
    assert is_aim("The council will have at least 20 champions.")
    assert not is_aim("There were 13 champions against a target of 20.")
    assert not is_aim("Costs to date of £4,000 would not be recovered.")


@pytest.mark.parametrize(
    ("text", "person"),
    [
        ("Cllr Ash was in the chair.", True),
        ("Apologies were received from Jo Marsh.", True),
        ("K Marsh (Chairman), A. J. Ash and P Board members", True),
        ("Phase B Plan", False),
        ("Acting Director Romero will work with Board Member Battle.", True),
        ("The Improvement Board will meet in Quay House.", False),
        ("Report of the Director of Children’s Services", False),
    ],
)
def test_a_person_is_told_from_a_post_and_a_body(text, person):
    assert names_person(text) == person


@pytest.mark.parametrize(
    ("text", "counts"),
    [
        ("29 complaints were received this quarter.", True),
        ("4 Outcomes for children", False),
        ("4.2 The review has begun.", False),
        ("Reviews every three weeks", False),
        ("It is no longer needed after COVID-19.", False),
        ("Inspected from 20 to 31 January 2025", False),
    ],
)
def test_a_number_that_counts_is_told_from_one_that_numbers_or_dates(text, counts):
    fact = fact_asked("how many")
    assert fact is not None
    assert fact.given(text) == counts


def test_a_post_answers_who_chairs_but_not_by_what_name():
    told = "Present: Lead Member for Children (Chair)"
    who, name = fact_asked("who chairs the panel"), fact_asked("name of the panel's chair")
    assert who is not None
    assert name is not None
    assert who.given(told)
    assert not name.given(told)


def test_what_is_said_in_capitals_is_said():
    assert said(r"\bvoted\b|£")("The Board VOTED.")
    assert is_aim("We WILL recruit six.") and not is_aim("Six WERE to be recruited.")
    assert is_to_come("It is Yet To open.")


@pytest.mark.parametrize("text", ["Seven came.", "None", "It has 12 beds.", "half of them"])
def test_a_number_counts_in_words_or_figures(text):
    assert counts(text)


@pytest.mark.parametrize("text", ["One came.", "It opened in May 2024.", "for six months", "Beds"])
def test_a_date_a_spell_or_no_number_counts_nothing(text):
    assert not counts(text)

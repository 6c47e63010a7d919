"""Answers over the bundled sample: real papers, real model, real index."""

import pytest
from pypdfium2 import PdfDocument

from matters_arising.corpus.filter import Filter
from matters_arising.corpus.sample import papers


def squash(text: str) -> str:
    return "".join(c for c in text.lower() if c.isalnum())


@pytest.fixture(scope="session")
def page_text():
    """The text of every page of the sample, letters and digits only."""
    texts = {}
    for path in papers():
        document = PdfDocument(path)
        for number, page in enumerate(document, 1):
            texts[path.stem, number] = squash(page.get_textpage().get_text_bounded())
        document.close()
    return texts


def test_what_happened_to_an_action_is_answered_from_its_latest_report(sample_library):
    answer = sample_library.ask("what happened to the chronology action")
    assert answer.answerable
    assert answer.actions[0].record.ref == "2C"
    assert "Principal Social Worker" in answer.text
    assert "25 September 2023" in answer.text


def scanned_words(library) -> str:
    """What OCR read of the scanned paper, for which there is no other text."""
    paper = next(line for line in library.papers() if "scanned" in line.paper)
    reading = library.catalogue.reading(paper.id)
    return squash("".join(paragraph.text for paragraph in reading.paragraphs))


QUESTIONS = (
    "what happened to the chronology action",
    "status of 5F",
    "who owns initial health assessment pathway 2021",
    "average weekly cost residential placement",
    "missing episodes dec 2021",
    "how have caseloads moved since 2021",
    "what did scrutiny resolve on fellside school",
    "which actions sit with the principal social worker",
    "history of the care leavers hub 2021 to 2024",
)


@pytest.mark.parametrize("question", QUESTIONS)
def test_every_quote_stands_word_for_word_on_its_pages(sample_library, page_text, question):
    answer = sample_library.ask(question)
    assert answer.citations
    for citation in answer.citations:
        if "scanned" in citation.paper.name:
            continue  # a picture has no text to look the words up in
        text = "".join(page_text[citation.paper.name, page] for page in citation.pages)
        words = [squash(word) for word in citation.quote.split() if squash(word)]
        assert sum(word in text for word in words) == len(words), citation.quote


@pytest.mark.parametrize("question", QUESTIONS)
def test_everything_between_quotation_marks_is_printed_in_a_paper(
    sample_library, page_text, question
):
    everything = "".join(page_text.values()) + scanned_words(sample_library)
    for quote in sample_library.ask(question).text.split("“")[1:]:
        for word in quote.split("”")[0].split():
            assert squash(word) in everything


@pytest.mark.parametrize(
    ("question", "opening"),
    [
        ("missing episodes dec 2021", "51 (December 2021): “Episodes of going missing"),
        ("IHA in 20 days % q2 v q3 21/22", "65% (Q2 2021/22) and 87% (Q3 2021/22): “"),
    ],
)
def test_a_figure_leads_its_answer_with_its_period(sample_library, question, opening):
    answer = sample_library.ask(question)
    assert answer.text.startswith(opening)
    assert answer.measures


def test_what_was_said_over_the_years_is_told_in_order_of_date(sample_library):
    text = sample_library.ask("initial health assessments timeliness over the years").text
    dates = ["14 February 2022", "25 September 2023", "29 January 2024"]
    assert [text.index(date) for date in dates] == sorted(text.index(date) for date in dates)


def test_a_later_paper_that_names_the_action_has_the_last_word(sample_library):
    answer = sample_library.ask("is 4C complete")
    assert "completed on 15 December 2023" in answer.text


def test_what_is_asked_of_how_an_action_stands_says_that_more_may_have_happened(sample_library):
    assert "last report held: 25 September 2023" in sample_library.ask("status of 5F").text


def test_an_action_due_when_asked_leads_with_its_date(sample_library):
    answer = sample_library.ask("new date for initial health assessments action")
    assert answer.text.startswith("Due 31 January 2024: action 3A")


def test_a_list_holds_all_that_fits_and_nothing_else(sample_library):
    answer = sample_library.ask("which actions were delayed in sept 2023")
    assert {held.record.ref for held in answer.actions} == {"2G", "3A", "3E", "4F", "5F"}


@pytest.mark.parametrize(
    "question",
    ["status of 9Z", "how many swimming pools does the council run", "parking charges in Leeds"],
)
def test_what_no_paper_says_is_refused(sample_library, question):
    answer = sample_library.ask(question)
    assert not answer.answerable
    assert answer.text.startswith("The papers do not say")
    assert answer.citations == ()


def test_a_filter_that_matches_nothing_gives_nothing(sample_library):
    scope = Filter(committee="Planning Committee")
    assert not sample_library.ask("what happened to the chronology action", scope=scope).answerable
    assert sample_library.search("chronology", scope=scope) == ()


def test_a_filter_by_date_is_kept(sample_library):
    found = sample_library.search("chronology", scope=Filter(until="2021-12-31"))
    assert found
    assert all(citation.date <= "2021-12-31" for citation in found)


def test_search_finds_an_exact_ref_first(sample_library):
    assert "36a/20" in sample_library.search("36a/20")[0].quote


def test_the_same_question_gives_the_same_answer(sample_library):
    first, second = (sample_library.ask("fostering target") for _ in range(2))
    assert first.text == second.text
    assert first.citations == second.citations


@pytest.mark.parametrize(
    ("question", "verdict"),
    [
        ("has the chronology action been completed", "Yes."),
        ("is 5F on track", "No."),
        ("has the care leavers hub opened yet", "Yes."),
        ("is 5F finished yet", "Not yet."),
    ],
)
def test_a_question_of_yes_or_no_is_led_by_what_the_record_decides(
    sample_library, question, verdict
):
    assert sample_library.ask(question).text.startswith(verdict)


def test_what_a_meeting_only_recommended_is_not_said_to_be_approved(sample_library):
    answer = sample_library.ask("was the fellside school proposal approved")
    assert answer.text.startswith("On 22 March 2021")


def test_a_short_form_is_told_from_the_glossary(sample_library):
    answer = sample_library.ask("what does IRO mean")
    assert answer.text.startswith("IRO stands for Independent reviewing officer")
    assert answer.citations[0].pages == (2,)


def test_a_list_about_a_subject_holds_no_other_action(sample_library):
    answer = sample_library.ask("which training actions are delayed")
    assert {held.record.ref for held in answer.actions} == {"2C"}


def test_what_is_overdue_is_told_from_the_latest_paper_held(sample_library):
    answer = sample_library.ask("which actions are overdue")
    assert "overdue by 29 January 2024, the date of the latest paper held" in answer.text
    assert all(held.record.due_date < "2024-01-29" for held in answer.actions)


def test_the_decisions_of_the_last_meeting_are_told_without_its_formalities(sample_library):
    answer = sample_library.ask(
        "what was agreed at the last meeting of the corporate parenting panel"
    )
    assert answer.text.startswith("On 29 January 2024 the Corporate Parenting Panel resolved")
    assert "minutes of the meeting held on" not in answer.text


def test_an_owner_answers_only_for_the_thing_asked_about(sample_library):
    assert not sample_library.ask("who leads on the recruitment of foster carers").actions


def test_when_a_meeting_closed_is_told_by_its_closing_line(sample_library):
    answer = sample_library.ask("what time did the panel meeting on 29 january 2024 close")
    assert "closed at 7.20 pm" in answer.text


@pytest.mark.parametrize("kind", ["text", "decision", "measure"])
def test_a_kind_without_actions_is_answered_without_them(sample_library, kind):
    answer = sample_library.ask("status of 5F", scope=Filter(kinds=(kind,)))
    assert not answer.actions
    assert {citation.kind for citation in answer.citations} <= {kind}


def test_actions_alone_are_rows_that_are_actions(sample_library):
    found = sample_library.search("care leavers", scope=Filter(kinds=("action",)), limit=30)
    assert {hit.kind for hit in found} == {"action"}


def test_what_asks_for_a_heading_is_answered_with_all_that_stands_under_it(sample_library):
    text = sample_library.ask("where we are in the phase 2 improvement plan").text
    assert "the chronology work (2C) has slipped again" in text
    assert "The hub for care leavers (6A) is delayed" in text


def test_a_number_of_something_wider_does_not_lead(sample_library):
    """Of 88 audits some were outstanding: 88 is not how many."""
    answer = sample_library.ask("how many audits were graded outstanding")
    assert answer.answerable
    assert answer.text.startswith("“")


def test_an_action_with_few_of_the_words_does_not_lead(sample_library):
    answer = sample_library.ask("is the improvement board getting a new swimming pool")
    assert answer.actions == ()


def test_a_figure_is_not_led_by_an_action(sample_library):
    answer = sample_library.ask("how many children visited the hub")
    assert answer.actions == ()
    assert "312" in answer.text


def test_what_ocr_read_is_cited_only_where_it_is_quoted(sample_library):
    answer = sample_library.ask("who is responsible for pathway plans")
    further = [c for c in answer.citations if squash(c.quote)[:40] not in squash(answer.text)]
    assert not any("scanned" in citation.paper.name for citation in further)


def test_a_heading_asked_for_in_other_words_is_answered_by_all_that_stands_under_it(
    sample_library,
):
    answer = sample_library.ask("how should one read the phase 2 improvement plan")
    assert answer.text.startswith("“Ratings were agreed by the Improvement Board")


def test_a_heading_of_small_words_alone_is_not_asked_for(sample_library):
    answer = sample_library.ask("what is moved to phase 2 of the improvement plan")
    assert "this action should be moved to phase two" in answer.text


@pytest.mark.parametrize("question", ["???", "why did it", "what?"])
def test_a_question_without_a_word_to_look_for_is_refused(sample_library, question):
    answer = sample_library.ask(question)
    assert not answer.answerable
    assert answer.text == "The papers do not say. The question has no word to look for."

import re

import pytest

from matters_arising.extract.tag import LONGEST_TEXT, tag_texts
from matters_arising.picture.tagged import Passage, draw_tagged

PACK = "2021-06-14-scrutiny-agenda-pack"


def words(page: str) -> str:
    return " ".join(re.sub(r"<[^>]*>", " ", page.partition("<body>")[2]).split())


def test_a_page_of_a_paper_is_written_with_its_tags_and_their_legend(matters, tmp_path):
    result = matters("show", PACK, "--page", 3, "--tags", tmp_path / "tags.html")
    assert (result.exit_code, result.stdout) == (0, "")
    page = (tmp_path / "tags.html").read_text(encoding="utf-8")
    assert page.startswith("<!DOCTYPE html>") and page.rstrip().endswith("</html>")
    for label in ("ACTION", "OWNER", "DATE", "MEASURE"):
        assert f"<b>{label}</b>" in page
    assert '<p class="page">page 3</p>' in page and "page 4" not in page
    assert "Virtual School Head OWNER" in words(page)


def test_a_section_alone_is_written_with_the_rows_of_its_tables(matters, tmp_path):
    assert matters("show", PACK, "--section", "50", "--tags", tmp_path / "t.html").exit_code == 0
    page = (tmp_path / "t.html").read_text(encoding="utf-8")
    assert page.count("<h2>") == 1 and "<h2>50 ACTIONS FROM EARLIER MEETINGS</h2>" in page
    assert "36a/20" in words(page)


def test_quiet_is_quiet(matters, tmp_path):
    result = matters("show", PACK, "--page", 1, "--tags", tmp_path / "tags.html", "-q")
    assert result.stderr == ""


@pytest.mark.parametrize("part", [("--table", 1), ("--page", 1, "--image", "x.png")])
def test_tags_are_of_text(matters, tmp_path, part):
    assert matters("show", PACK, *part, "--tags", tmp_path / "tags.html").exit_code == 2


def test_somebody_elses_file_is_left_alone(matters, tmp_path):
    letter = tmp_path / "letter.html"
    letter.write_text("Dear Clerk")
    result = matters("show", PACK, "--tags", letter)
    assert result.exit_code == 1
    assert "was not made by this program" in result.stderr
    assert letter.read_text() == "Dear Clerk"


def test_an_earlier_page_is_replaced(matters, tmp_path):
    path = tmp_path / "tags.html"
    for page in (1, 3):
        assert matters("show", PACK, "--page", page, "--tags", path).exit_code == 0
        assert f'<p class="page">page {page}</p>' in path.read_text(encoding="utf-8")
    assert [each.name for each in tmp_path.iterdir()] == ["tags.html"]


def test_a_page_that_no_browser_would_open_is_refused(matters, tmp_path):
    result = matters("show", PACK, "--page", 1, "--tags", tmp_path / "tags.pdf")
    assert (result.exit_code, result.stdout) == (1, "")
    assert "does not end in .html" in result.stderr


def test_a_hostile_papers_text_is_text():
    attack = "<script>alert(1)</script> The <b>Clerk</b> to write by 1 May 2024 & <img src=x>."
    passages = [Passage(attack, 1, heading=True), Passage(attack, 1)]
    page = "".join(draw_tagged(attack, passages))
    assert not re.search(r"<(?:script|img|b>Clerk)", page)
    assert page.count("&lt;script&gt;") == 4
    assert "script-src" not in page and "default-src 'none'" in page


def test_a_text_of_any_length_is_tagged_whole():
    text = "The Clerk counted the lamps again. " * (LONGEST_TEXT // 20)
    docs = list(tag_texts([text, "", "x" * (LONGEST_TEXT + 1)]))
    assert max(len(doc.text) for doc in docs) <= LONGEST_TEXT
    assert "".join(doc.text for doc in docs) == text + "x" * (LONGEST_TEXT + 1)

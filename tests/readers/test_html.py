"""Saved web pages: what the page shows, in its order, with its numbers; nothing else is opened, nothing is lost."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, datetime
from pathlib import Path

import pytest

from coi_audit.errors import UserError
from coi_audit.readers.html.page import MAX_DEPTH, read_html
from coi_audit.readers.word import Paragraph, WordDocument

Reader = Callable[..., WordDocument]


@pytest.fixture
def page(tmp_path: Path) -> Reader:
    def read(body: str, *, head: str = "", encoding: str = "utf-8", name: str = "page.html") -> WordDocument:
        path = tmp_path / name
        path.write_bytes(f"<!DOCTYPE html><html><head>{head}</head><body>{body}</body></html>".encode(encoding))
        return read_html(path, root=tmp_path)

    return read


def shown(document: WordDocument) -> list[str]:
    return [paragraph.shown for paragraph in document.paragraphs]


def grid(document: WordDocument, at: int = 0) -> list[list[str]]:
    return [[("^" if cell.repeated else "") + cell.text for cell in row] for row in document.tables[at].rows]


def test_paragraphs_are_cut_where_the_page_cuts_them(page: Reader) -> None:
    read = page("<h1>Agenda</h1>Tuesday<br>10:00<div>Room 1 <b>and</b>\n 2<p>One<p>Two</div>tail<hr>end")
    assert shown(read) == ["Agenda", "Tuesday\n10:00", "Room 1 and 2", "One", "Two", "tail", "end"]
    assert [one.paragraph_index for one in read.paragraphs] == [1, 2, 3, 4, 5, 6, 7]
    assert [one.style for one in read.paragraphs][:2] == ["Heading 1", "Normal"]


def test_two_line_breaks_end_a_paragraph(page: Reader) -> None:
    assert shown(page("One<br>more<br>&nbsp;<br>Two")) == ["One\nmore", "Two"]


def test_words_that_markup_parts_stay_one_word(page: Reader) -> None:
    assert shown(page("<p>5<sup>th</sup> Sept<span>ember</span>&nbsp;2017 &amp; <em>on</em></p>")) == [
        "5th September 2017 & on"
    ]


def test_bold_means_all_of_it(page: Reader) -> None:
    read = page(
        "<p><b>All</b> <strong>of it</strong><p><b>Some</b> of it<p style='font-weight:700'>Styled<p><b> </b>None"
        "<p style='font-weight:bold'><span style='font-weight:normal'>Plain</span>"
    )
    assert [one.bold for one in read.paragraphs] == [True, False, True, False, False]


@pytest.mark.parametrize(
    ("markup", "expected"),
    [
        ("<ol><li>A<li>B</ol>", ["1. A", "2. B"]),
        ("<ol start=4><li>A<li>B</ol>", ["4. A", "5. B"]),
        ("<ol type=a start=3><li>A<li>B</ol>", ["c. A", "d. B"]),
        ("<ol type=I><li>A<li>B<li>C<li>D</ol>", ["I. A", "II. B", "III. C", "IV. D"]),
        ("<ol type=A><li>A<li>B</ol>", ["A. A", "B. B"]),
        ("<ol reversed><li>A<li>B<li>C</ol>", ["3. A", "2. B", "1. C"]),
        ("<ol><li>A<li value=7>B<li>C</ol>", ["1. A", "7. B", "8. C"]),
        ("<ol style='list-style-type: lower-roman'><li>A<li>B</ol>", ["i. A", "ii. B"]),
        ("<ol style='list-style: none'><li>A</ol>", ["A"]),
        ("<ol><li>A<ol type=a><li>B<li>C</ol><li>D</ol>", ["1. A", "a. B", "b. C", "2. D"]),
        ("<ol><li><p>A</p><p>more</p></li><li><div>B</div></li></ol>", ["1. A", "more", "2. B"]),
        ("<ol><li></li><li>B</ol><p>C", ["2. B", "C"]),
        ("<ol><li></ol><p>C", ["C"]),
        ("<ol><li>8.1 First<li>8.2 Second</ol>", ["8.1 First", "8.2 Second"]),
        ("<ol><li>2 practices<li>Other</ol>", ["1. 2 practices", "2. Other"]),
        ("<ul><li>A<ul><li>B</ul></ul>", ["• A", "• B"]),
        ("<ul style='list-style:none'><li>A</ul>", ["A"]),
        ("<li>A", ["• A"]),
    ],
)
def test_lists_carry_the_numbers_the_page_shows(page: Reader, markup: str, expected: list[str]) -> None:
    assert shown(page(markup)) == expected


def test_items_under_an_item_are_told_apart_from_those_under_another(page: Reader) -> None:
    read = page("<ol start=8><li>A<ol><li>B<li>C<ol><li>D</ol></ol><li>E<ul><li>F<ol><li>G</ol></ul></ol>")
    assert shown(read) == ["8. A", "8.1. B", "8.2. C", "8.2.1. D", "9. E", "• F", "1. G"]


def test_a_tab_parts_words_that_stood_in_columns(page: Reader) -> None:
    assert shown(page("<p>Welcome\tChair<p>\tOne\n\t\ttwo</p><p>A <b>b</b> \t c")) == [
        "Welcome\tChair",
        "One two",
        "A b\tc",
    ]


def test_the_header_and_footer_that_libreoffice_writes(page: Reader) -> None:
    read = page("<div title='header'><p>Draft</p></div><p>Body<div title='footer'><p>Page 1</div>")
    assert (shown(read), read.headers, read.footers) == (["Body"], ("Draft",), ("Page 1",))


def test_the_lists_word_writes_into_web_pages(page: Reader) -> None:
    item = (
        "<p class=MsoListParagraph style='text-indent:-18.0pt;mso-list:l0 level1 lfo1'><![if !supportLists]>"
        "<span style='mso-list:Ignore'>{mark}<span style='font:7.0pt \"Times New Roman\"'>&nbsp;&nbsp; </span></span>"
        "<![endif]>{words}<o:p></o:p></p>"
    )
    marks = [("8.", "Budget"), ("8.1", "Detail"), ("b)", "Part"), ("·", "Point"), ("o", "Round"), ("(iv)", "Last")]
    read = page("".join(item.format(mark=mark, words=words) for mark, words in marks) + "<p><o:p>&nbsp;</o:p></p>")
    assert shown(read) == ["8. Budget", "8.1. Detail", "b. Part", "• Point", "• Round", "iv. Last"]


def test_definition_lists(page: Reader) -> None:
    read = page("<dl><dt>1.</dt><dd>Welcome</dd><dt>2</dt><dd>Minutes</dd><dt>Present</dt><dd>A</dd><dd>B</dd></dl>")
    assert shown(read) == ["1. Welcome", "2. Minutes", "Present", "A", "B"]


def test_tables_with_spans(page: Reader) -> None:
    read = page(
        "<table><caption>Members</caption><tfoot><tr><td>Last</table>"
        "<table><thead><tr><th rowspan=2>Name<th colspan=2>Type</tr><tr><th>F<th>N</thead>"
        "<tfoot><tr><td>foot<td><td></tfoot>"
        "<tr><td rowspan=0>Ann<td>x<td>y<tr><td colspan=9>z</table>"
    )
    assert shown(read) == ["Members", "Last"]
    assert grid(read) == [
        ["Name", "Type", "^Type"],
        ["^Name", "F", "N"],
        ["Ann", "x", "y"],
        ["^Ann", "z", "^z"],
        ["foot", "", ""],
    ]


def test_cells_keep_their_lines_marks_and_boxes(page: Reader) -> None:
    read = page(
        "<table><tr><td>A<br>B<td><ul><li>c<li>d</ul><td><input type=checkbox checked><td><input type=checkbox>"
        "<tr><td><input value='Typed in'><td><select><option>no<option selected>yes</select>"
        "<td><img src=x alt='Yes'><td><span style='font-family:Wingdings'>ü</span>"
        "<tr><td><textarea>Long</textarea><td>E<p>F<td><i class=icon></i><span class=sr-only>No</span>"
        "<td>✓<span class='visually-hidden'>Yes</span></table>"
    )
    assert grid(read) == [
        ["A\nB", "• c\n• d", "☑", "☐"],
        ["Typed in", "yes", "Yes", "✓"],
        ["Long", "E\nF", "No", "✓"],
    ]


def test_a_table_within_a_cell_is_read_word_by_word(page: Reader) -> None:
    rows = "".join(f"<tr><td>P{n}<td>R{n}<td><table><tr><td>x{n}<td>y{n}</table>" for n in range(4))
    read = page(f"<table>{rows}</table>")
    assert grid(read)[1] == ["P1", "R1", "x1\ny1"]
    assert len(read.tables) == 1


def test_tables_that_only_set_out_the_page_are_none(page: Reader) -> None:
    read = page(
        "<table><tr><td><p>Menu</p></td><td><h1>Register</h1><table><tr><th>Name<th>Interest<tr><td>Ann<td>None</table>"
        "<p>End</p></td></tr></table>"
    )
    assert shown(read) == ["Menu", "Register", "End"]
    assert grid(read) == [["Name", "Interest"], ["Ann", "None"]]


def test_parts_that_say_they_are_a_table_are_one(page: Reader) -> None:
    read = page(
        "<div role=table><div role=rowgroup><div role=row><span role=columnheader>Name</span>"
        "<span role=columnheader>Role</span></div></div><div role=row><span role=cell>Ann</span>"
        "<span role=cell>Chair</span></div></div>"
    )
    assert grid(read) == [["Name", "Role"], ["Ann", "Chair"]]


def test_hidden_words_are_left_out_and_told(page: Reader) -> None:
    read = page(
        "<p>Seen</p><p style='display: none'>three hidden words</p><p hidden>one</p><script>var a</script>"
        "<style>p{}</style><template>t</template><noscript>n</noscript><p>Old <del>gone</del><ins>new</ins></p>"
        "<table><tr><td>a<td style='display:none'>b<td>c<tr style='display:none'><td>d<tr><td>e<td>f</table>"
    )
    assert shown(read) == ["Seen", "Old new"]
    assert grid(read) == [["a", "c"], ["e", "f"]]
    assert read.notices == ("6 words that the page hides from its readers were left out.",)


def test_parts_that_open_on_a_click_are_read(page: Reader) -> None:
    read = page(
        "<h2><button aria-controls=a>Declarations</button></h2><div id=a hidden>Ann owns shares</div>"
        "<a href='#b'>Votes</a><div id=b style='display:none'>None</div><details><summary>More</summary>Told</details>"
    )
    assert shown(read) == ["Declarations", "Ann owns shares", "Votes", "None", "More", "Told"]
    assert read.notices == ()


def test_page_furniture_stands_apart(page: Reader) -> None:
    read = page(
        "<a class='skip-link' href='#m'>Skip</a><header><p>Harrow Vale CCG</p><nav>Home</nav></header>"
        "<div id='cookie-banner'>Cookies <button>Fine</button></div><ol class=breadcrumbs><li>Home</ol>"
        "<main id=m><header><h1>Minutes</h1></header><p>Welcome</p><footer>Signed</footer></main>"
        "<aside>Related</aside><footer>Contact</footer>"
    )
    assert shown(read) == ["Minutes", "Welcome", "Signed"]
    assert read.headers == ("Harrow Vale CCG",)
    assert read.footers == ("Contact",)


def test_without_a_main_part_the_header_is_content(page: Reader) -> None:
    assert shown(page("<header><h1>Minutes</h1></header><p>Welcome")) == ["Minutes", "Welcome"]


@pytest.mark.parametrize(
    ("declared", "encoding"),
    [
        ("<meta charset=utf-8>", "utf-8"),
        ("<meta charset=iso-8859-1>", "cp1252"),
        ('<meta http-equiv=Content-Type content="text/html; charset=windows-1252">', "cp1252"),
        ("", "cp1252"),
        ("", "utf-8"),
        ("", "utf-16"),
        ("<meta charset=utf-16>", "utf-8"),
        ("<meta charset=utf-8>", "cp1252"),
        ("<meta charset=nonsense>", "utf-8"),
        ("<meta charset=base64>", "utf-8"),
        ("<meta charset=macintosh>", "mac_roman"),
    ],
)
def test_encodings(page: Reader, declared: str, encoding: str) -> None:
    assert shown(page("<p>Renée’s – £5", head=declared, encoding=encoding)) == ["Renée’s – £5"]


def test_what_the_page_says_of_itself(page: Reader) -> None:
    office = "<!--[if gte mso 9]><xml><o:Created>2017-09-01T09:00:00Z</o:Created><o:LastSaved>2017-09-05T10:00:00Z"
    read = page("<p>a", head=f"<title> Register \n of interests</title>{office}</o:LastSaved></xml><![endif]-->")
    assert (read.title, day(read.modified)) == ("Register of interests", date(2017, 9, 5))
    assert day(read.created) == date(2017, 9, 1)
    assert page("<p>a", head='<meta name="DCTERMS.modified" content="2018-02-30">').modified is None
    said = page("<p>a", head='<meta name="DCTERMS.modified" content="2018-03-01">')
    assert day(said.modified) == date(2018, 3, 1)


def day(moment: datetime | None) -> date | None:
    return moment.date() if moment else None


def test_nothing_outside_the_page_is_opened(page: Reader, tmp_path: Path) -> None:
    secret = tmp_path / "page_files" / "secret.html"
    secret.parent.mkdir()
    secret.write_text("<p>SECRET</p>")
    read = page(
        "<!DOCTYPE html [<!ENTITY s SYSTEM 'page_files/secret.html'>]><p>&s;a</p><iframe src='page_files/secret.html'>"
        "</iframe><object data='page_files/secret.html'></object><img src='http://192.0.2.1/x'>"
    )
    assert "SECRET" not in repr(read)


def test_a_page_that_only_frames_others_says_so(page: Reader, tmp_path: Path) -> None:
    path = tmp_path / "frames.html"
    path.write_text("<html><frameset><frame src='frames_files/sheet001.htm'></frameset></html>")
    with pytest.raises(UserError, match="only frames other files"):
        read_html(path)


def test_deep_nesting_is_told(page: Reader) -> None:
    assert shown(page("<div>" * 150 + "x")) == ["x"]
    for tag in ("<div>", "<ol><li>", "<table><tr><td>", "<span>", "<b>"):
        with pytest.raises(UserError, match=f"more than {MAX_DEPTH} deep"):
            page(tag * 100_000 + "x")


def test_deep_lists_and_tables_within_bounds_are_read(page: Reader) -> None:
    assert shown(page("<ol><li>" * 95 + "x"))[-1].endswith("x")
    assert "x" in repr(page("<table><tr><td>a<td>" * 45 + "x"))


def test_huge_pages_are_told(page: Reader) -> None:
    with pytest.raises(UserError, match="holds more than 600,000 parts"):
        page("<p>a" * 700_000)
    with pytest.raises(UserError, match="more than 1,000,000 places"):
        page("<table>" + "<tr><td colspan=1000>a" * 1_500 + "</table>")
    with pytest.raises(UserError, match="1,000 columns"):
        page("<table><tr>" + "<td>a" * 20_000 + "<tr><td>b" * 1_000 + "</table>")
    assert shown(page(f"<p>a<img src='data:image/png;base64,{'A' * 12_000_000}'>b")) == ["ab"]


def test_an_empty_page_has_no_blocks(page: Reader) -> None:
    assert page("").blocks == ()
    assert page("<!-- nothing -->").blocks == ()


def test_a_page_in_a_single_file(tmp_path: Path) -> None:
    path = tmp_path / "minutes.mht"
    path.write_bytes(
        b"From: <Saved by Blink>\r\nSubject: Minutes\r\nMIME-Version: 1.0\r\nContent-Type: multipart/related;\r\n"
        b'\ttype="text/html";\r\n\tboundary="----b"\r\n\r\n------b\r\nContent-Type: text/html\r\n'
        b"Content-Transfer-Encoding: quoted-printable\r\n\r\n<html><body><h1>Minutes</h1><p>Ren=C3=A9e and a long=\r\n"
        b" line</p></body></html>\r\n------b\r\nContent-Type: text/css\r\n\r\np {}\r\n------b--\r\n"
    )
    assert shown(read_html(path)) == ["Minutes", "Renée and a long line"]


def test_a_workbook_saved_as_a_single_file_gives_its_sheets_in_order(tmp_path: Path) -> None:
    path = tmp_path / "register.mht"
    sheet = "<table><tr><td>{0}<td>Interest<tr><td>Ann<td>None</table>"
    parts = ["<frameset><frame src=a></frameset>", sheet.format("Name"), sheet.format("Member")]
    body = "".join(f"--b\nContent-Type: text/html; charset=us-ascii\n\n<html>{one}</html>\n" for one in parts)
    path.write_text(f'MIME-Version: 1.0\nContent-Type: multipart/related; boundary="b"\n\n{body}--b--\n')
    read = read_html(path)
    assert [grid(read, at)[0][0] for at in (0, 1)] == ["Name", "Member"]


def test_paragraph_and_table_are_hashable_records(page: Reader) -> None:
    assert all(isinstance(one, Paragraph) for one in page("<p>a<p>b").blocks)

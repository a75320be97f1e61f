"""HTML as browsers save it: merged cells, layout tables, navigation, scripts, footers."""

from random import Random

from tests.generator.invention import invent
from tests.generator.layouts import html, html_saved
from tests.generator.print import printed
from yangguang.annual_report import read_bytes

INVENTED = printed(invent(Random(7), busy=0.5))


def test_navigation_and_footer_are_no_part_of_the_report() -> None:
    report = read_bytes("page.html", html_saved(INVENTED))
    plain = read_bytes("page.html", html(INVENTED))
    assert [section.text for section in report.sections] == [s.text for s in plain.sections]
    assert report.preamble == plain.preamble
    assert (report.agency, report.year) == (INVENTED.agency, INVENTED.year)


def test_the_day_of_publication_is_taken_from_the_line_below_the_title() -> None:
    report = read_bytes("page.html", html_saved(INVENTED))
    assert report.published_on is not None
    assert report.published_on.year == INVENTED.year + 1


def test_a_figure_cut_by_tags_is_one_figure_and_a_line_break_parts_words() -> None:
    page = html(INVENTED).decode()
    page = page.replace("<td colspan='1' rowspan='1'>商业企业</td>", "<td>商业<br>企业</td>")
    first = page.index("申请数量</td>") + len("申请数量</td><td colspan='1' rowspan='1'>")
    page = page[:first] + "<b>1</b><span>2</span>" + page[page.index("</td>", first) :]
    report = read_bytes("page.html", page.encode())
    assert report.value("table3.new.natural_person") == 12


def test_a_blank_cell_keeps_the_others_in_their_columns() -> None:
    page = html(INVENTED).decode()
    start = page.index("（一）予以公开</td>") + len("（一）予以公开</td>")
    end = page.index("</tr>", start)
    cells = "".join(f"<td>{figure}</td>" for figure in ("4", "", "0", "", "0", "0", "4"))
    report = read_bytes("page.html", (page[:start] + cells + page[end:]).encode())
    row = [report.value(cell) for cell in report.tables[3].ids_by_row["granted"]]
    assert row == [4, None, 0, None, 0, 0, 4]


def test_a_cell_knows_its_table_row_and_column() -> None:
    report = read_bytes("page.html", html(INVENTED))
    cell = report.cells["table3.new.natural_person"]
    assert cell.provenance is not None
    place = cell.provenance.place
    assert (place.table, place.row, place.column) == (2, 4, 4)


def test_words_that_look_like_markup_in_a_text_file_stay_words() -> None:
    text = f"{INVENTED.title}\n一、总体情况\n增长率<5%，且>3%。\n"
    assert read_bytes("report.txt", text.encode()).text_of(1) == "增长率<5%，且>3%。"

"""Numbers of spreadsheets are read as their format prints them."""

import pytest

from yangguang.annual_report.reading.number_format import printed


@pytest.mark.parametrize(
    ("number", "format", "expected"),
    [
        ("1113", "General", "1113"),
        ("1276.5534", "General", "1276.5534"),
        ("0.30000000000000004", "General", "0.3"),
        ("1E3", "General", "1000"),
        ("-417", "General", "-417"),
        ("1276.5534", "0.00", "1276.55"),
        ("2.5", "0", "3"),
        ("1113", "#,##0", "1,113"),
        ("1113", '#,##0"件"', "1,113件"),
        ("3", "+0;-0;0", "+3"),
        ("-3", "+0;-0;0", "-3"),
        ("12", '"增"0', "增12"),
        ("0.26", "0%", "26%"),
        ("0.2567", "0.0%", "25.7%"),
        ("7", "000", "007"),
        ("12000", "0.0,", "12.0"),
        ("5", "0_);(0)", "5"),
        ("5", "[Red]0", "5"),
        ("5", "[$¥-804]0.00", "¥5.00"),
        ("1.50", "0.##", "1.5"),
        ("45", "@", "45"),
        ("45322", "yyyy/m/d", "2024年1月31日"),
        ("45322", 'yyyy"年"m"月"d"日"', "2024年1月31日"),
        ("0.5", "# ?/?", "0.5"),
        ("12", "[>10]0;0.0", "12"),
        ("12345", "0.00E+00", "12345"),
    ],
)
def test_printed(number: str, format: str, expected: str) -> None:
    assert printed(number, format) == expected


@pytest.mark.parametrize("format", ["0;-0;;@", '#,##0;-#,##0;"-"', "#", "#,###", '0;-0;"—"'])
def test_a_zero_that_its_format_hides_or_dashes_is_still_a_zero(format: str) -> None:
    assert printed("0", format) == "0"


def test_a_format_that_prints_nothing_at_all_prints_nothing() -> None:
    assert printed("7", ";;;") == ""
    assert printed("0", ";;;") == ""


@pytest.mark.parametrize("format", ["0;[Red]0", "#,##0;[Red]#,##0"])
def test_what_is_negative_stays_so_where_only_its_colour_shows_it(format: str) -> None:
    assert printed("-5", format) == "-5"


@pytest.mark.parametrize("text", ["1e999", "nan", "x", "", "1e-300", "-inf"])
def test_what_is_no_number_is_left_as_it_is(text: str) -> None:
    assert printed(text, "0") == text


def test_days_of_a_workbook_that_counts_from_1904() -> None:
    assert printed("43860", "yyyy/m/d", is_1904=True) == "2024年1月31日"

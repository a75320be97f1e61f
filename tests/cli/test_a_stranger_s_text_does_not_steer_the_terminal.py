from yangguang.cli.terminal import console, plain


def test_control_characters_are_made_visible(capsys) -> None:
    console().print(plain("甲\x1b[2J乙\x07丙\r丁\x9b5n"))

    assert capsys.readouterr().out == "甲\ufffd[2J乙\ufffd丙\ufffd丁\ufffd5n\n"


def test_markup_and_emoji_codes_stay_as_written(capsys) -> None:
    console().print(plain("[red]甲[/red] :smile:"))

    assert capsys.readouterr().out == "[red]甲[/red] :smile:\n"

"""The extractor of claims: walks from figure to figure and lets the words between decide."""

import re
from collections.abc import Iterable, Iterator
from typing import Final

from yangguang.annual_report.claims.absence import absences
from yangguang.annual_report.claims.counted import Counted, counted
from yangguang.annual_report.claims.figures import Figure
from yangguang.annual_report.claims.model import (
    Breakdown,
    Change,
    Claim,
    Quantity,
    Share,
    Statements,
)
from yangguang.annual_report.claims.proportions import breakdowns, changes, shares
from yangguang.annual_report.claims.prose import Sentence, plain, prose_of, sentences
from yangguang.annual_report.claims.reading import Reading, pieces
from yangguang.annual_report.claims.scope import Owner
from yangguang.annual_report.claims.words import Topic
from yangguang.annual_report.money import IN_YUAN
from yangguang.annual_report.report import AnnualReport, Span

_SUBJECTS: Final = re.compile(
    r"申请|复议|诉讼|规范性文件|规章|行政许可|行政处罚|行政强制|行政事业性收费|处理费|"
    r"予以公开|部分公开|不予公开|无法提供|不予处理|不掌握|结转|自然人|办结|答复|转20|转下"
)
"""A sentence without one of these makes no claim that the form could bear out."""
_ABOUT_DISCLOSURE: Final = re.compile(r"信息公开|依申请|公开申请")
_ON_REQUESTS: Final = re.compile(r"依申请公开")
_HEADING: Final = re.compile(r"[^。，；！？\n]{2,24}[\n。]")
_LINES_UNDER_HEADING: Final = 5
_GOES_ON: Final = re.compile(r"[\s（(]*(?:其中|另|均|全部|共计)")
"""How a sentence begins that goes on about the things of the one before."""
_ABOUT_SECTIONS: Final = (3, 4)
"""Sections whose heading says that their figures are of disclosure."""


def extract(report: AnnualReport) -> tuple[Claim, ...]:
    """The claims in all sections of `report`, in the order of the text."""
    return read(report).claims


def read(report: AnnualReport) -> Statements:
    """All that the prose of `report` states in figures."""
    owner = Owner(report.agency, report.year)
    found: list[Claim] = []
    lists: list[Breakdown] = []
    parts: list[Share] = []
    rates: list[Change] = []
    all_sentences: list[Sentence] = []
    for section, printed in prose_of(report):
        text = plain(printed)
        with_figures = list(sentences(section, text))
        all_sentences.extend(with_figures)
        found.extend(_claims(with_figures, owner))
        found.extend(absences(section, text, owner))
        for sentence in with_figures:
            lists.extend(breakdowns(sentence))
            parts.extend(shares(sentence))
            rates.extend(changes(sentence))
    found.sort(key=lambda claim: claim.number)
    return Statements(tuple(all_sentences), tuple(found), tuple(lists), tuple(parts), tuple(rates))


def _claims(found: Iterable[Sentence], owner: Owner) -> Iterator[Claim]:
    paragraph, reading, about, near = None, Reading(), False, False
    for sentence in found:
        if sentence.paragraph != paragraph:
            paragraph = sentence.paragraph
            reading = Reading()
            heading, follows = _heading(sentence)
            about = (
                sentence.section in _ABOUT_SECTIONS
                or bool(_ABOUT_DISCLOSURE.search(sentence.text, *paragraph))
                or bool(_ABOUT_DISCLOSURE.search(heading))
            )
            if _ON_REQUESTS.search(heading):
                reading.topic, near = Topic.REQUESTS, follows
            else:
                near = False
        goes_on = _GOES_ON.match(sentence.text, sentence.start, sentence.end)
        if not goes_on:
            reading.begin_sentence()
            reading.topic_is_near, near = near, False
        if not (reading.topic and (goes_on or reading.topic_is_near)) and not _SUBJECTS.search(
            sentence.text, sentence.start, sentence.end
        ):
            continue
        reading.listed = False
        for piece in pieces(sentence):
            reading.take_in(piece, owner)
            if counts := counted(reading, piece.figure, about):
                yield _claim(counts, reading, piece.figure, sentence)


def _heading(sentence: Sentence) -> tuple[str, bool]:
    """The heading that a paragraph's first figures stand under, and whether they follow it at once.

    It opens the paragraph, or is a short line, or opens a paragraph, a few lines above.
    """
    text, start, at = sentence.text, sentence.paragraph[0], sentence.start
    for line in range(_LINES_UNDER_HEADING):
        if found := _HEADING.match(text, start, at):
            return found[0], line < 2
        if not start:
            break
        start, at = text.rfind("\n", 0, start - 1) + 1, start
    return "", False


def _claim(counts: Counted, reading: Reading, figure: Figure, sentence: Sentence) -> Claim:
    value = figure.value
    if counts.quantity is Quantity.CHARGES:
        value /= IN_YUAN["万元"]
    return Claim(
        counts.quantity,
        value,
        sentence.span,
        Span(sentence.section, figure.start, figure.stop),
        counts.subject,
        counts.row,
        counts.outcome,
        reading.scope,
        figure.approximate,
        reading.listed,
    )

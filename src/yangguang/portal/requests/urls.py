"""The addresses of the citizen's pages."""

from django.urls import path

from yangguang.inforequests import addresses
from yangguang.portal.requests import (
    agencies,
    answers,
    asking,
    flow,
    following,
    mine,
    reasoning,
    replying,
)

addresses.register()

_ASK = "agencies/<slug:slug>/request/"
_REQUEST = "requests/<number:number>"

urlpatterns = [
    path("agencies", agencies.listing, name="agencies"),
    path("agencies/<slug:slug>", agencies.guide, name="agency"),
    path("agencies/<slug:slug>/form.docx", agencies.blank_docx, name="agency-form-docx"),
    path("agencies/<slug:slug>/form.pdf", agencies.blank_pdf, name="agency-form-pdf"),
    path(f"{_ASK}files", asking.files, name="ask-files"),
    path(f"{_ASK}check", asking.check, name="ask-check"),
    path(f"{_ASK}receipt", asking.receipt, name="ask-receipt"),
    path(f"{_ASK}<slug:step>", asking.step, name="ask"),
    path("flow", flow.chart, name="flow"),
    path("answers", answers.listing, name="public-answers"),
    path("answers/<slug:address>", answers.answer, name="public-answer"),
    path("answers/<slug:address>/files/<int:place>", answers.file, name="public-file"),
    path("requests", following.look_up, name="requests"),
    path("requests/mine", mine.mine, name="my-requests"),
    path("requests/leave", following.leave, name="requests-leave"),
    path(_REQUEST, following.status, name="request"),
    path(f"{_REQUEST}/letters/<int:letter>", following.letter, name="request-letter"),
    path(
        f"{_REQUEST}/letters/<int:letter>/<int:file>", following.download, name="request-download"
    ),
    path(f"{_REQUEST}/keep", mine.keep, name="request-keep"),
    path(f"{_REQUEST}/correct", replying.correct, name="request-correct"),
    path(f"{_REQUEST}/correct/files", replying.correct_files, name="request-correct-files"),
    path(f"{_REQUEST}/reasons", reasoning.explain, name="request-reasons"),
    path(f"{_REQUEST}/delivered", replying.delivered, name="request-delivered"),
    path(f"{_REQUEST}/fee-received", replying.fee_notice_received, name="request-fee-received"),
    path(f"{_REQUEST}/withdraw", replying.withdraw, name="request-withdraw"),
]

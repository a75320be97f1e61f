"""Pages for what goes wrong: what it is, and a way to go on. They need no database."""

import sys

from django.conf import settings
from django.core.exceptions import (
    DisallowedHost,
    PermissionDenied,
    RequestDataTooBig,
    TooManyFilesSent,
)
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext

from yangguang.annual_report.refusals import MB
from yangguang.annual_report.refusals import too_large as too_large_sentence
from yangguang.portal.out_of_order import Cause, cause_of
from yangguang.portal.requests.expired import shown_again
from yangguang.portal.whereabouts import part_at


def _page(
    request: HttpRequest, status: int, heading: str, sentence: str, reference: str = ""
) -> HttpResponse:
    shown = {
        "status": status,
        "heading": heading,
        "sentence": sentence,
        "reference": reference,
        "part": part_at(request.path_info),
    }
    return render(request, "portal/error.html", shown, status=status)


def bad_request(request: HttpRequest, exception: Exception | None = None) -> HttpResponse:
    """400: the form did not arrive whole or held too many files; or the site has another name.

    413 where what was typed is longer than is taken.
    """
    if isinstance(exception, DisallowedHost):
        sentence = gettext(
            "这个网站没有登记您用的网址，所以不能打开。请网站管理员把它加进 YANGGUANG_HOSTS。"
        )
        return _page(request, 400, gettext("网址没有登记"), sentence)
    if isinstance(exception, RequestDataTooBig):
        sentence = gettext("填写的文字太长，没有收下。请缩短一些，或者写成文件作为附件上传。")
        return _page(request, 413, gettext("文字太长，没有接收"), sentence)
    if isinstance(exception, TooManyFilesSent):
        sentence = gettext("一次选的文件超过了 %(files)d 份。请返回上一页，少选几份再提交。")
        sentence %= {"files": settings.UPLOAD_FILES}
        return _page(request, 400, gettext("文件太多，没有接收"), sentence)
    sentence = gettext("您提交的内容没有完整传到，可能网络中断了。请返回上一页，再提交一次。")
    return _page(request, 400, gettext("提交的内容不完整"), sentence)


def forbidden(request: HttpRequest, exception: Exception | None = None) -> HttpResponse:
    """403."""
    said = str(exception) if isinstance(exception, PermissionDenied) else ""
    sentence = said or str(part_at(request.path_info).forbidden)
    return _page(request, 403, gettext("这一页不能打开"), sentence)


def form_expired(request: HttpRequest, reason: str = "") -> HttpResponse:
    """403 by Django's protection of forms: the cookie is gone or blocked.

    A form of several steps is shown again with what was typed.
    """
    again = shown_again(request)
    if again is not None:
        return again
    sentence = gettext(
        "为了防止别人冒用您的名义提交，页面要凭一个 Cookie 核对，这次没有核对上：可能页面开得太久，"
        "或者浏览器禁用了 Cookie。请返回上一页，刷新后再提交一次。"
    )
    return _page(request, 403, gettext("页面已过期，没有提交成功"), sentence)


def not_found(request: HttpRequest, exception: Exception | None = None) -> HttpResponse:
    """404: also for what belongs to another session or has been deleted."""
    said = getattr(exception, "sentence", "") or str(part_at(request.path_info).not_found)
    return _page(request, 404, gettext("没有找到这一页"), said)


def not_this_way(request: HttpRequest) -> HttpResponse:
    """405: an address that only takes what a form sends, opened by itself."""
    sentence = gettext(
        "这个网址只接收表单提交的内容，不能直接打开，也不能刷新。刚才提交成功的不用再提交；"
        "要接着办，请从下面重新打开。"
    )
    return _page(request, 405, gettext("这个网址不能直接打开"), sentence)


def destroyed(request: HttpRequest) -> HttpResponse:
    """410: the data of the case were erased, and what they sealed with them."""
    sentence = gettext(
        "这件申请办结以后，个人信息和内容已经按规定销毁，不能再看，也不能再补充。办理的经过仍然保留。"
    )
    return _page(request, 410, gettext("内容已经销毁"), sentence)


def locked(request: HttpRequest) -> HttpResponse:
    """503: the key under which something lies is not at hand, or it was altered."""
    sentence = gettext(
        "内容加密保存，服务器现在打不开：可能缺少当时的主密钥。请联系网站管理员检查主密钥以后再试。"
    )
    return _page(request, 503, gettext("内容暂时打不开"), sentence)


def too_large(request: HttpRequest, announced: int) -> HttpResponse:
    """413: more than may come at once."""
    sentence = too_large_sentence(settings.UPLOAD_FILE_BYTES, announced)
    if announced > settings.UPLOAD_REQUEST_BYTES > settings.UPLOAD_FILE_BYTES:
        together = gettext("一次提交的全部文件合计不能超过 %(limit)d MB。")
        sentence += together % {"limit": settings.UPLOAD_REQUEST_BYTES // MB}
    return _page(request, 413, gettext("文件太大，没有接收"), sentence)


def no_space(request: HttpRequest) -> HttpResponse:
    """503: the disk is full of other visitors' results."""
    sentence = gettext(
        "现在保存的结果太多，服务器没有地方放新的文件了。两小时不用的结果会自动清除，请过一会儿再试；"
        "您自己不再需要的结果，也请在“我的报告”里删除。"
    )
    response = _page(request, 503, gettext("暂时不能接收文件"), sentence)
    response["Retry-After"] = "600"
    return response


def disk_full(request: HttpRequest) -> HttpResponse:
    """503: there is no space left on the machine."""
    sentence = gettext(
        "服务器的磁盘满了，这一步没有办成，也没有留下一半。已经提交成功、拿到受理号的不受影响。"
        "请过一会儿返回上一页再试；急用的话，请打电话给机关，并把下面的编号告诉网站管理员。"
    )
    return _once_more(request, gettext("服务器没有地方存了，没有办成"), sentence)


def out_of_order(request: HttpRequest) -> HttpResponse:
    """503: the database is gone, or too busy."""
    sentence = gettext(
        "网站现在连不上数据库，这一步没有办成，也没有留下一半。已经提交成功、拿到受理号的不受影响。"
        "请过几分钟返回上一页再试；还是不行，请把下面的编号告诉网站管理员。"
    )
    return _once_more(request, gettext("暂时不能办理"), sentence)


def _once_more(request: HttpRequest, heading: str, sentence: str) -> HttpResponse:
    reference = getattr(request, "reference", "")
    response = _page(request, 503, heading, sentence, reference)
    response["Retry-After"] = "120"
    return response


def too_often(request: HttpRequest) -> HttpResponse:
    """429: something was tried too often, by allauth's reckoning."""
    sentence = gettext("同一个地方试得太频繁了，为了安全先停一停。请过几分钟再试。")
    response = _page(request, 429, gettext("请稍等一会儿"), sentence)
    response["Retry-After"] = "300"
    return response


def busy(request: HttpRequest) -> HttpResponse:
    """503: too many are waiting for their files to be read."""
    sentence = gettext("现在排队的人很多，您的文件没有接收。请过几分钟再上传一次。")
    response = _page(request, 503, gettext("排队的人太多"), sentence)
    response["Retry-After"] = "120"
    return response


def crowded(request: HttpRequest) -> HttpResponse:
    """503: too many want something written or compared."""
    sentence = gettext("现在要写、要比的报告太多，您的还没有轮到。请过一会儿再试一次。")
    response = _page(request, 503, gettext("现在人很多"), sentence)
    response["Retry-After"] = "60"
    return response


def not_compared(request: HttpRequest) -> HttpResponse:
    """503: the comparison took too much."""
    sentence = gettext(
        "比较这两份报告用的时间或内存超过了限度，已经停下。请确认两份文件都只有年度报告正文，再试一次。"
    )
    return _page(request, 503, gettext("没有比成"), sentence)


def failed(request: HttpRequest) -> HttpResponse:
    """500, or 503 where the machine is the cause: with the number under which the log has it."""
    match cause_of(sys.exc_info()[1]):
        case Cause.DISK:
            return disk_full(request)
        case Cause.DATABASE:
            return out_of_order(request)
    sentence = gettext(
        "这是我们的问题，不是您的操作有误。请稍后再试；如果还是这样，请把下面的编号告诉网站管理员。"
    )
    heading = gettext("出了意外，这一步没有完成")
    return _page(request, 500, heading, sentence, getattr(request, "reference", ""))

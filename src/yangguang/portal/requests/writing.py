"""What an applicant writes freely on a page of a request, and what is wrong with it."""

from django.http import HttpRequest

from yangguang.inforequests.application import too_long


def written(request: HttpRequest) -> str:
    """The words that came with the page, as they are kept."""
    return plain(request.POST.get("words", "")).strip()


def plain(words: str) -> str:
    """Words as a browser sends them, with the line ends that are kept and no zero bytes."""
    return words.replace("\0", "").replace("\r\n", "\n")


def mistake(words: str, missing: str) -> str:
    """What is wrong with words, in a sentence: `missing`, or that they are too many; or empty."""
    return too_long(words) if words else missing

"""Messages to people with accounts: one to someone, or one each to many."""

import smtplib
from collections.abc import Callable, Iterable

from django.core.mail import EmailMessage, get_connection
from django.core.mail.backends.base import BaseEmailBackend


class NotSent(Exception):
    """A message could not be sent. Quotes neither the address nor the server's answer."""


class NoSuchAddress(NotSent):
    """The server does not take the address."""


def send(address: str, subject: str, body: str) -> None:
    """Send it now. Raises NotSent."""
    try:
        EmailMessage(subject=subject, body=body, to=[address]).send()
    except (smtplib.SMTPRecipientsRefused, ValueError):
        raise NoSuchAddress from None
    except (OSError, smtplib.SMTPException):
        raise NotSent from None


def send_each(messages: Iterable[tuple[EmailMessage, Callable[[], None]]]) -> int:
    """Send one after the other; what goes with a message is called when it is done with.

    How many addresses the server refused: they count as done with. Raises NotSent where the server
    is away or took a message from nobody's fault of the reader: these are not done with.
    """
    refused = failed = 0
    connection = get_connection()
    try:
        connection.open()
        for message, done in messages:
            match _sent(message, connection):
                case "failed":
                    failed += 1
                    continue
                case "refused":
                    refused += 1
            done()
    except OSError:  # the server is away: the others need not be tried
        raise NotSent from None
    finally:
        connection.close()
    if failed:
        raise NotSent
    return refused


def _sent(message: EmailMessage, connection: BaseEmailBackend) -> str:
    """Empty where it was sent. Raises OSError where no other can be sent either."""
    message.connection = connection
    try:
        message.send()
    except (smtplib.SMTPRecipientsRefused, ValueError):
        return "refused"
    except smtplib.SMTPResponseException:
        return "failed"
    return ""

"""A message to someone with an account."""

import smtplib

from django.core.mail import EmailMessage


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

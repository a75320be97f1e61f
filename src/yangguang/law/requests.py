"""What the law counts a disclosure request as: who asked, and how it ended.

Source: the form of the annual report, Table 3 (国办公开办函〔2021〕30号; the 2019 edition,
国办公开办函〔2019〕60号, has the same rows but one for （六）其他处理).
"""

from enum import StrEnum


class ApplicantKind(StrEnum):
    """申请人: the six kinds by which Table 3 counts applicants."""

    NATURAL_PERSON = "natural_person"
    BUSINESS = "business"
    RESEARCH = "research"
    PUBLIC_INTEREST = "public_interest"
    LEGAL_SERVICES = "legal_services"
    OTHER = "other"


class RequestRow(StrEnum):
    """The rows of Table 3, in print order; every disposition is counted in exactly one."""

    NEW = "new"
    CARRIED_OVER = "carried_over"
    GRANTED = "granted"
    PARTIALLY_GRANTED = "partially_granted"
    DENIED_STATE_SECRET = "denied.state_secret"
    DENIED_PROHIBITED_BY_LAW = "denied.prohibited_by_law"
    DENIED_ENDANGERS_SECURITY = "denied.endangers_security"
    DENIED_THIRD_PARTY_RIGHTS = "denied.third_party_rights"
    DENIED_INTERNAL_AFFAIRS = "denied.internal_affairs"
    DENIED_PROCESS_INFORMATION = "denied.process_information"
    DENIED_ENFORCEMENT_FILES = "denied.enforcement_files"
    DENIED_ADMINISTRATIVE_INQUIRY = "denied.administrative_inquiry"
    UNABLE_NOT_HELD = "unable.not_held"
    UNABLE_NEEDS_CREATION = "unable.needs_creation"
    UNABLE_UNCLEAR_AFTER_CORRECTION = "unable.unclear_after_correction"
    UNPROCESSED_PETITION = "unprocessed.petition"
    UNPROCESSED_REPEATED = "unprocessed.repeated"
    UNPROCESSED_PUBLICATION = "unprocessed.publication"
    UNPROCESSED_EXCESSIVE = "unprocessed.excessive"
    UNPROCESSED_REISSUE = "unprocessed.reissue"
    OTHER_UNCORRECTED = "other.uncorrected"
    OTHER_UNPAID = "other.unpaid"
    OTHER_OTHER = "other.other"
    TOTAL = "total"
    CARRIED_FORWARD = "carried_forward"

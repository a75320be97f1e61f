"""Agencies: where they stand, how their disclosure office is reached, by which rules they work."""

from datetime import date
from enum import StrEnum
from typing import Final

from django.core.exceptions import ValidationError
from django.core.validators import RegexValidator
from django.db import models
from django.utils.translation import gettext_lazy as _

from yangguang.law import periods, reexamination
from yangguang.law.receipt import Confirmation


class Region(models.Model):
    """An administrative division (行政区划), by its code of GB/T 2260."""

    code = models.CharField(
        max_length=12,
        unique=True,
        validators=[RegexValidator(r"^\d{6}(\d{6})?$", _("行政区划代码是 6 位或 12 位数字。"))],
    )
    name = models.CharField(max_length=60)
    parent = models.ForeignKey(
        "self", null=True, blank=True, on_delete=models.PROTECT, related_name="parts"
    )

    class Meta:
        ordering = ("code",)

    def __str__(self) -> str:
        return self.name


class AgencyKind(StrEnum):
    """What an agency is, as far as the duties of disclosure differ."""

    GOVERNMENT = "government"
    GOVERNMENT_OFFICE = "government_office"
    DEPARTMENT = "department"
    TOWN = "town"
    PUBLIC_ENTERPRISE = "public_enterprise"


KIND_NAMES: Final = {
    AgencyKind.GOVERNMENT: _("人民政府"),
    AgencyKind.GOVERNMENT_OFFICE: _("政府办公室"),
    AgencyKind.DEPARTMENT: _("政府部门"),
    AgencyKind.TOWN: _("乡镇人民政府、街道办事处"),
    AgencyKind.PUBLIC_ENTERPRISE: _("公共企事业单位"),
}


class AgencyLevel(StrEnum):
    """At which level of the state an agency stands; a vice-provincial city is a city here."""

    STATE = "state"
    PROVINCE = "province"
    CITY = "city"
    COUNTY = "county"
    TOWN = "town"


LEVEL_NAMES: Final = {
    AgencyLevel.STATE: _("国家级"),
    AgencyLevel.PROVINCE: _("省级"),
    AgencyLevel.CITY: _("市级"),
    AgencyLevel.COUNTY: _("县级"),
    AgencyLevel.TOWN: _("乡级"),
}


class Agency(models.Model):
    """An agency in the tree; `parent` is the agency it belongs under.

    `supervising` is the supervising office of its disclosure work (政府信息公开工作主管部门),
    None for the office that supervises the others. `letter_code` is its code in the numbers of its
    letters (机关代字).
    """

    slug = models.SlugField(max_length=40, unique=True)
    name = models.CharField(max_length=100, unique=True)
    short_name = models.CharField(max_length=30)
    letter_code = models.CharField(max_length=12, unique=True)
    kind = models.CharField(max_length=20, choices=list(KIND_NAMES.items()))
    level = models.CharField(max_length=10, choices=list(LEVEL_NAMES.items()))
    region = models.ForeignKey(Region, on_delete=models.PROTECT, related_name="agencies")
    parent = models.ForeignKey(
        "self", null=True, blank=True, on_delete=models.PROTECT, related_name="below"
    )
    supervising = models.ForeignKey(
        "self", null=True, blank=True, on_delete=models.PROTECT, related_name="supervised"
    )

    class Meta:
        ordering = ("region__code", "slug")
        verbose_name = _("机关")

    def __str__(self) -> str:
        return self.name

    @property
    def takes_requests(self) -> bool:
        """Whether one can ask it for information: public enterprises cannot be asked (Art. 55)."""
        return self.kind != AgencyKind.PUBLIC_ENTERPRISE


class DisclosureOffice(models.Model):
    """How an agency's disclosure office is reached, as its guide must say (Art. 12)."""

    agency = models.OneToOneField(
        Agency, primary_key=True, on_delete=models.PROTECT, related_name="office"
    )
    name = models.CharField(max_length=100)
    address = models.CharField(max_length=200)
    postcode = models.CharField(max_length=6, blank=True)
    hours = models.CharField(max_length=100)
    phone = models.CharField(max_length=40)
    fax = models.CharField(max_length=40, blank=True)
    email = models.EmailField(blank=True)

    def __str__(self) -> str:
        return self.name


class ContestPlaces(models.Model):
    """Where an agency's answers are contested from a day on: review organ, court (Art. 51)."""

    agency = models.ForeignKey(Agency, on_delete=models.PROTECT, related_name="contest_places")
    since = models.DateField()
    review_organ = models.CharField(max_length=100, blank=True)
    court = models.CharField(max_length=100, blank=True)

    class Meta:
        ordering = ("-since",)
        constraints = (
            models.UniqueConstraint(
                fields=("agency", "since"),
                name="one_place_to_contest_a_day",
                violation_error_message=_(
                    "这一天起的复议机关和管辖法院已经填过，请修改原来那一条。"
                ),
            ),
        )

    def __str__(self) -> str:
        return f"{self.review_organ} · {self.court}"


def _require_month_and_day(written: str) -> None:
    try:
        date.fromisoformat(f"2025-{written}")  # not a leap year: 29 February is no yearly day
    except ValueError:
        raise ValidationError(_("写成月-日，例如 01-31、03-15。")) from None


class Rules(models.Model):
    """What the law leaves to each agency.

    `correction_days`: working days that a correction notice gives (Art. 30: "reasonable").
    `confirmation`: how what comes by network counts as confirmed (Art. 31). `distinct_persons`: how
    many persons an approval needs at least. `reexamination_months`: after how long it is looked at
    anew what was withheld (Art. 18: "periodically"). `anew_days`: working days to answer anew where
    the decision that orders it states none. `payment`: how the processing fee is paid
    (account, counter, link), as a notice of the fee says it. `asked_by_many`: from how many
    applicants on the same thing counts as asked by many: then publishing it is suggested (Art. 44).
    `report_due`: month and day (MM-DD) by which a town's annual report is due, as local notice says
    (Art. 49 names none); empty where there is none.
    """

    agency = models.OneToOneField(
        Agency, primary_key=True, on_delete=models.PROTECT, related_name="rules"
    )
    correction_days = models.PositiveSmallIntegerField(default=periods.CORRECTION)
    confirmation = models.CharField(
        max_length=10,
        choices=[(one.value, one.value) for one in Confirmation],
        default=Confirmation.RECEIPT.value,
    )
    distinct_persons = models.PositiveSmallIntegerField(default=3)
    reexamination_months = models.PositiveSmallIntegerField(default=reexamination.MONTHS)
    anew_days = models.PositiveSmallIntegerField(default=periods.ANSWER_ANEW)
    payment = models.CharField(max_length=300, blank=True)
    asked_by_many = models.PositiveSmallIntegerField(default=3)
    report_due = models.CharField(max_length=5, blank=True, validators=[_require_month_and_day])

    class Meta:
        constraints = (
            models.CheckConstraint(
                condition=models.Q(distinct_persons__gte=2),
                name="approval_takes_two_persons_at_least",
                violation_error_message=_("一份文件至少要由两个不同的人审批。"),
            ),
            models.CheckConstraint(
                condition=models.Q(correction_days__gte=1),
                name="a_correction_takes_a_day_at_least",
                violation_error_message=_("补正期限至少为 1 个工作日。"),
            ),
            models.CheckConstraint(
                condition=models.Q(reexamination_months__gte=1),
                name="what_is_withheld_rests_a_month_at_least",
                violation_error_message=_("定期复查的间隔至少为 1 个月。"),
            ),
            models.CheckConstraint(
                condition=models.Q(anew_days__gte=1),
                name="answering_anew_takes_a_day_at_least",
                violation_error_message=_("重新答复的期限至少为 1 个工作日。"),
            ),
            models.CheckConstraint(
                condition=models.Q(asked_by_many__gte=2),
                name="many_are_two_at_least",
                violation_error_message=_("多人申请至少是两个人。"),
            ),
        )

    def __str__(self) -> str:
        return str(self.agency)

"""People, the posts they hold, and who stands in for whom."""

from enum import StrEnum
from typing import Any, ClassVar, Final

from django.contrib.auth.base_user import AbstractBaseUser, BaseUserManager
from django.db import models
from django.utils.translation import gettext_lazy as _

from yangguang.agencies.models.agency import Agency


class PersonManager(BaseUserManager["Person"]):
    """Makes people; there are no superusers: an administrator is a post."""

    def create_user(self, username: str, password: str | None = None, **fields: Any) -> "Person":
        """A person who can sign in; without a password, only by another door."""
        person = self.model(username=self.model.normalize_username(username), **fields)
        person.set_password(password)
        person.save(using=self._db)
        return person


class Person(AbstractBaseUser):
    """Someone with an account: a citizen who keeps requests together, or staff by their posts."""

    username = models.CharField(max_length=60, unique=True)
    name = models.CharField(max_length=60, blank=True)
    email = models.EmailField(blank=True)
    is_active = models.BooleanField(default=True)
    joined_at = models.DateTimeField(auto_now_add=True)

    objects = PersonManager()

    USERNAME_FIELD = "username"
    EMAIL_FIELD = "email"
    REQUIRED_FIELDS: ClassVar[list[str]] = []

    class Meta:
        verbose_name = _("人员")

    def __str__(self) -> str:
        return self.name or self.username


class Role(StrEnum):
    """The posts of disclosure work."""

    HANDLER = "handler"
    SECTION_HEAD = "section_head"
    DISCLOSURE_HEAD = "disclosure_head"
    LEADER = "leader"
    SECRECY_REVIEWER = "secrecy_reviewer"
    SUPERVISOR = "supervisor"
    ADMINISTRATOR = "administrator"


ROLE_NAMES: Final = {
    Role.HANDLER: _("承办人"),
    Role.SECTION_HEAD: _("科室负责人"),
    Role.DISCLOSURE_HEAD: _("公开办负责人"),
    Role.LEADER: _("分管领导"),
    Role.SECRECY_REVIEWER: _("保密审查人"),
    Role.SUPERVISOR: _("主管部门监督员"),
    Role.ADMINISTRATOR: _("系统管理员"),
}


class Post(models.Model):
    """A person in a role at an agency, from a day to a day (`until` is its last; none: open)."""

    person = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="posts")
    agency = models.ForeignKey(Agency, on_delete=models.PROTECT, related_name="posts")
    role = models.CharField(max_length=20, choices=list(ROLE_NAMES.items()))
    since = models.DateField()
    until = models.DateField(null=True, blank=True)

    class Meta:
        ordering = ("agency", "role", "since")
        constraints = (
            models.CheckConstraint(
                condition=models.Q(until__isnull=True) | models.Q(until__gte=models.F("since")),
                name="a_post_ends_after_it_begins",
                violation_error_message=_("结束日期不能早于开始日期。"),
            ),
        )

    def __str__(self) -> str:
        return f"{self.agency.short_name} {self.get_role_display()}"


class Delegation(models.Model):
    """A post that another person fills for a while (AB岗); both are accountable, and both named."""

    post = models.ForeignKey(Post, on_delete=models.PROTECT, related_name="delegations")
    to = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="stands_in")
    since = models.DateField()
    until = models.DateField()
    reason = models.CharField(max_length=100)

    class Meta:
        ordering = ("since",)
        constraints = (
            models.CheckConstraint(
                condition=models.Q(until__gte=models.F("since")),
                name="a_delegation_ends_after_it_begins",
                violation_error_message=_("代理的结束日期不能早于开始日期。"),
            ),
        )

    def __str__(self) -> str:
        return f"{self.post} → {self.to}"

"""A small invented city for tests: agencies, people in their posts, and requests."""

from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from datetime import date, timedelta

from yangguang.agencies.capabilities import Capability, Standing, standing
from yangguang.agencies.models import (
    Agency,
    AgencyKind,
    AgencyLevel,
    ContestPlaces,
    DisclosureOffice,
    Person,
    Post,
    Region,
    Role,
    Rules,
)
from yangguang.casework import erasure, moment
from yangguang.casework.attachments import Upload
from yangguang.casework.models import Case
from yangguang.casework.personal import Particulars
from yangguang.inforequests import composing
from yangguang.inforequests.actions import letters
from yangguang.inforequests.actions.receive import Acknowledged, submit
from yangguang.inforequests.application import Application
from yangguang.inforequests.events import LetterKind
from yangguang.inforequests.evidence import OBJECTED, Objected, Particular, Shape
from yangguang.inforequests.moves import plan
from yangguang.law.dispositions import Disposition
from yangguang.law.erasure import Basis
from yangguang.law.requests import ApplicantKind

ID_CARD = "11010519491231002X"
"""The example of GB 11643-1999; nobody's number."""

LONG_AGO = date(2020, 1, 1)


def agency(
    slug: str = "jiaotong",
    name: str = "青岚市交通运输局",
    kind: AgencyKind = AgencyKind.DEPARTMENT,
    parent: Agency | None = None,
    supervising: Agency | None = None,
) -> Agency:
    """An agency with its office, its rules and the places where its answers are contested."""
    region, _ = Region.objects.get_or_create(code="990100", defaults={"name": "青岚市"})
    made = Agency.objects.create(
        slug=slug,
        name=name,
        short_name=name.removeprefix("青岚市"),
        letter_code=slug,
        kind=kind,
        level=AgencyLevel.CITY,
        region=region,
        parent=parent,
        supervising=supervising,
    )
    Rules.objects.create(agency=made)
    DisclosureOffice.objects.create(
        agency=made,
        name=f"{name}办公室",
        address="青岚市长宁路 1 号",
        hours="工作日 9:00—17:00",
        phone="0000-1234567",
    )
    ContestPlaces.objects.create(
        agency=made,
        since=LONG_AGO,
        review_organ="青岚市人民政府",
        court="青岚市中级人民法院",
    )
    return made


def person(name: str, role: Role | None = None, at: Agency | None = None) -> Person:
    """A person; with a role and an agency, in that post."""
    made = Person.objects.create_user(username=f"staff-{Person.objects.count() + 1}", name=name)
    if role and at:
        Post.objects.create(person=made, agency=at, role=role, since=LONG_AGO)
    return made


def may(someone: Person) -> Standing:
    """What a person may do today."""
    return standing(someone, moment.today())


@dataclass(frozen=True)
class Office:
    """An agency with one person in each post of disclosure work."""

    agency: Agency
    handler: Person
    section_head: Person
    disclosure_head: Person
    leader: Person
    reviewer: Person

    def approvers(
        self, kind: LetterKind = LetterKind.ANSWER, disposition: Disposition = Disposition.PROVIDED
    ) -> tuple[Person, ...]:
        """Who approves a letter, level by level."""
        holders = {
            Capability.APPROVE_FIRST: self.section_head,
            Capability.APPROVE_SECOND: self.disclosure_head,
            Capability.APPROVE_EXTENSION: self.disclosure_head,
            Capability.REVIEW_SECRECY: self.reviewer,
            Capability.APPROVE_FINAL: self.leader,
        }
        return tuple(holders[level] for level in plan(kind, disposition))


def office(**facts) -> Office:
    """An agency, staffed; `facts` as in `agency`."""
    made = agency(**facts)
    return Office(
        made,
        person("李承办", Role.HANDLER, made),
        person("王科长", Role.SECTION_HEAD, made),
        person("赵主任", Role.DISCLOSURE_HEAD, made),
        person("钱局长", Role.LEADER, made),
        person("孙审查", Role.SECRECY_REVIEWER, made),
    )


APPLICATION = Application(
    applicant_kind=ApplicantKind.NATURAL_PERSON,
    applicant=Particulars(
        name="林晓", paper_number=ID_CARD, phone="13800000000", address="青岚市和平路 2 号"
    ),
    wanted="2025 年长宁路改造工程的招标文件",
)
"""A complete request of a natural person."""


@dataclass
class _Tokens:
    given: int = field(default=0)

    def fresh(self) -> str:
        self.given += 1
        return f"token {self.given}"


_TOKENS = _Tokens()


def request_at(
    at: Agency, uploads: Sequence[Upload] = (), token: str = "", **changes
) -> Acknowledged:
    """A request by the portal; `changes` to APPLICATION."""
    return submit(at, replace(APPLICATION, **changes), uploads, token or _TOKENS.fresh())


def ends_as(disposition: Disposition) -> letters.Terms:
    """The terms of an answer, with everything stated that the disposition rests on."""
    asked = composing.particulars(LetterKind.ANSWER, disposition)
    return letters.Terms(disposition, facts={one.name: _stated(one) for one in asked})


def ends_partly(objected: Objected | None = None) -> letters.Terms:
    """The terms of a partial answer; with what it does with what others object to, if said."""
    terms = ends_as(Disposition.PARTLY_PROVIDED)
    said = {OBJECTED.name: objected} if objected else {}
    return replace(terms, facts={**terms.facts, **said})


def _stated(one: Particular) -> str:
    match one.shape:
        case Shape.DAY:
            return LONG_AGO.isoformat()
        case Shape.CHOICE:
            return one.choices[0][0]
    return f"{one.label}：有"


def asks(name: str, **terms) -> letters.Terms:
    """The terms of a letter that asks a third party, or another organ, of that name."""
    whom = Particulars(name=name, phone="13700000000", address="青岚市云山路 3 号")
    return letters.Terms(whom=whom, facts={"concerned": "投标文件中的报价部分"}, **terms)


def tells(asked: int) -> letters.Terms:
    """The terms of the notice to the third party that was asked by that letter (its id)."""
    facts = {"content": "报价总额", "reason": "关系到工程的公共安全"}
    return letters.Terms(Disposition.PROVIDED, asked=asked, facts=facts)


def destroy(case: Case) -> None:
    """What is held of persons is destroyed, when an answer can be contested no more."""
    with moment.standing_at(moment.now() + timedelta(days=200)):
        erasure.erase_at_the_machine(case, Basis.PERIOD_OVER)

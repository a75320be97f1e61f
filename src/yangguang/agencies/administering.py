"""Whose accounts an administrator looks after: who has a post at their agencies and nowhere else.

An account opens all that its person may do. Who holds a post elsewhere too is for the operator, for
an administrator here has no business there; a citizen's account is nobody's but their own.
"""

from datetime import date

from django.db.models import Q, QuerySet

from yangguang.agencies.capabilities import Capability, Standing
from yangguang.agencies.models import Person, Post


def administered(people: Standing, on: date) -> QuerySet[Person]:
    """The people whose accounts may be opened anew or signed out by `people` on a day."""
    theirs = people.agencies(Capability.ADMINISTER)
    not_over = Post.objects.filter(Q(until__isnull=True) | Q(until__gte=on))
    here = not_over.filter(agency__in=theirs).values("person")
    elsewhere = not_over.exclude(agency__in=theirs).values("person")
    found = Person.objects.filter(pk__in=here, is_active=True).exclude(pk__in=elsewhere)
    if people.person is not None:
        found = found.exclude(pk=people.person.pk)  # who changes their own does so as everyone
    return found.order_by("name", "pk")

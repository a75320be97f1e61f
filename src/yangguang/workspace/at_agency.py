"""The agency at which something is registered: asked for where there are several."""

from typing import Any

from django import forms
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy as lazy

from yangguang.agencies.capabilities import Capability, Standing
from yangguang.agencies.models import Agency
from yangguang.workspace import fields


class AtAgency(fields.Filled):
    """A form of what an agency received; the agencies are those where one may register."""

    agency = forms.TypedChoiceField(label=lazy("机关"), coerce=int, widget=forms.RadioSelect)

    def __init__(self, people: Standing, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        every = Agency.objects.filter(pk__in=people.agencies(Capability.REGISTER))
        self.agencies = {one.pk: one for one in every if one.takes_requests}
        self.fields["agency"].choices = [(one.pk, one.name) for one in self.agencies.values()]
        self.fields["agency"].error_messages["required"] = _("请选择机关。")
        if len(self.agencies) == 1:
            del self.fields["agency"]

    @property
    def at(self) -> Agency:
        """The agency that received it."""
        chosen = self.cleaned_data.get("agency")
        return self.agencies[chosen] if chosen else next(iter(self.agencies.values()))

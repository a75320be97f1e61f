"""What is checked: every rule with its basis."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from yangguang.annual_report.checking import RULES, Rule
from yangguang.annual_report.form import FORMS
from yangguang.portal.access import PUBLIC, access
from yangguang.portal.findings import SEVERITY_WORDS


@access(PUBLIC)
@require_safe
def rules(request: HttpRequest) -> HttpResponse:
    """The rules by severity."""
    groups = [
        (severity, word, [_described(rule) for rule in RULES if rule.severity is severity])
        for severity, word in SEVERITY_WORDS.items()
    ]
    shown = {"groups": [group for group in groups if group[2]], "count": len(RULES)}
    return render(request, "portal/rules.html", shown)


def _described(rule: Rule) -> dict[str, str]:
    """A rule's title and its basis; what depends on the report's year names every circular."""
    circulars = "、".join(form.circular for form in FORMS.values())
    return {"title": rule.title, "basis": rule.basis.format(circular=circulars)}

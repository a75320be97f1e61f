"""What is checked: every rule with its basis."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from yangguang.annual_report.checking import RULES
from yangguang.portal.access import PUBLIC, access
from yangguang.portal.findings import SEVERITY_WORDS


@access(PUBLIC)
@require_safe
def rules(request: HttpRequest) -> HttpResponse:
    """The rules by severity."""
    groups = [
        (severity, word, [rule for rule in RULES if rule.severity is severity])
        for severity, word in SEVERITY_WORDS.items()
    ]
    shown = {"groups": [group for group in groups if group[2]], "count": len(RULES)}
    return render(request, "portal/rules.html", shown)

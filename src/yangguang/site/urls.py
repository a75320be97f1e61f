"""Where everything is."""

from django.urls import include, path

from yangguang.site.health import health, ready

urlpatterns = [
    path("", include("yangguang.portal.urls")),
    path("account/", include("yangguang.signin.urls")),
    path("workspace/", include("yangguang.workspace.urls")),
    path("healthz", health, name="health"),
    path("readyz", ready, name="ready"),
]
handler400 = "yangguang.portal.views.errors.bad_request"
handler403 = "yangguang.portal.views.errors.forbidden"
handler404 = "yangguang.portal.views.errors.not_found"
handler429 = "yangguang.portal.views.errors.too_often"
"""Called by allauth where something was tried too often."""
handler500 = "yangguang.portal.views.errors.failed"

"""Where everything is."""

from django.urls import include, path

from yangguang.site.health import health

urlpatterns = [
    path("", include("yangguang.portal.urls")),
    path("healthz", health, name="health"),
]
handler400 = "yangguang.portal.views.errors.bad_request"
handler403 = "yangguang.portal.views.errors.forbidden"
handler404 = "yangguang.portal.views.errors.not_found"
handler500 = "yangguang.portal.views.errors.failed"

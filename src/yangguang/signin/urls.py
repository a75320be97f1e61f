"""The door's addresses: allauth's views, each with who may open it, and no other door."""

from allauth.account import views as account
from allauth.mfa.base import views as mfa
from allauth.mfa.recovery_codes import views as recovery
from allauth.mfa.totp import views as totp
from allauth.socialaccount import views as others
from allauth.socialaccount.providers.openid_connect import views as openid
from django.urls import URLPattern, path, re_path

from yangguang.agencies.access import PUBLIC, SIGNED_IN, View, access
from yangguang.signin import address_views, invitation, provider, session_views, views


def _anyone(address: str, view: View, name: str) -> URLPattern:
    return path(address, access(PUBLIC)(view), name=name)


def _own(address: str, view: View, name: str) -> URLPattern:
    return path(address, access(SIGNED_IN)(view), name=name)


urlpatterns = [
    _own("", views.account, "account"),
    _own("arrived", views.arrived, "arrived"),
    _own("address/", address_views.new_address, "account-address"),
    _own("address/code/", address_views.address_code, "account-address-code"),
    _own("sessions/", session_views.own_sessions, "account-sessions"),
    _own("sessions/end/", session_views.end_session, "account-session-end"),
    _own("sessions/end-others/", session_views.end_others, "account-sessions-end-others"),
    path("first-password/", invitation.choose, name="first-password-choose"),
    path("first-password/<str:token>/", invitation.take, name="first-password"),
    _anyone("login/", account.login, "account_login"),
    _anyone("logout/", account.logout, "account_logout"),
    _anyone("signup/", account.signup, "account_signup"),
    _anyone("inactive/", account.account_inactive, "account_inactive"),
    _own("reauthenticate/", account.reauthenticate, "account_reauthenticate"),
    _own("password/change/", account.password_change, "account_change_password"),
    _own("password/set/", account.password_set, "account_set_password"),
    _anyone("password/reset/", account.password_reset, "account_reset_password"),
    _anyone("password/reset/done/", account.password_reset_done, "account_reset_password_done"),
    re_path(
        r"^password/reset/key/(?P<uidb36>[0-9A-Za-z]+)-(?P<key>.+)/$",
        access(PUBLIC)(account.password_reset_from_key),
        name="account_reset_password_from_key",
    ),
    _anyone(
        "password/reset/key/done/",
        account.password_reset_from_key_done,
        "account_reset_password_from_key_done",
    ),
    _own("2fa/", mfa.index, "mfa_index"),
    _anyone("2fa/authenticate/", views.authenticate, "mfa_authenticate"),
    _own("2fa/reauthenticate/", mfa.reauthenticate, "mfa_reauthenticate"),
    _own("2fa/totp/activate/", views.set_up, "mfa_activate_totp"),
    _own("2fa/totp/deactivate/", totp.deactivate_totp, "mfa_deactivate_totp"),
    _own("2fa/recovery-codes/", recovery.view_recovery_codes, "mfa_view_recovery_codes"),
    _own(
        "2fa/recovery-codes/generate/",
        recovery.generate_recovery_codes,
        "mfa_generate_recovery_codes",
    ),
    _own(
        "2fa/recovery-codes/download/",
        recovery.download_recovery_codes,
        "mfa_download_recovery_codes",
    ),
    _own("other/", others.connections, "socialaccount_connections"),
    _anyone("other/signup/", others.signup, "socialaccount_signup"),
    _anyone("other/cancelled/", others.login_cancelled, "socialaccount_login_cancelled"),
    _anyone("other/error/", others.login_error, "socialaccount_login_error"),
    _anyone("other/<slug:provider_id>/login/", openid.login, "openid_connect_login"),
    _anyone("other/<slug:provider_id>/callback/", provider.callback, "openid_connect_callback"),
]

"""The way back from the OpenID Connect provider: only from the one that the operator named.

What a provider says of itself names its issuer, by which ID tokens are told to be its. That issuer
is the address under which it was asked, or the answer is another's (OpenID Connect Discovery 1.0,
4.3).
"""

from typing import Any, Final

from allauth.socialaccount.helpers import render_authentication_error
from allauth.socialaccount.models import SocialApp
from allauth.socialaccount.providers.oauth2.client import OAuth2Error
from allauth.socialaccount.providers.oauth2.views import OAuth2CallbackView
from allauth.socialaccount.providers.openid_connect.views import OpenIDConnectOAuth2Adapter
from django.http import Http404, HttpRequest, HttpResponse

_WELL_KNOWN: Final = "/.well-known/"


class NamedProvider(OpenIDConnectOAuth2Adapter):
    """Talks to the provider, once it has said that it is the one."""

    @property
    def openid_config(self) -> dict[str, Any]:
        """What the provider says of itself. Raises OAuth2Error where it is another."""
        said: dict[str, Any] = super().openid_config
        named = self.get_provider().server_url.partition(_WELL_KNOWN)[0]
        if str(said.get("issuer", "")).rstrip("/") != named.rstrip("/"):
            raise OAuth2Error("the issuer is not the provider that was named")
        return said


def callback(request: HttpRequest, provider_id: str) -> HttpResponse:
    """Take in who comes back from the provider; a page says where that did not succeed."""
    adapter = NamedProvider(request, provider_id)
    try:
        answer: HttpResponse = OAuth2CallbackView.adapter_view(adapter)(request)
    except SocialApp.DoesNotExist:
        raise Http404 from None
    except OAuth2Error as fault:
        return render_authentication_error(request, adapter.get_provider(), exception=fault)
    return answer

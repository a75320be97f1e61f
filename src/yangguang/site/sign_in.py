"""The provider of sign-in beside our own, as the operator names it."""

from typing import Any, Final

PROVIDER: Final = "agency"
"""What the provider is called in addresses."""


def openid_providers(server: str, client: str, secret: str, name: str) -> dict[str, Any]:
    """allauth's settings for the OpenID Connect provider at `server`; none where it is empty."""
    if not server:
        return {}
    return {
        "openid_connect": {
            "OAUTH_PKCE_ENABLED": True,
            "APPS": [
                {
                    "provider_id": PROVIDER,
                    "name": name,
                    "client_id": client,
                    "secret": secret,
                    "settings": {"server_url": server},
                }
            ],
        }
    }

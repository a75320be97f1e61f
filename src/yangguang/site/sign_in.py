"""The provider of sign-in beside our own, as the operator names it."""

from collections.abc import Mapping
from typing import Any, Final

PROVIDER: Final = "agency"
"""What the provider is called in addresses."""


def openid_providers(environment: Mapping[str, str]) -> dict[str, Any]:
    """allauth's settings for the OpenID Connect provider in the environment; none without one."""
    server = environment.get("YANGGUANG_OIDC_SERVER", "")
    if not server:
        return {}
    return {
        "openid_connect": {
            "OAUTH_PKCE_ENABLED": True,
            "APPS": [
                {
                    "provider_id": PROVIDER,
                    "name": environment.get("YANGGUANG_OIDC_NAME", "统一身份认证"),
                    "client_id": environment.get("YANGGUANG_OIDC_CLIENT", ""),
                    "secret": environment.get("YANGGUANG_OIDC_SECRET", ""),
                    "settings": {"server_url": server},
                }
            ],
        }
    }

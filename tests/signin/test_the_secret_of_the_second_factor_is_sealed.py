from django.conf import settings
from django.test import override_settings

from tests import town
from tests.signing_in import with_authenticator
from yangguang.casework import rotation
from yangguang.signin.adapters import SecondFactors


def test_it_does_not_lie_in_the_open() -> None:
    person = town.person("李承办")

    secret = with_authenticator(person)

    kept = person.authenticator_set.get().data["secret"]
    assert secret not in kept
    assert SecondFactors().decrypt(kept) == secret


def test_after_a_change_of_the_master_key_it_opens_with_the_new_one_alone() -> None:
    person = town.person("李承办")
    secret = with_authenticator(person)

    with override_settings(MASTER_KEYS=["a new key", *settings.MASTER_KEYS]):
        rotation.rotate()

    with override_settings(MASTER_KEYS=["a new key"]):
        assert SecondFactors().decrypt(person.authenticator_set.get().data["secret"]) == secret

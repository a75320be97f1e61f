"""Settings of the site. What an operator may set is declared in `site/environment.py`."""

import os
import sys

from yangguang.site import environment, logs
from yangguang.site.database import database
from yangguang.site.kept_secrets import kept_secret
from yangguang.site.mail import mail
from yangguang.site.sign_in import openid_providers

_SET = environment.read(os.environ)
VAR = _SET.folder
SECRET_KEY = kept_secret(VAR, "secret-key", _SET.secret_key)
MASTER_KEYS = list(_SET.master_keys) or kept_secret(VAR, "master-key", "").split(",")
DEBUG = _SET.debug
ALLOWED_HOSTS = list(_SET.hosts)

INSTALLED_APPS = [
    "django.contrib.auth",
    "django.contrib.contenttypes",
    "django.contrib.messages",
    "django.contrib.staticfiles",
    "django_tasks",
    "django_tasks_db",
    "django.forms",
    "yangguang.agencies",
    "yangguang.casework",
    "yangguang.inforequests",
    "yangguang.reporting",
    "yangguang.demo",
    "yangguang.portal",
    "yangguang.signin",
    "yangguang.workspace",
    # After our rooms, whose templates come first.
    "allauth",
    "allauth.account",
    "allauth.mfa",
    "allauth.socialaccount",
    "allauth.socialaccount.providers.openid_connect",
]
MIDDLEWARE = [
    "yangguang.site.request_log.RequestLog",
    "yangguang.site.headers.SecurityHeaders",
    "django.middleware.security.SecurityMiddleware",
    "whitenoise.middleware.WhiteNoiseMiddleware",
    "django.contrib.sessions.middleware.SessionMiddleware",
    "yangguang.portal.uploads.RefuseTooMuch",
    "django.middleware.common.CommonMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
    "django.contrib.auth.middleware.AuthenticationMiddleware",
    "django.contrib.messages.middleware.MessageMiddleware",
    "allauth.account.middleware.AccountMiddleware",
    "yangguang.signin.second_factor.SecondFactor",
    "yangguang.portal.by_itself.ByItself",
    "yangguang.portal.sealed.Sealed",
]
ROOT_URLCONF = "yangguang.site.urls"
WSGI_APPLICATION = "yangguang.site.wsgi.application"
TEMPLATES = [
    {
        "BACKEND": "django.template.backends.django.DjangoTemplates",
        "APP_DIRS": True,
        "OPTIONS": {
            "context_processors": [
                "django.template.context_processors.request",
                "django.contrib.messages.context_processors.messages",
                "yangguang.portal.display.display",
                "yangguang.signin.context.people",
                "yangguang.demo.context.demo",
            ],
            "builtins": ["django.templatetags.i18n", "django.templatetags.static"],
        },
    }
]

DATABASES = {"default": database(_SET.database_url, VAR)}
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"
AUTH_USER_MODEL = "agencies.Person"
ATTACHMENTS_FOLDER = VAR / "attachments"
ANCHORS_FILE = VAR / "anchors.jsonl"
TICK_LOCK = VAR / "tick.lock"
SEAL_PORT = _SET.seal
SCANNER = _SET.clamd
SCANNER_DOWN = _SET.clamd_down
DRAFTS_BYTES = _SET.drafts_bytes
TRUSTED_PROXIES = _SET.proxies

# Jobs lie in the database: one that is put there in a transaction comes or goes with it.
TASKS = {"default": {"BACKEND": "django_tasks_db.DatabaseBackend"}}
globals().update(mail(_SET.mail, _SET.mail_from, VAR / "mail"))

LANGUAGE_CODE = "zh-hans"
USE_I18N = True
TIME_ZONE = "Asia/Shanghai"
USE_TZ = True

# Who has signed in has a session in the database; a visitor's is in the signed cookie, for pages of
# the public write nothing. Both end with the browser; who has signed in is signed out after so many
# hours, and after so many in which nothing was asked for (site/sessions.py).
SESSION_ENGINE = "yangguang.site.sessions"
SESSION_AGE_HOURS = 12
SESSION_IDLE_HOURS = 2
SESSION_COOKIE_AGE = SESSION_AGE_HOURS * 60 * 60
SESSION_KEPT_IN_COOKIE = frozenset({"room"})
MESSAGE_STORAGE = "django.contrib.messages.storage.session.SessionStorage"
HTTPS = _SET.https
# With the prefix a browser takes them over https from this host only, for all of it.
COOKIE_PREFIX = "__Host-" if HTTPS else ""
SESSION_COOKIE_NAME = f"{COOKIE_PREFIX}yangguang"
SESSION_COOKIE_HTTPONLY = True
SESSION_COOKIE_SAMESITE = "Lax"
SESSION_EXPIRE_AT_BROWSER_CLOSE = True
CSRF_COOKIE_NAME = f"{COOKIE_PREFIX}yangguang_form"
CSRF_COOKIE_HTTPONLY = True
CSRF_COOKIE_SAMESITE = "Lax"
CSRF_COOKIE_AGE = None
CSRF_FAILURE_VIEW = "yangguang.site.expired.form_expired"
SITE_NAME, SITE_CODE = _SET.site_name, _SET.site_code
SITE_ADDRESS = _SET.address or f"{'https' if HTTPS else 'http'}://{ALLOWED_HOSTS[0]}"
SESSION_COOKIE_SECURE = CSRF_COOKIE_SECURE = HTTPS
SECURE_HSTS_SECONDS = 31_536_000 if HTTPS else 0
SECURE_HSTS_INCLUDE_SUBDOMAINS = HTTPS
SECURE_PROXY_SSL_HEADER = ("HTTP_X_FORWARDED_PROTO", "https") if HTTPS else None

FORM_RENDERER = "yangguang.site.forms.Forms"

# What limits how often something may be tried is kept for all processes together.
CACHES = {
    "default": {
        "BACKEND": "django.core.cache.backends.db.DatabaseCache",
        "LOCATION": "cache",
        "OPTIONS": {"MAX_ENTRIES": 100_000},
    }
}

# The door (signin/): django-allauth, and nothing else.
AUTHENTICATION_BACKENDS = ["allauth.account.auth_backends.AuthenticationBackend"]
_USUAL = "django.contrib.auth.password_validation"
AUTH_PASSWORD_VALIDATORS = [
    {"NAME": name, "OPTIONS": options}
    for name, options in (
        (f"{_USUAL}.MinimumLengthValidator", {"min_length": 10}),
        (f"{_USUAL}.CommonPasswordValidator", {}),
        (
            f"{_USUAL}.UserAttributeSimilarityValidator",
            {"user_attributes": ("username", "name", "email")},
        ),
        ("yangguang.signin.passwords.NotTheUsualWords", {}),
        ("yangguang.signin.passwords.NotAWellKnownNumber", {}),
        ("yangguang.signin.breached.NotStolenElsewhere", {}),
    )
]
BREACHED_PASSWORDS = _SET.breached
PASSWORD_RESET_TIMEOUT = 60 * 60
LOGIN_URL = "account_login"
LOGIN_REDIRECT_URL = "arrived"
LOGOUT_REDIRECT_URL = "home"
ACCOUNT_ADAPTER = "yangguang.signin.adapters.Door"
ACCOUNT_LOGIN_METHODS = {"username"}
ACCOUNT_SIGNUP_FIELDS = ["username*", "email", "password1*", "password2*"]
ACCOUNT_UNIQUE_EMAIL = False  # who has an address is told to nobody
ACCOUNT_EMAIL_VERIFICATION = "none"
ACCOUNT_EMAIL_SUBJECT_PREFIX = ""
ACCOUNT_EMAIL_UNKNOWN_ACCOUNTS = False
ACCOUNT_SESSION_REMEMBER = False
ACCOUNT_LOGOUT_ON_PASSWORD_CHANGE = True
ACCOUNT_RATE_LIMITS = {"manage_email": "5/h/user"}  # codes sent to another address
ACCOUNT_FORMS = {"login": "yangguang.signin.forms.SignIn"}
ALLAUTH_TRUSTED_PROXY_COUNT = TRUSTED_PROXIES
MFA_ADAPTER = "yangguang.signin.adapters.SecondFactors"
MFA_FORMS = {
    "activate_totp": "yangguang.signin.forms.Activate",
    "authenticate": "yangguang.signin.forms.Authenticate",
    "reauthenticate": "yangguang.signin.forms.Again",
}
MFA_SUPPORTED_TYPES = ["totp", "recovery_codes"]
MFA_ALLOW_UNVERIFIED_EMAIL = True
MFA_TOTP_ISSUER = "阳光"
MFA_TOTP_TOLERANCE = 1  # clocks differ
SOCIALACCOUNT_ADAPTER = "yangguang.signin.adapters.OtherDoors"
SOCIALACCOUNT_PROVIDERS = openid_providers(
    _SET.oidc_server, _SET.oidc_client, _SET.oidc_secret, _SET.oidc_name
)

STATIC_URL = "/static/"
WHITENOISE_USE_FINDERS = True
WHITENOISE_AUTOREFRESH = DEBUG
WHITENOISE_MAX_AGE = (
    0  # browsers ask whether a file is still the same: no stale page after an update
)

# Uploads (portal/uploads.py, portal/rooms.py).
CHECKUPS_FOLDER = VAR / "checkups"
PACKAGES_FOLDER = VAR / "packages"
FILE_UPLOAD_TEMP_DIR = VAR / "incoming"
UPLOAD_FILE_BYTES = _SET.upload_bytes
UPLOAD_REQUEST_BYTES = 5 * UPLOAD_FILE_BYTES
UPLOAD_FILES = 50
FILE_UPLOAD_HANDLERS = ["yangguang.portal.uploads.PrivateFile"]
FILE_UPLOAD_PERMISSIONS = 0o600
DATA_UPLOAD_MAX_MEMORY_SIZE = 1_000_000
DATA_UPLOAD_MAX_NUMBER_FILES = UPLOAD_FILES
CHECKUPS_KEPT_SECONDS = 2 * 60 * 60
CHECKUPS_PER_SESSION = 200
CHECKUPS_SESSION_BYTES = 64_000_000  # a result is about 0.1 MB, with pictures of its pages 1 MB
PICTURES_BYTES = 8_000_000  # of one file's pages; a page takes about 0.1 MB
PICTURES_PAGES = 40
CHECKUPS_BYTES = _SET.checkups_bytes

LOG_AS_JSON = _SET.log == "json" or (_SET.log == "" and not sys.stderr.isatty())
LOGGING = logs.configuration(LOG_AS_JSON)

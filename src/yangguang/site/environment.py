"""What an operator may set, declared once: settings.py and `yangguang settings` follow from it.

Every variable NAME may also be given as NAME_FILE, the path of a file that holds the value: for
secrets of systemd and of containers. An empty value is none.

The site is in production where YANGGUANG_PRODUCTION is 1; where that is not set, as soon as it
travels by https or bears a name that other machines know. Then it does not start with a weakness.
"""

import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field, fields
from difflib import get_close_matches
from pathlib import Path
from typing import Any, Final

from yangguang.casework.scanning import Scanner, WhenDown
from yangguang.site import database, mail

PREFIX: Final = "YANGGUANG_"
OTHERS: Final = frozenset({"YANGGUANG_CORPUS", "YANGGUANG_SHARED", "YANGGUANG_TESTED_ON"})
"""Variables with our prefix that are not the site's: the corpus's, and those of the tests."""
MB: Final = 1_000_000

_FILE: Final = "_FILE"
_LOCAL: Final = ("localhost", "127.0.0.1", "[::1]")
_KEY_LENGTH: Final = 32
_KEY_VARIETY: Final = 10
_MAKE_A_KEY: Final = "可用 openssl rand -base64 48 生成"


class Unsuitable(ValueError):
    """The environment does not do; `problems` has a sentence for each reason."""

    def __init__(self, problems: list[str]) -> None:
        super().__init__("\n".join(problems))
        self.problems = problems


@dataclass(frozen=True, slots=True)
class Variable:
    """A variable of the environment.

    `parse` makes the value of the text, or raises ValueError with what the text must be, to be
    read after the variable's name. `default` is parsed where nothing is set; `instead` says in
    words what happens then. What is `secret` is never shown.
    """

    name: str
    meaning: str
    default: str
    parse: Callable[[str], Any]
    instead: str = ""
    secret: bool = False

    @property
    def shown_default(self) -> str:
        """What holds where nothing is set, for the reader."""
        return self.instead or self.default

    def text(self, given: Mapping[str, str]) -> str:
        """What is set, itself or in its file; "" where nothing is. Raises ValueError."""
        direct, path = given.get(self.name, ""), given.get(self.name + _FILE, "")
        if direct and path:
            raise ValueError(f"{self.name} 和 {self.name}{_FILE} 只能设一个，请去掉一个。")
        if not path:
            return direct
        try:
            return Path(path).read_text(encoding="utf-8").strip()
        except (OSError, UnicodeDecodeError):
            raise ValueError(f"{self.name}{_FILE} 所指的文件读不出，请检查路径和权限。") from None


def _text(text: str) -> str:
    return text


def _words(text: str) -> tuple[str, ...]:
    return tuple(word.strip() for word in text.split(",") if word.strip())


def _folder(text: str) -> Path:
    return Path(text).resolve()


def _switch(text: str) -> bool:
    if text not in ("", "0", "1"):
        raise ValueError("只能是 1（是）或 0（否）")
    return text == "1"


def _choice(text: str) -> bool | None:
    return None if text == "" else _switch(text)


def _count(text: str) -> int:
    if not (text.isascii() and text.isdigit()):
        raise ValueError("应当是不小于 0 的整数")
    return int(text)


def _megabytes(text: str) -> int:
    if not _count(text):
        raise ValueError("应当是大于 0 的整数")
    return int(text) * MB


def _address(text: str) -> str:
    if text and not re.fullmatch(r"https?://[^/\s]+", text):
        raise ValueError("应当像 https://www.example.gov.cn 这样，末尾不带斜线")
    return text


def _site_code(text: str) -> str:
    if text and not re.fullmatch(r"[0-9]{10}", text):
        raise ValueError("应当是 10 位数字")
    return text


def _log(text: str) -> str:
    if text not in ("", "json", "plain"):
        raise ValueError("只能是 json 或 plain")
    return text


def _list(text: str) -> Path | None:
    if text and not Path(text).is_file():
        raise ValueError("所指的文件不存在，请检查路径和权限")
    return Path(text).resolve() if text else None


def _when_down(text: str) -> WhenDown:
    if text not in list(WhenDown):
        raise ValueError("只能是 refuse 或 take")
    return WhenDown(text)


def _declared(name: str, default: str, parse: Callable[[str], Any], meaning: str, **more) -> Any:
    return field(metadata={"variable": Variable(name, meaning, default, parse, **more)})


@dataclass(frozen=True, slots=True)
class Environment:
    """What is set, each value in its type; sizes in bytes."""

    folder: Path = _declared(
        "YANGGUANG_VAR", "var", _folder, "数据文件夹：附件、锚、上传中的文件，SQLite 时还有数据库。"
    )
    production: bool | None = _declared(
        "YANGGUANG_PRODUCTION",
        "",
        _choice,
        "是否正式运行；正式运行时设置有弱点就不启动。",
        instead="设了 HTTPS，或 HOSTS 里有外面能用的名字，就是",
    )
    secret_key: str = _declared(
        "YANGGUANG_SECRET_KEY",
        "",
        _text,
        "签名 Cookie 的密钥；换了以后，所有人要重新登录。",
        instead="自动生成，存为数据文件夹里的 secret-key",
        secret=True,
    )
    master_keys: tuple[str, ...] = _declared(
        "YANGGUANG_MASTER_KEY",
        "",
        _words,
        "保管个人信息的主密钥，丢了就再也打不开；更换时新的写在前、旧的在后，用逗号隔开，"
        "再运行 yangguang rotate-keys。",
        instead="自动生成，存为数据文件夹里的 master-key",
        secret=True,
    )
    hosts: tuple[str, ...] = _declared(
        "YANGGUANG_HOSTS", ",".join(_LOCAL), _words, "网站的名字（域名），用逗号隔开。"
    )
    address: str = _declared(
        "YANGGUANG_ADDRESS",
        "",
        _address,
        "网站的网址，写在邮件、订阅和网页标签里：https://名字，末尾不带斜线。",
        instead="由 HTTPS 和 HOSTS 里第一个名字得出",
    )
    site_name: str = _declared(
        "YANGGUANG_SITE_NAME",
        "阳光政府信息公开平台",
        _text,
        "网站的全称，写在网页标签（SiteName）和订阅里。",
    )
    site_code: str = _declared(
        "YANGGUANG_SITE_CODE",
        "",
        _site_code,
        "政府网站标识码（10 位数字），写在网页标签（SiteIDCode）里。",
        instead="不写",
    )
    https: bool = _declared(
        "YANGGUANG_HTTPS", "0", _switch, "访问者用 https 来就设为 1：Cookie 只走 https。"
    )
    proxies: int = _declared(
        "YANGGUANG_PROXIES",
        "0",
        _count,
        "网站前面有几层自己的反向代理：它们在 X-Forwarded-For 里写的访问者地址才可信。",
    )
    database_url: str = _declared(
        "DATABASE_URL",
        "",
        database.checked,
        "PostgreSQL 的地址：postgresql://用户:密码@服务器:端口/库。",
        instead="用数据文件夹里的 SQLite",
        secret=True,
    )
    mail: str = _declared(
        "YANGGUANG_MAIL",
        "",
        mail.checked,
        "邮件服务器：smtp://、smtp+tls:// 或 smtps://用户:密码@服务器:端口。",
        instead="不寄出，写成数据文件夹 mail 里的文件",
        secret=True,
    )
    mail_from: str = _declared(
        "YANGGUANG_MAIL_FROM", "yangguang@localhost", _text, "寄信人的地址。"
    )
    upload_bytes: int = _declared(
        "YANGGUANG_UPLOAD_MB", "20", _megabytes, "收的文件一份最大多少 MB。"
    )
    checkups_bytes: int = _declared(
        "YANGGUANG_DISK_MB", "2000", _megabytes, "年报体检的上传和结果合计最多占多少 MB 磁盘。"
    )
    drafts_bytes: int = _declared(
        "YANGGUANG_DRAFTS_MB", "1000", _megabytes, "还没提交的申请所带文件合计最多多少 MB。"
    )
    seal: str = _declared(
        "YANGGUANG_SEAL",
        "",
        _text,
        "加盖电子印章的程序（Python 的点分路径，见 casework/seal.py）。",
        instead="不用：文书印在纸上盖章",
    )
    clamd: Scanner | None = _declared(
        "YANGGUANG_CLAMD",
        "",
        Scanner.at,
        "病毒扫描程序 clamd：名字:端口，或者套接字文件的路径；收文件之前先问它。",
        instead="不用",
    )
    clamd_down: WhenDown = _declared(
        "YANGGUANG_CLAMD_DOWN",
        "refuse",
        _when_down,
        "clamd 没有回应时：refuse（不收文件）或 take（收下，注明没有查过）。",
    )
    breached: Path | None = _declared(
        "YANGGUANG_BREACHED",
        "",
        _list,
        "泄露过的密码的名单（文件，见 signin/breached.py），上面的密码不收。",
        instead="不用",
    )
    oidc_server: str = _declared(
        "YANGGUANG_OIDC_SERVER", "", _text, "统一身份认证（OpenID Connect）的地址。", instead="不用"
    )
    oidc_client: str = _declared(
        "YANGGUANG_OIDC_CLIENT", "", _text, "本站在统一身份认证那里的编号。", instead="无"
    )
    oidc_secret: str = _declared(
        "YANGGUANG_OIDC_SECRET",
        "",
        _text,
        "本站在统一身份认证那里的密钥。",
        instead="无",
        secret=True,
    )
    oidc_name: str = _declared(
        "YANGGUANG_OIDC_NAME", "统一身份认证", _text, "登录页上统一身份认证叫什么。"
    )
    log: str = _declared(
        "YANGGUANG_LOG",
        "",
        _log,
        "日志的样子：json（每行一个 JSON）或 plain（给人看）。",
        instead="在终端里是 plain，否则是 json",
    )
    debug: bool = _declared(
        "YANGGUANG_DEBUG", "0", _switch, "开发用：出错时显示详情。正式运行时不许打开。"
    )

    @property
    def is_production(self) -> bool:
        """Whether the site must have no weakness: as told, or as soon as others can reach it."""
        if self.production is not None:
            return self.production
        return self.https or any(host not in _LOCAL for host in self.hosts)


def declared() -> Iterator[tuple[str, Variable]]:
    """Every variable with its place in Environment."""
    return ((one.name, one.metadata["variable"]) for one in fields(Environment))


def read(given: Mapping[str, str]) -> Environment:
    """The environment in its types. Raises Unsuitable with everything that is wrong with it."""
    environment, problems = _parsed(given)
    if environment.oidc_server and not environment.oidc_client:
        problems.append("设了 YANGGUANG_OIDC_SERVER，就要设 YANGGUANG_OIDC_CLIENT。")
    if environment.is_production:
        problems += _weaknesses(environment, given)
    if problems:
        raise Unsuitable(problems)
    return environment


def unknown(given: Mapping[str, str]) -> Iterator[tuple[str, str]]:
    """Variables with our prefix that nobody reads, each with the name perhaps meant, or ""."""
    names = {variable.name for _, variable in declared()}
    known = names | {name + _FILE for name in names} | OTHERS
    for name in sorted(given):
        if name.startswith(PREFIX) and name not in known:
            yield name, next(iter(get_close_matches(name, names, 1)), "")


def _parsed(given: Mapping[str, str]) -> tuple[Environment, list[str]]:
    """The values, those that do not do as if they were not set; and what is wrong with these."""
    values, problems = {}, []
    for place, variable in declared():
        values[place] = variable.parse(variable.default)
        try:
            text = variable.text(given)
        except ValueError as fault:
            problems.append(str(fault))
            continue
        try:
            values[place] = variable.parse(text or variable.default)
        except ValueError as fault:
            problems.append(f"{variable.name} {fault}。")
    return Environment(**values), problems


def _weaknesses(environment: Environment, given: Mapping[str, str]) -> Iterator[str]:
    master = environment.master_keys[0] if environment.master_keys else ""
    keys = {"YANGGUANG_SECRET_KEY": environment.secret_key, "YANGGUANG_MASTER_KEY": master}
    for name, key in keys.items():
        if not key:
            yield f"正式运行要设 {name}，并在别处另存一份；{_MAKE_A_KEY}。"
        elif len(key) < _KEY_LENGTH or len(set(key)) < _KEY_VARIETY:
            yield f"{name} 太弱：要随机的，至少 {_KEY_LENGTH} 个字符；{_MAKE_A_KEY}。"
    if master and master == environment.secret_key:
        yield "YANGGUANG_SECRET_KEY 和 YANGGUANG_MASTER_KEY 不能是同一个密钥。"
    if not any(given.get("YANGGUANG_HOSTS" + suffix) for suffix in ("", _FILE)):
        yield "正式运行要设 YANGGUANG_HOSTS：网站的域名。"
    elif any("*" in host for host in environment.hosts):
        yield "YANGGUANG_HOSTS 不能有 *，请逐个写出网站的域名。"
    if environment.debug:
        yield "正式运行时要去掉 YANGGUANG_DEBUG：它会把内情显示在网页上。"

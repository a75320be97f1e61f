"""A site under load that is killed again and again: `python -m tests.inforequests.killed SEED`.

Rounds of processes that submit requests and acknowledge each over a pipe. After some receipts, in
the middle of whatever they are at, all are killed at once (SIGKILL). Prints `number code token` for
every receipt that came through the pipe.
"""

import os
import random
import signal
import sys
import time
from collections.abc import Iterator

import django

ROUNDS, PROCESSES = 8, 4
MOST_RECEIPTS, LONGEST_PAUSE = 12, 0.03


def main(seed: int) -> None:
    """Run the rounds; how many receipts each waits for, and for how long after, is drawn."""
    django.setup()
    from tests import town  # before the fork: the processes have it then

    assert town
    chance = random.Random(seed)
    for turn in range(ROUNDS):
        for receipt in _round(turn, chance):
            print(receipt, flush=True)


def _round(turn: int, chance: random.Random) -> Iterator[str]:
    readable, writable = os.pipe()
    children = [_start(f"{turn}-{place}", writable) for place in range(PROCESSES)]
    os.close(writable)
    with os.fdopen(readable, encoding="ascii") as receipts:
        for _ in range(chance.randint(1, MOST_RECEIPTS)):
            yield receipts.readline().rstrip()
        time.sleep(chance.uniform(0, LONGEST_PAUSE))
        for child in children:
            os.kill(child, signal.SIGKILL)
        for child in children:
            os.waitpid(child, 0)
        yield from (line.rstrip() for line in receipts)


def content(token: str) -> bytes:
    """The attachment that goes with a form."""
    return b"\x89PNG\r\n\x1a\n" + token.encode() * 2000


def wanted(token: str) -> str:
    """What a form asks for."""
    return f"文件 {token}"


def send(token: str):
    """Submit the form with that token."""
    from tests import town
    from yangguang.agencies.models import Agency
    from yangguang.casework.attachments import Upload

    agency = Agency.objects.get()
    file = Upload(f"{token}.png", content(token))
    return town.request_at(agency, [file], token=token, wanted=wanted(token))


def _start(name: str, writable: int) -> int:
    child = os.fork()
    if child:
        return child
    for count in range(100_000):
        token = f"{name}-{count}"
        taken = send(token)
        # Shorter than a pipe's buffer: written whole or not at all.
        os.write(writable, f"{taken.case.number} {taken.code} {token}\n".encode())
    os._exit(1)


if __name__ == "__main__":
    main(int(sys.argv[1]))

"""Steps of a dispute about a request."""

from dataclasses import dataclass

from yangguang.law.disputes import DisputeTrack, Ruling


@dataclass(frozen=True, slots=True)
class Disputed:
    """Notice came of a review of the answer, or of a suit."""

    at: int
    organ: str
    number: str
    track: DisputeTrack = DisputeTrack.REVIEW


@dataclass(frozen=True, slots=True)
class Stated:
    """Our own statement was sent, in the dispute of that number within the case."""

    at: int
    dispute: int = 1


@dataclass(frozen=True, slots=True)
class Ruled:
    """A decision or a judgment came; `anew`: it gives so many working days to answer anew."""

    at: int
    ruling: Ruling
    number: str
    anew: int = 0
    dispute: int = 1


@dataclass(frozen=True, slots=True)
class Appealed:
    """The other side appealed the first judgment."""

    at: int
    dispute: int = 1

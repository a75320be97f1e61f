from random import Random

from yangguang.annual_report.repeated_text.postings import Postings


def test_every_entry_is_found_by_its_signatures_however_many_there_are() -> None:
    random = Random(5)
    known = [random.getrandbits(56) for _ in range(12_000)]  # all of them in one bucket
    postings = Postings()
    expected: dict[int, set[int]] = {signature: set() for signature in known}

    for entry in range(2_000):
        its = set(random.choices(known, k=12))
        postings.add(its, entry)
        for signature in its:
            expected[signature].add(entry)

    for signature, entries in expected.items():
        assert set(postings.entries(signature)) >= entries


def test_a_signature_that_none_has_finds_nothing() -> None:
    postings = Postings()
    postings.add({5 << 40}, 1)

    assert list(postings.entries(6 << 40)) == []

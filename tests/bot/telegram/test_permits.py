from hypothesis import given
from hypothesis import strategies as st

from bot.telegram.permits import Bucket, LatestUsed, Rate


@given(now=st.floats(0, 1e7), burst=st.integers(1, 60), per_second=st.floats(0.01, 100))
def test_a_full_bucket_gives_its_burst_at_once_and_no_more(now: float, burst: int, per_second: float) -> None:
    bucket = Bucket(Rate(per_second, burst), now)
    assert [bucket.take_if_free(now) for _ in range(burst)] == [0.0] * burst
    assert abs(bucket.take_if_free(now) - 1 / per_second) < 1e-5


def test_a_permit_that_was_refused_is_not_taken() -> None:
    bucket = Bucket(Rate(per_second=0.5, burst=1), now=10.0)
    assert bucket.take(10.0) == 0.0
    assert [bucket.take_if_free(11.0) for _ in range(3)] == [1.0, 1.0, 1.0]
    assert bucket.take_if_free(12.0) == 0.0


def test_permits_promised_ahead_wait_one_after_another() -> None:
    bucket = Bucket(Rate(per_second=2, burst=1), now=10.0)
    assert [bucket.take(10.0) for _ in range(4)] == [0.0, 0.5, 1.0, 1.5]


def test_what_was_not_used_for_longest_goes_first() -> None:
    kept: LatestUsed[str, list[str]] = LatestUsed(2)
    first, second = kept.get("a", list), kept.get("b", list)
    assert kept.get("a", list) is first
    kept.get("c", list)
    assert kept.get("a", list) is first
    assert kept.get("b", list) is not second

import asyncio

import pytest
from fakeserver import FakeClock
from hypothesis import given
from hypothesis import strategies as st

from extractor.client.pacing import RateGate, SystemClock, backoff


async def through(gate):
    async with gate.place():
        pass


def test_a_busy_minute_is_everybodys():
    clock = FakeClock()
    gate = RateGate(4, None, clock)
    gate.pause(30)
    gate.pause(5)
    asyncio.run(through(gate))
    assert clock.waits == [30]


def test_a_pause_that_grows_while_one_waits():
    class Growing(FakeClock):
        async def sleep(self, seconds):
            if not self.waits:
                gate.pause(40)
            await super().sleep(seconds)

    clock = Growing()
    gate = RateGate(1, None, clock)
    gate.pause(10)
    asyncio.run(through(gate))
    assert clock.waits == [10, 30]


def test_requests_are_spaced():
    clock = FakeClock()
    gate = RateGate(1, 60, clock)

    async def run():
        for _ in range(4):
            await through(gate)

    asyncio.run(run())
    assert clock.waits == [1, 1, 1]


def test_places_are_given_back():
    async def run():
        gate = RateGate(2, None, SystemClock())
        inside = peak = 0

        async def one():
            nonlocal inside, peak
            async with gate.place():
                inside += 1
                peak = max(peak, inside)
                await asyncio.sleep(0)
                inside -= 1

        await asyncio.gather(*(one() for _ in range(9)))
        return peak

    assert asyncio.run(run()) == 2


@given(
    tries=st.integers(1, 10**6),
    chance=st.floats(0, 1, exclude_max=True),
    longest=st.floats(0, 1000),
)
def test_a_wait_of_our_own_is_never_too_long(tries, chance, longest):
    assert 0 <= backoff(tries, None, longest, lambda: chance) <= longest


@pytest.mark.parametrize("asked", [0.0, 3.5, 90.0])
def test_what_is_asked_is_waited(asked):
    assert backoff(3, asked, 10, lambda: 0.9) == asked

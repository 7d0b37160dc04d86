import asyncio

import pytest
from fakeserver import FakeClock
from hypothesis import given
from hypothesis import strategies as st

from extractor.client.limits import renewed_in
from extractor.client.outage import Outage
from extractor.client.pacing import RateGate, SystemClock, backoff
from extractor.errors import AnswerRefused, ConnectionFailed, NotACompletion, RateLimited, RunStopped, ServerFailed


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


class TestTooBusy:
    def gate(self, clock, concurrency=8, **more):
        return RateGate(concurrency, None, clock, **more)

    def refuse(self, gate, asked=None):
        gate.too_busy(asked, 60.0, lambda: 0.0)

    def test_requests_that_were_on_their_way_together_are_refused_once(self):
        clock = FakeClock()
        gate = self.gate(clock)
        for _ in range(8):
            self.refuse(gate)
        assert gate.at_once == 4
        asyncio.run(through(gate))
        assert clock.waits == [0.5]

    def test_pauses_grow_while_nothing_gets_through(self):
        clock = FakeClock()
        gate = self.gate(clock)

        async def run():
            for _ in range(5):
                self.refuse(gate, asked=0.0)
                await through(gate)

        asyncio.run(run())
        assert clock.waits == [0.5, 1.0, 2.0, 4.0, 8.0]

    def test_an_answer_ends_the_row(self):
        clock = FakeClock()
        gate = self.gate(clock, patience=3)

        async def run():
            for _ in range(10):
                self.refuse(gate)
                await through(gate)
                gate.went_well()

        asyncio.run(run())
        assert not gate.hopeless
        assert set(clock.waits) == {0.5}

    def test_patience_ends(self):
        clock = FakeClock()
        gate = self.gate(clock, patience=3)
        for _ in range(3):
            assert not gate.hopeless
            self.refuse(gate)
            asyncio.run(through(gate))
        assert gate.hopeless

    def test_requests_that_break_together_halve_once(self):
        gate = self.gate(FakeClock())
        for _ in range(8):
            gate.overloaded(None)
        assert gate.at_once == 4
        gate.went_well()
        gate.overloaded(None)
        assert gate.at_once == 2

    def test_an_overloaded_endpoint_makes_everybody_wait(self):
        clock = FakeClock()
        gate = self.gate(clock)
        gate.overloaded(7.0)
        asyncio.run(through(gate))
        assert clock.waits == [7.0]

    def test_a_wait_that_nobody_waits_ends_it(self):
        gate = self.gate(FakeClock())
        gate.check()
        gate.left_alone(3600.0)
        with pytest.raises(RunStopped, match="left alone for 3600 s"):
            gate.check()

    def test_fewer_go_at_once_and_more_again_when_it_goes_well(self):
        clock = FakeClock()
        gate = self.gate(clock)
        self.refuse(gate)
        clock.time += 100
        self.refuse(gate)
        assert gate.at_once == 2
        widths = []
        for _ in range(60):
            gate.went_well()
            widths.append(gate.at_once)
        assert widths == sorted(widths)
        assert widths[-1] == 8

    def test_a_longer_wait_that_is_asked_for_is_kept(self):
        clock = FakeClock()
        gate = self.gate(clock)
        self.refuse(gate, asked=2.0)
        self.refuse(gate, asked=20.0)
        asyncio.run(through(gate))
        assert clock.waits == [20.0]


def test_tokens_are_spaced_by_what_they_took():
    clock = FakeClock()
    gate = RateGate(1, None, clock, tokens_per_minute=6000)

    async def run():
        for _ in range(3):
            async with gate.place(100):
                pass
            gate.took(200, 100)

    asyncio.run(run())
    assert clock.waits == [2.0, 2.0]


def test_who_is_cancelled_while_waiting_takes_no_place():
    async def run():
        gate = RateGate(1, None, SystemClock())
        entered = asyncio.Event()
        leave = asyncio.Event()

        async def first():
            async with gate.place():
                entered.set()
                await leave.wait()

        holder = asyncio.create_task(first())
        await entered.wait()
        waiting = [asyncio.create_task(through(gate)) for _ in range(3)]
        await asyncio.sleep(0)
        waiting[0].cancel()
        leave.set()
        await asyncio.sleep(0)
        waiting[1].cancel()
        await asyncio.gather(holder, *waiting, return_exceptions=True)
        await asyncio.wait_for(through(gate), 5)

    asyncio.run(run())


class TestOutage:
    def test_a_minute_of_failures_in_a_row(self):
        clock = FakeClock()
        outage = Outage(clock, 3)
        for error in (ConnectionFailed("x"), ServerFailed("x"), NotACompletion("x")):
            outage.check()
            outage.failed(error)
        outage.check()  # a restart
        clock.time += 61
        with pytest.raises(RunStopped, match="3 times in a row over 61 s"):
            outage.check()
        outage.went_well()
        outage.check()

    def test_only_the_endpoints_own_failures_count(self):
        clock = FakeClock()
        outage = Outage(clock, 1)
        for error in (RateLimited("x"), AnswerRefused("x")):
            outage.failed(error)
        clock.time += 1000
        outage.check()


DATE = "Sun, 29 Nov 2026 12:00:00 GMT"


@pytest.mark.parametrize(
    ("headers", "seconds"),
    [
        ({}, None),
        ({"x-ratelimit-remaining-requests": "0", "x-ratelimit-reset-requests": "20ms"}, 0.02),
        ({"x-ratelimit-remaining-requests": "0", "x-ratelimit-reset-requests": "6m0s"}, 360.0),
        ({"x-ratelimit-remaining-requests": "1", "x-ratelimit-reset-requests": "6m0s"}, None),
        (
            {
                "x-ratelimit-remaining-requests": "0",
                "x-ratelimit-reset-requests": "2s",
                "x-ratelimit-remaining-tokens": "0",
                "x-ratelimit-reset-tokens": "7.66s",
            },
            7.66,
        ),
        (
            {
                "anthropic-ratelimit-requests-remaining": "0",
                "anthropic-ratelimit-requests-reset": "2026-11-29T12:00:30Z",
                "date": DATE,
            },
            30.0,
        ),
        ({"x-ratelimit-remaining": "0", "x-ratelimit-reset": "1795953610000", "date": DATE}, 10.0),
        ({"x-ratelimit-remaining": "0", "x-ratelimit-reset": "45"}, 45.0),
        ({"x-ratelimit-remaining": "0", "x-ratelimit-reset": "1795953610000"}, None),
        ({"x-ratelimit-remaining": "none", "x-ratelimit-reset": "soon"}, None),
        ({"x-ratelimit-remaining": "0", "x-ratelimit-reset": "soon", "date": DATE}, None),
    ],
)
def test_limits_that_are_used_up(headers, seconds):
    assert renewed_in(headers) == seconds

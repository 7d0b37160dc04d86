"""The best way to put rows to columns one to one."""

from __future__ import annotations

from collections.abc import Sequence


def assign(worth: Sequence[Sequence[float | None]]) -> list[int | None]:
    """For each row its column, each column at most once, so that the sum of what the pairs are worth is the highest.

    A row stays without a column (`None`) where it may have none (`None` in `worth`) or where a pair would be worth
    less than nothing. Of equal sums the one whose first rows have the first columns. Kuhn's method with potentials
    (J. Munkres, 1957), in rows x rows x (rows + columns) steps; a solver from a package would bring numpy along.

    >>> assign([[3.0, 2.5], [2.5, None]])
    [1, 0]
    """
    rows = len(worth)
    columns = max((len(row) for row in worth), default=0)
    # One more column for each row, worth nothing: to stay alone.
    cost = [[-_value(row, c) if c < columns else 0.0 for c in range(columns + rows)] for row in worth]
    taken = _minimal(cost)
    found: list[int | None] = [None] * rows
    for column in range(columns):
        row = taken[column]
        if row is not None and (worth[row][column] or 0.0) > 0.0:
            found[row] = column
    return found


def _value(row: Sequence[float | None], column: int) -> float:
    """What the pair is worth; less than staying alone where it may not be."""
    known = row[column] if column < len(row) else None
    return -1.0 if known is None else known


def _minimal(cost: Sequence[Sequence[float]]) -> list[int | None]:
    """For each column its row (or `None`) so that every row has one and the sum of the costs is the lowest."""
    columns = len(cost[0]) if cost else 0
    row_price, column_price = [0.0] * len(cost), [0.0] * columns
    taken: list[int | None] = [None] * columns
    for start in range(len(cost)):
        least, before = [float("inf")] * columns, [-1] * columns
        done = [False] * columns
        row, last = start, -1
        while True:
            step, target = float("inf"), -1
            for column in range(columns):
                if done[column]:
                    continue
                slack = cost[row][column] - row_price[row] - column_price[column]
                if slack < least[column]:
                    least[column], before[column] = slack, last
                if least[column] < step:
                    step, target = least[column], column
            _reprice(start, step, (row_price, column_price), (least, done), taken)
            done[target], last = True, target
            owner = taken[target]
            if owner is None:
                break
            row = owner
        while last >= 0:
            previous = before[last]
            taken[last] = taken[previous] if previous >= 0 else start
            last = previous
    return taken


def _reprice(
    start: int,
    step: float,
    prices: tuple[list[float], list[float]],
    search: tuple[list[float], list[bool]],
    taken: Sequence[int | None],
) -> None:
    """Move the prices by `step`, so that the next column costs no more than those already reached."""
    (row_price, column_price), (least, done) = prices, search
    row_price[start] += step
    for column, reached in enumerate(done):
        owner = taken[column]
        if reached and owner is not None:
            row_price[owner] += step
            column_price[column] -= step
        elif not reached:
            least[column] -= step

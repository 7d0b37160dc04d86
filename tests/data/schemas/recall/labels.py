"""What is wrong with a vehicle."""

from enum import StrEnum


class Fault(StrEnum):
    BRAKES = "brakes"
    BATTERY = "battery"

"""The value types: each reads candidates out of a text, says whether a quote supports a value, compares, and fuses."""

"""Facts of the world that belong to no language: places, countries, groups."""

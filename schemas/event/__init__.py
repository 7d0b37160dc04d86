"""The event schema: its fields (`schema.py`), labels (`labels.py`, `labels.toml`) and their words (`cues/`)."""

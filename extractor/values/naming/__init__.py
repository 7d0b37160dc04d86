"""Phrases that name people, groups and outlets, and what else the article calls them."""

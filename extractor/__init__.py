"""What each news article really said: event claims checked against their words and fused into one record per event."""

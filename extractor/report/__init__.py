"""What is shown to a person."""

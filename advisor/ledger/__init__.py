"""What was answered, kept so that it can be audited."""

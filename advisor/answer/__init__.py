"""From passages to claims, and from checked claims to an answer."""

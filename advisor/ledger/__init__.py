"""What was answered, kept so that it can be audited."""

from advisor.ledger.ledger import open_ledger

__all__ = ["open_ledger"]

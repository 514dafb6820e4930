"""From a claim and its citations to a verdict."""

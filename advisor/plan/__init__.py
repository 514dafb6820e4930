"""A person's plan: put together from what they found out, kept with their conversation, edited by them."""

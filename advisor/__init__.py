"""Answers a career question from evidence; imports nothing of ours from outside this package."""

"""What can go wrong in an expected way. Every error carries a hint fit for a person.

AdvisorError
├── SetupError      a setting, a folder or a package is not as it must be
├── InputError      what a person gave cannot be used (a question, a file of questions)
├── IngestError     a guide cannot be read
├── LibraryError    no release, or one that cannot be opened
└── LedgerError     an answer cannot be recorded, or the chain is broken
"""


class AdvisorError(Exception):
    """An expected failure: one line for the person, and what to do about it."""

    def __init__(self, message: str, *, hint: str) -> None:
        super().__init__(message)
        self.hint = hint


class SetupError(AdvisorError):
    pass


class InputError(AdvisorError):
    pass


class IngestError(AdvisorError):
    pass


class LibraryError(AdvisorError):
    pass


class LedgerError(AdvisorError):
    pass

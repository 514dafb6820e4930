"""Accounts, sessions, and how long who guesses has to wait."""

from datetime import UTC, datetime, timedelta

import pytest
from argon2 import PasswordHasher

from advisor.audit.lockout import LONGEST_WAIT, Lockout
from advisor.audit.user import Rank, plain_name
from advisor.errors import InputError
from advisor.ledger import open_ledger
from advisor.ledger.users import OF_ACCOUNT, OF_CLIENT, SESSION_HOURS, SqlSessions, SqlUsers

WORDS = "several words of Ana"
CHEAP = PasswordHasher(time_cost=1, memory_cost=64, parallelism=1)


class Clock:
    def __init__(self):
        self.seconds = 0.0

    def __call__(self):
        return self.seconds

    def date(self):
        return datetime(2026, 11, 20, tzinfo=UTC) + timedelta(seconds=self.seconds)


class Door:
    """Users and sessions of one ledger, with a clock to turn."""

    def __init__(self, ledger):
        self.clock = Clock()
        self.users = SqlUsers(ledger._appender, CHEAP)
        self.sessions = SqlSessions(ledger._appender, self.users, Lockout(self.clock), self.clock.date)

    def enter(self, password=WORDS, name="ana", client="1"):
        return self.sessions.sign_in(name, password, client)


@pytest.fixture
def home(tmp_path):
    return tmp_path / "home"


@pytest.fixture
def ledger(home):
    ledger = open_ledger(home, {})
    yield ledger
    ledger.close()


@pytest.fixture
def door(ledger):
    door = Door(ledger)
    door.users.add("Ana", Rank.AUDITOR, WORDS)
    return door


def test_there_is_no_account_to_begin_with(ledger):
    assert not ledger.audit.users.any()
    assert ledger.audit.sessions.sign_in("admin", "admin", "1") == ("", 0.0)


def test_an_account_signs_in_with_its_password_and_any_case_of_its_name(door):
    cookie, _ = door.enter(name=" ANA ")

    session = door.sessions.of(cookie)
    assert (session.user.name, session.user.rank) == ("ana", Rank.AUDITOR)
    assert door.enter("other words altogether") == ("", 0.0)


def test_neither_password_nor_cookie_nor_client_is_stored(door, home):
    cookie, _ = door.enter(client="192.0.2.77")
    door.enter("wrong", client="192.0.2.77")

    written = b"".join(path.read_bytes() for path in home.iterdir())
    assert not any(secret.encode() in written for secret in (WORDS, cookie, cookie.partition(".")[0], "192.0.2.77"))
    assert b"$argon2id$" in written


@pytest.mark.parametrize("password", ["short", "aaaaaaaaaaaaaaaa", "ana", "x" * 1001 + "abcdef"])
def test_a_password_that_is_easily_guessed_is_refused(door, password):
    with pytest.raises(InputError):
        door.users.add("bo", Rank.VIEWER, password)


@pytest.mark.parametrize("name", ["", "-", "../ana", "<b>", "a b", "x" * 41, "\ud800"], ids=ascii)
def test_a_name_that_cannot_be_one_is_refused(name):
    with pytest.raises(InputError):
        plain_name(name)


def test_a_name_is_taken_once(door):
    with pytest.raises(InputError):
        door.users.add("ANA", Rank.ADMIN, "another few words")

    assert [user.name for user in door.users.all()] == ["ana"]


def test_signing_out_ends_the_session_for_whoever_has_the_cookie(door):
    cookie, other = door.enter()[0], door.enter()[0]

    door.sessions.sign_out(cookie)

    assert door.sessions.of(cookie) is None
    assert door.sessions.of(other) is not None


@pytest.mark.parametrize("change", ["password", "remove"])
def test_a_new_password_and_a_removed_account_end_all_sessions(door, change):
    cookie, _ = door.enter()

    if change == "password":
        door.users.set_password("ana", "quite different words")
    else:
        door.users.remove("ana")

    assert door.sessions.of(cookie) is None
    assert door.enter() == ("", 0.0)


def test_a_session_ends_by_itself(door):
    cookie, _ = door.enter()

    door.clock.seconds = SESSION_HOURS * 3600 - 1
    assert door.sessions.of(cookie)
    door.clock.seconds += 2
    assert door.sessions.of(cookie) is None


@pytest.mark.parametrize(
    "spoil", [lambda c: c[:-1] + "g", lambda c: c.partition(".")[0], lambda c: "", lambda c: "é.\ud800"]
)
def test_a_cookie_that_we_did_not_sign_opens_nothing(door, spoil):
    assert door.sessions.of(spoil(door.enter()[0])) is None


def test_another_ledgers_cookie_opens_nothing(door, tmp_path):
    other = open_ledger(tmp_path / "other", {})
    elsewhere = Door(other)
    elsewhere.users.add("ana", Rank.ADMIN, WORDS)

    assert door.sessions.of(elsewhere.enter()[0]) is None
    other.close()


def test_guessing_an_account_takes_longer_and_longer_from_wherever(door):
    for client in range(OF_ACCOUNT):
        assert door.enter("wrong", client=str(client)) == ("", 0.0)
    waits = []
    for _ in range(8):
        cookie, wait = door.enter(client="new")  # the right password does not help while one has to wait
        assert not cookie
        waits.append(wait)
        door.clock.seconds += wait
        assert door.enter("wrong", client="new") == ("", 0.0)

    assert waits[:3] == [30, 60, 120] and waits[-1] == LONGEST_WAIT


def test_guessing_many_accounts_from_one_client_is_stopped_and_others_still_get_in(door):
    answers = [door.enter("wrong", name=f"name-{n}", client="bad") for n in range(OF_CLIENT + 1)]

    assert answers[-1][1] > 0
    assert door.enter(client="bad")[1] > 0
    assert door.enter(client="good")[0]


def test_an_own_account_makes_no_room_for_guesses(door):
    for n in range(OF_CLIENT - 1):
        door.enter("wrong", name=f"name-{n}", client="bad")
        assert door.enter(client="bad")[0]

    door.enter("wrong", name="victim", client="bad")
    assert door.enter(client="bad")[1] > 0


def test_after_waiting_the_right_password_opens_and_forgets_the_failures(door):
    for _ in range(OF_ACCOUNT):
        door.enter("wrong")
    door.clock.seconds = 31

    assert door.enter()[0]
    assert door.enter("wrong") == ("", 0.0) and door.enter()[0]

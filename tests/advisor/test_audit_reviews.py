"""Looking for answers, what comes next to be judged, judgements in the chain, and erasing."""

import sqlite3
from contextlib import closing
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta

import pytest

from advisor.audit.case import PAGE, View
from advisor.audit.review import ClaimReview, Judgement, Review, Stratum
from advisor.conversation import Feedback
from advisor.domain import Kind, Origin
from advisor.errors import InputError
from advisor.ledger import open_ledger
from advisor.ledger.chain import Tampering
from advisor.ledger.queue import CLAIMED_FOR, SqlQueue
from tests.samples import ANSWER, DECLINED, SOURCE, asked

BROWSER = "secret-of-a-browser"
PEOPLE = ("by", "people")
LATER = ["sessions", "users", "seconds", "skips", "claims", "progress", "sought", "traits", "trait_counts", "cases"]


@pytest.fixture
def home(tmp_path):
    return tmp_path / "home"


@pytest.fixture
def ledger(home):
    ledger = open_ledger(home, {})
    yield ledger
    ledger.close()


@pytest.fixture
def audit(ledger):
    return ledger.audit


def thumb(ledger, answer, helpful):
    ledger.conversations.claim(answer.conversation_id, BROWSER)
    ledger.conversations.judge(Feedback(answer.record_id, helpful), BROWSER)


def review(record_id, reviewer="ana", **judged):
    return Review(record_id, reviewer, "", "", Stratum.PICKED, **judged)


def found(audit, *traits, **view):
    return [case.record_id for case in audit.cases.page(View((PEOPLE, *traits), **view)).cases]


def test_answers_to_people_are_listed_newest_first_and_others_where_asked_for(ledger, audit):
    records = [ledger.record(replace(ANSWER, origin=origin)) for origin in Origin]

    assert found(audit) == [records[1].record_id, records[0].record_id]
    assert [case.record_id for case in audit.cases.page(View((("origin", "eval"),))).cases] == [records[3].record_id]
    assert len(audit.cases.page(View(())).cases) == len(Origin)


def test_filters_combine(ledger, audit):
    one = ledger.record(replace(ANSWER, citations=(replace(SOURCE, guide_id="a"),), conversation_id="one"))
    two = ledger.record(replace(ANSWER, citations=(replace(SOURCE, guide_id="a"),), conversation_id="two"))
    ledger.record(DECLINED)
    thumb(ledger, two, helpful=False)

    assert found(audit, ("guide", "a")) == [two.record_id, one.record_id]
    assert found(audit, ("guide", "a"), ("feedback", "down")) == [two.record_id]
    assert found(audit, ("guide", "a"), ("kind", "declined")) == []
    assert audit.cases.choices()["guide"] == ("a",)


def test_the_last_feedback_counts(ledger, audit):
    record = ledger.record(asked("Why?", conversation_id="a"))
    thumb(ledger, record, helpful=False)
    assert found(audit, ("feedback", "down")) == [record.record_id]

    thumb(ledger, record, helpful=True)
    assert found(audit, ("feedback", "down")) == []
    assert found(audit, ("feedback", "up")) == [record.record_id]


def test_days_and_words_narrow_a_list(ledger, audit):
    early = ledger.record(replace(asked("Pay in Quito?"), asked_at="2026-11-01T23:59:00+00:00"))
    late = ledger.record(replace(asked("ÑANDÚ 100% <b>?"), asked_at="2026-11-03T00:00:00+00:00"))

    assert found(audit, until="2026-11-01") == [early.record_id]
    assert found(audit, since="2026-11-02", until="2026-11-03") == [late.record_id]
    assert found(audit, text="quito PAY") == [early.record_id]
    assert found(audit, text="ñandú 100% <b>") == [late.record_id]


def test_each_answer_stands_on_one_page_also_while_new_ones_come(ledger, audit):
    records = [ledger.record(ANSWER).record_id for _ in range(2 * PAGE + 3)]
    seen, before = [], 0
    while True:
        page = audit.cases.page(View(before=before))
        seen += [case.record_id for case in page.cases]
        ledger.record(ANSWER)
        before = page.older
        if not before:
            break

    assert seen == records[::-1]


def test_a_judgement_reads_back_and_the_chain_holds(ledger, audit):
    record = ledger.record(ANSWER)
    claims = (ClaimReview(0, Judgement.PARTLY, "figure", "says per year", "per month"),)

    kept = audit.reviews.keep(
        review(record.record_id, right=True, complete=False, harmful=False, claims=claims, comment="c", better="b")
    )

    assert audit.reviews.of(record.record_id) == audit.reviews.all() == (kept,)
    assert (kept.claims, kept.release, kept.stratum) == (claims, record.release, Stratum.PICKED)
    assert ledger.verify().ok


def test_two_reviewers_are_both_kept_and_of_each_the_last_word(ledger, audit):
    record = ledger.record(ANSWER)
    audit.reviews.keep(review(record.record_id, "ana", right=True))
    audit.reviews.keep(review(record.record_id, "bo", right=False))
    audit.reviews.keep(review(record.record_id, "ana", right=False))

    assert [(r.reviewer, r.right) for r in audit.reviews.of(record.record_id)] == [("ana", False), ("bo", False)]
    assert found(audit, ("reviewer", "ana"), ("reviewer", "bo")) == [record.record_id]


def test_saving_the_same_again_puts_nothing_on_record(ledger, audit):
    record = ledger.record(ANSWER)
    audit.reviews.keep(review(record.record_id, right=True))
    count = ledger.verify().count

    audit.reviews.keep(review(record.record_id, right=True))

    assert ledger.verify().count == count


def test_what_is_no_answer_cannot_be_judged(ledger, audit):
    with pytest.raises(InputError):
        audit.reviews.keep(review("nothing"))


def test_the_riskiest_comes_first_of_the_risky_and_half_is_drawn_by_lot(ledger, audit):
    records = [ledger.record(replace(ANSWER, conversation_id=f"c{n}")) for n in range(6)]
    thumb(ledger, records[3], helpful=False)

    served = []
    for _ in range(4):
        given = audit.queue.next("ana")
        audit.reviews.keep(review(given.record_id, right=True))
        served.append(given)

    assert [given.stratum for given in served[:2]] == [Stratum.RANDOM, Stratum.RISK]
    assert records[3].record_id in (served[0].record_id, served[1].record_id)
    assert len({given.record_id for given in served}) == 4
    assert [r.stratum for r in audit.reviews.all()].count(Stratum.RANDOM) >= 2


def test_the_random_sample_is_the_same_whoever_looks_and_whatever_is_risky(ledger, audit):
    records = [ledger.record(replace(ANSWER, conversation_id=f"c{n}")) for n in range(8)]
    for turn, name in enumerate(("ana", "bo", "ana", "bo")):
        thumb(ledger, records[turn], helpful=False)
        while (given := audit.queue.next(name)).stratum != Stratum.RANDOM:
            audit.reviews.keep(review(given.record_id, name, right=True))
        audit.reviews.keep(review(given.record_id, name, right=True))

    drawn = {kept.record_id for kept in audit.reviews.all() if kept.stratum == Stratum.RANDOM}
    lots = {record.record_id: audit._index._lot(record.record_id) for record in records}
    assert len(drawn) >= 4 and drawn == set(sorted(lots, key=lots.get)[: len(drawn)])
    assert ledger.verify().ok


def test_small_talk_and_programs_are_never_served(ledger, audit):
    ledger.record(replace(ANSWER, kind=Kind.TALK))
    ledger.record(replace(ANSWER, origin=Origin.REPLAY))

    assert audit.queue.next("ana") is None


def test_a_claimed_case_is_nobody_elses_until_it_is_left(ledger, audit):
    ledger.record(ANSWER)
    clock = [datetime(2026, 11, 20, tzinfo=UTC)]
    queue = SqlQueue(ledger._appender, audit._index, audit.reviews, lambda: clock[0])
    given = queue.next("ana")

    assert queue.next("bo") is None
    assert queue.next("ana") == given
    clock[0] += CLAIMED_FOR + timedelta(seconds=1)
    assert queue.next("bo").record_id == given.record_id


def test_what_is_skipped_goes_to_others(ledger, audit):
    record = ledger.record(ANSWER)
    audit.queue.next("ana")
    audit.queue.skip(record.record_id, "ana")

    assert audit.queue.next("ana") is None
    assert audit.queue.next("bo").record_id == record.record_id


def test_a_second_opinion_is_somebody_elses(ledger, audit):
    record = ledger.record(ANSWER)
    given = audit.queue.next("ana")
    audit.reviews.keep(review(record.record_id, right=True))
    audit.queue.ask_second(record.record_id, "ana")

    assert audit.queue.next("ana") is None
    assert audit.queue.next("bo") == given
    audit.reviews.keep(review(record.record_id, "bo", right=False))
    assert audit.queue.next("cy") is None


def test_erasing_by_age_takes_words_and_leaves_judgements(home, ledger, audit):
    old = ledger.record(
        replace(asked("a nurse in Guayaquil", conversation_id="a"), asked_at="2026-01-01T10:00:00+00:00")
    )
    new = ledger.record(replace(asked("a cook in Loja", conversation_id="b"), asked_at="2026-11-20T10:00:00+00:00"))
    ledger.conversations.claim("a", BROWSER)
    ledger.conversations.rename("a", BROWSER, "my Otavalo plans")
    found(audit)

    assert audit.erasure.count_older_than(90, date(2026, 11, 28)) == 1
    assert audit.erasure.older_than(90, "ana", date(2026, 11, 28)) == 1

    written = b"".join(path.read_bytes() for path in home.iterdir())
    assert b"uayaquil" not in written and b"Otavalo" not in written and b"Loja" in written
    assert ledger.get(new.record_id).question == "a cook in Loja"
    assert found(audit, text="guayaquil") == [] and old.record_id in found(audit)
    assert ledger.verify().ok


def test_erasing_one_answer_takes_what_reviewers_wrote_of_it_too(home, ledger, audit):
    record, other = (ledger.record(asked(f"Quito {n}?", conversation_id="a")) for n in range(2))
    audit.reviews.keep(review(record.record_id, right=False, comment="the one from Cuenca"))

    assert audit.erasure.record(record.record_id, "asked by the person", "ana") == 2

    (kept,) = audit.reviews.of(record.record_id)
    assert (kept.right, kept.comment) == (False, "")
    assert b"Cuenca" not in b"".join(path.read_bytes() for path in home.iterdir())
    assert ledger.get(other.record_id).question == "Quito 1?"
    assert ledger.verify().ok


def test_what_answers_are_found_by_can_be_worked_out_again_from_the_chain(home, ledger, audit):
    record = ledger.record(asked("Why?", conversation_id="a"))
    thumb(ledger, record, helpful=False)
    audit.reviews.keep(review(record.record_id, right=True))
    before = audit.cases.page(View())
    with ledger._appender.writing() as connection:
        for table in ("sought", "traits", "trait_counts", "cases", "progress"):
            connection.exec_driver_sql(f"DELETE FROM {table}")

    assert audit.cases.page(View()) == before


def test_a_judgement_that_was_changed_in_the_database_is_found(home, ledger, audit):
    record = ledger.record(ANSWER)
    audit.reviews.keep(review(record.record_id, right=False))
    with closing(sqlite3.connect(home / "ledger.db")) as connection:
        connection.execute("DROP TRIGGER entries_stay_unchanged")
        connection.execute("UPDATE entries SET payload = replace(payload, '\"right\":false', '\"right\":true')")
        connection.commit()

    broken = ledger.verify().broken
    assert (broken.seq, broken.tampering) == (2, Tampering.CHANGED)


def test_a_ledger_from_before_there_were_audits_is_brought_up_to_date(home, ledger):
    record = ledger.record(asked("Why?", conversation_id="a"))
    thumb(ledger, record, helpful=False)
    ledger.close()
    with closing(sqlite3.connect(home / "ledger.db")) as connection:
        for table in LATER:
            connection.execute(f"DROP TABLE {table}")
        connection.execute("DROP INDEX entries_by_type")
        connection.execute("UPDATE alembic_version SET version_num = '0002'")
        connection.commit()

    again = open_ledger(home, {})

    assert found(again.audit, ("feedback", "down")) == [record.record_id]
    assert again.verify().ok
    again.close()

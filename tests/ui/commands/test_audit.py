import json

import pytest

from advisor.audit.quarantine import of_passage
from tests.ui.commands.desk import PAY, Office

WHY = ("--reason", "The figure is wrong.", "--by", "Ada")


@pytest.fixture
def office(tmp_path):
    return Office(tmp_path / "home")


@pytest.fixture
def audit(run, office):
    return lambda *arguments: run("audit", *arguments, desk=office.desk)


def test_a_withdrawn_passage_is_gone_from_a_running_advisor_until_it_is_brought_back(audit, office):
    cited = office.ask(PAY).citations[0].passage_id

    audit("quarantine", "add", cited, *WHY)
    without = office.ask(PAY)
    audit("quarantine", "undo", cited, *WHY)
    again = office.ask(PAY)

    assert cited not in {source.passage_id for source in without.citations}
    assert cited in {source.passage_id for source in again.citations}


def test_what_is_withdrawn_is_listed_with_reason_and_name(audit, office):
    audit("quarantine", "add", office.ask(PAY).citations[0].passage_id, *WHY)

    listed = audit("quarantine", "list")
    (as_json,) = json.loads(audit("quarantine", "list", "--json").out)

    assert "The figure is wrong." in listed.out and "Ada" in listed.out
    assert as_json["withdrawn"]["by"] == "Ada"


def test_what_was_brought_back_stays_on_record(audit, office):
    cited = office.ask(PAY).citations[0].passage_id
    audit("quarantine", "add", cited, *WHY)
    audit("quarantine", "undo", cited, *WHY)

    assert json.loads(audit("quarantine", "list", "--json").out) == []
    assert [event["undone"] for event in json.loads(audit("quarantine", "list", "--all", "--json").out)] == [
        False,
        True,
    ]
    assert office.ledger.verify().ok


def test_only_what_the_library_holds_can_be_withdrawn_and_only_once(audit):
    assert audit("quarantine", "add", "nothing", *WHY).code == 1
    assert audit("quarantine", "undo", "ward", *WHY).code == 1
    assert audit("quarantine", "add", "ward", *WHY).code == 0
    assert audit("quarantine", "add", "ward", *WHY).code == 1


def test_a_reason_and_a_name_are_asked_for(audit):
    assert audit("quarantine", "add", "ward").code == 2
    assert audit("quarantine", "add", "ward", "--reason", " ", "--by", "Ada").code == 1


def test_the_answers_that_used_a_passage_are_listed(audit, office):
    answer = office.ask(PAY)

    by_passage = audit("used", answer.citations[0].passage_id)
    by_guide = json.loads(audit("used", "ward", "--json").out)

    assert answer.record_id in by_passage.out and PAY in by_passage.out
    assert [one["record_id"] for one in by_guide] == [answer.record_id]


def test_approved_answers_pass_until_one_changes_in_substance(audit, office, tmp_path):
    record = office.ask(PAY).record_id
    file = str(tmp_path / "golden.jsonl")
    audit("replay", file, record, "--write")

    same = audit("replay", file)
    changed = audit("replay", file, "--release", "r2")
    as_json = json.loads(audit("replay", file, "--release", "r2", "--json").out)

    assert (same.code, same.out.strip()) == (0, "1 same")
    assert changed.code == 1
    assert changed.out.startswith(f"other claims: {PAY}")
    assert "no longer said: A nurse earns $50k to $70k a year." in changed.out
    assert as_json[0]["difference"] == "other claims"


def test_an_approved_answer_in_a_conversation_is_asked_with_what_came_before(audit, office, tmp_path):
    record = office.ask(PAY, "And a paramedic?").record_id
    file = tmp_path / "golden.jsonl"

    audit("replay", str(file), record, "--write")

    assert json.loads(file.read_text())["turns"] == [PAY, "And a paramedic?"]
    assert audit("replay", str(file)).code == 0


def test_replaying_records_nothing(audit, office, tmp_path):
    audit("replay", str(tmp_path / "golden.jsonl"), office.ask(PAY).record_id, "--write")
    before = office.ledger.verify().count

    audit("replay", str(tmp_path / "golden.jsonl"))

    assert office.ledger.verify().count == before


def test_what_cannot_be_replayed_is_an_expected_failure(audit, office, tmp_path):
    file = tmp_path / "golden.jsonl"
    asked = office.ask(PAY)
    office.ledger.erase_conversation(asked.conversation_id, "asked for")

    assert audit("replay", str(file)).code == 1
    assert audit("replay", str(file), "nothing", "--write").code == 1
    assert audit("replay", str(file), asked.record_id, "--write").code == 1
    assert audit("replay", str(file), asked.record_id).code == 1
    for broken in ("", "{}", "no json", '{"id": "a", "turns": ["b"], "answer": {}}'):
        file.write_text(broken)
        assert audit("replay", str(file)).code == 1


def test_a_golden_answer_that_rested_on_what_is_withdrawn_fails(audit, office, tmp_path):
    asked = office.ask(PAY)
    audit("replay", str(tmp_path / "golden.jsonl"), asked.record_id, "--write")
    library = office.libraries["r1"]
    for source in asked.citations:
        office.ledger.quarantine.add(of_passage(library.passages[source.passage_id]), "wrong", "Ada")

    assert audit("replay", str(tmp_path / "golden.jsonl")).code == 1


def test_a_correction_stands_at_every_citation_until_it_is_removed(audit, office):
    cited = office.ask(PAY).citations[0].passage_id

    audit("note", "add", cited, "--text", "Since May it is $75k.", "--by", "Ada")
    noted = office.ask(PAY)
    listed = audit("note", "list")
    audit("note", "undo", cited, "--by", "Ada")

    assert {source.note for source in noted.citations if source.passage_id == cited} == {"Since May it is $75k."}
    assert "Since May it is $75k." in listed.out
    assert not any(source.note for source in office.ask(PAY).citations)
    assert audit("note", "undo", cited, "--by", "Ada").code == 1
    assert office.ledger.verify().ok


def test_a_correction_of_a_guide_stands_at_all_its_citations(audit, office):
    audit("note", "add", "ward", "--text", "It was withdrawn by its publisher.", "--by", "Ada")

    assert {source.note for source in office.ask(PAY).citations} == {"It was withdrawn by its publisher."}

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from advisor.domain import Attribute, Role, Term, Vocabulary
from advisor.errors import IngestError
from advisor.library.vocabulary import ATTRIBUTES_FILE, GLOSSARY_FILE, ROLES_FILE, parse_vocabulary

CORPUS = Path(__file__).parents[2] / "corpus"


def test_the_three_files_make_one_vocabulary():
    files = {
        ROLES_FILE: b"- {id: ml, name: ML engineer, aliases: [MLE], translations: [ML-Ingenieur]}\n",
        ATTRIBUTES_FILE: b"- {id: pay, name: Pay, meaning: What one earns.}\n",
        GLOSSARY_FILE: b"- {term: drift, meaning: Data change., aliases: [data drift]}\n",
        "other.yaml": b"- ignored: [",
    }

    vocabulary = parse_vocabulary(files)

    assert vocabulary == Vocabulary(
        roles=(Role("ml", "ML engineer", "", ("MLE",), ("ML-Ingenieur",)),),
        attributes=(Attribute("pay", "Pay", "What one earns."),),
        glossary=(Term("drift", "Data change.", ("data drift",)),),
    )


@pytest.mark.parametrize("files", [{}, {ROLES_FILE: b""}, {ROLES_FILE: b"[]", GLOSSARY_FILE: b"# nothing yet\n"}])
def test_no_files_and_empty_files_give_an_empty_vocabulary(files):
    assert parse_vocabulary(files) == Vocabulary()


@pytest.mark.parametrize(
    ("name", "content", "says"),
    [
        (ROLES_FILE, b"- {id: ml", "no YAML"),
        (ROLES_FILE, b"\xff\xfe", "no YAML"),
        (ROLES_FILE, b"- {id: ml}", "entry 1, name"),
        (ROLES_FILE, b"- {id: ml, name: ML}\n- {id: '', name: X}", "entry 2, id"),
        (ROLES_FILE, b"- {id: ml, name: ML, alias: [x]}", "entry 1, alias"),
        (ROLES_FILE, b"- {id: ml, name: ML}\n- {id: ml, name: Other}", "twice"),
        (ATTRIBUTES_FILE, b"pay: Pay", "the whole"),
        (GLOSSARY_FILE, b"- {term: drift}", "entry 1, meaning"),
        (GLOSSARY_FILE, b"- {term: Drift, meaning: x}\n- {term: drift, meaning: y}", "twice"),
        (ROLES_FILE, b"!!python/object/apply:os.system ['true']", "no YAML"),
    ],
    ids=["cut", "binary", "name", "blank id", "unknown", "twice", "no list", "meaning", "term twice", "code"],
)
def test_a_broken_file_is_named_with_what_is_wrong(name, content, says):
    with pytest.raises(IngestError, match=says) as refused:
        parse_vocabulary({name: content})

    assert name in str(refused.value)
    assert "YAML list" in refused.value.hint


@given(st.binary(max_size=80) | st.text(max_size=80).map(str.encode))
def test_any_bytes_give_a_vocabulary_or_an_expected_failure(content):
    try:
        parsed = parse_vocabulary({ROLES_FILE: content})
    except IngestError:
        return

    assert all(role.id and role.name for role in parsed.roles)


def test_the_vocabulary_of_the_corpus_can_be_read():
    files = {name: (CORPUS / name).read_bytes() for name in (ROLES_FILE, ATTRIBUTES_FILE, GLOSSARY_FILE)}

    vocabulary = parse_vocabulary(files)

    assert {"ml-engineer", "mlops-engineer"} <= {role.id for role in vocabulary.roles}
    assert vocabulary.attributes
    assert vocabulary.glossary

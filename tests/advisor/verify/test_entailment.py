from dataclasses import dataclass

import pytest

from advisor.bootstrap import entailment_of
from advisor.domain import Basis, Citation, Claim, Passage, PassageKind, Support
from advisor.errors import SetupError
from advisor.settings import Settings
from advisor.verify.check import verify
from advisor.verify.entailment import CrossEncoderEntailment, Judgement
from tests.advisor.verify.named import Named

TEXT = "Night shifts are part of the work on a ward."
PASSAGE = Passage("ward", PassageKind.PROSE, (), "", TEXT, 0, len(TEXT))
CITED = (Citation(PASSAGE.id, TEXT, 0, len(TEXT)),)


@dataclass(frozen=True)
class Says:
    """An entailment model that always says the same."""

    judgement: Judgement

    def judge(self, claim: str, evidence: str) -> Judgement:
        return self.judgement


def support(claim: str, entailed: float, contradicted: float) -> Support:
    given = Claim(claim, Basis.MODEL, CITED)
    return verify(given, {PASSAGE.id: PASSAGE}, Named(), None, Says(Judgement(entailed, contradicted))).support


@pytest.mark.parametrize(
    ("claim", "entailed", "contradicted", "expected"),
    [
        ("Night shifts are part of work on the ward.", 0.9, 0.0, Support.SUPPORTED),
        ("Night shifts are part of work on the ward.", 0.1, 0.1, Support.PARTLY),
        ("Night shifts are part of work on the ward.", 0.1, 0.9, Support.CONTRADICTED),
        ("People sometimes sleep by day.", 0.9, 0.0, Support.PARTLY),
        ("Night shifts are part of 3 wards.", 0.9, 0.0, Support.UNSUPPORTED),
    ],
    ids=["agrees", "unsure", "contradicts", "in other words", "no model mends a figure"],
)
def test_the_model_has_the_last_word_on_what_the_checks_let_pass(claim, entailed, contradicted, expected):
    assert support(claim, entailed, contradicted) is expected


def test_the_words_of_the_passage_need_no_model():
    assert support(TEXT, 0.0, 1.0) is Support.SUPPORTED


def test_none_is_loaded_where_none_is_configured(tmp_path):
    assert entailment_of(Settings(home=tmp_path)) is None


def test_a_model_that_is_not_there_is_an_error_at_the_start(tmp_path, monkeypatch):
    monkeypatch.setenv("HF_HUB_OFFLINE", "1")

    with pytest.raises(SetupError, match="cannot be used") as raised:
        entailment_of(Settings(home=tmp_path, entailment_model=str(tmp_path / "nowhere")))

    assert "ADVISOR_ENTAILMENT_MODEL" in raised.value.hint


@pytest.fixture(scope="module")
def folder(tmp_path_factory):
    """A tiny untrained CrossEncoder with the labels of natural language inference."""
    from transformers import BertConfig, BertForSequenceClassification, BertTokenizerFast

    made = tmp_path_factory.mktemp("nli")
    words = ["[PAD]", "[UNK]", "[CLS]", "[SEP]", "[MASK]", "night", "shifts", "are", "part", "of", "the", "work"]
    (made / "vocab.txt").write_text("\n".join(words), encoding="utf-8")
    labels = {0: "contradiction", 1: "entailment", 2: "neutral"}
    config = BertConfig(
        vocab_size=len(words),
        hidden_size=8,
        num_hidden_layers=1,
        num_attention_heads=1,
        intermediate_size=8,
        id2label=labels,
        label2id={label: number for number, label in labels.items()},
    )
    BertForSequenceClassification(config).save_pretrained(made)
    BertTokenizerFast(vocab_file=str(made / "vocab.txt")).save_pretrained(made)
    return made


@pytest.mark.model
def test_a_cross_encoder_from_a_folder_gives_probabilities(folder):
    judged = CrossEncoderEntailment(str(folder)).judge("Night shifts are work.", TEXT)

    assert 0 < judged.entailed < 1
    assert 0 < judged.contradicted < 1
    assert judged.entailed + judged.contradicted < 1

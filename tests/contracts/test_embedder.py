"""What every embedder promises, the real ones and the fake."""

import numpy as np
import pytest

from advisor.embedder.source import SentenceTransformerEmbedder
from tests.fakes import HashEmbedder

TEXTS = [
    "What does an ML engineer earn?",
    "",
    "   \n",
    "The pay of an ML engineer.",
    "Bananas ripen in the sun.",
    "Was verdient eine Ingenieurin? — 機械学習エンジニア 🙂 \0",
    "Pipelines, registries and drift. " * 200,
]


@pytest.fixture(
    scope="module",
    params=[
        "hash",
        pytest.param("onnx", marks=pytest.mark.model),
        pytest.param("sentence-transformers", marks=pytest.mark.model),
    ],
)
def any_embedder(request):
    match request.param:
        case "hash":
            return HashEmbedder()
        case "onnx":
            return request.getfixturevalue("embedder")
        case _:
            return SentenceTransformerEmbedder()


def test_each_text_gives_one_row_of_length_one(any_embedder):
    vectors = any_embedder.embed(TEXTS)

    assert vectors.shape == (len(TEXTS), any_embedder.dimensions)
    assert vectors.dtype == np.float32
    assert np.linalg.norm(vectors, axis=1) == pytest.approx(1, abs=1e-5)


def test_no_texts_give_no_rows(any_embedder):
    assert any_embedder.embed([]).shape == (0, any_embedder.dimensions)


def test_a_text_has_its_vector_whatever_stands_beside_it(any_embedder):
    together = any_embedder.embed(TEXTS)

    alone = np.concatenate([any_embedder.embed([text]) for text in TEXTS])

    assert np.einsum("ij,ij->i", together, alone) == pytest.approx(1, abs=1e-5)


def test_a_vector_given_away_can_be_changed_without_harm(any_embedder):
    before = any_embedder.embed(["pay"]).copy()

    any_embedder.embed(["pay"])[:] = 0

    assert np.array_equal(any_embedder.embed(["pay"]), before)


def test_texts_about_one_thing_are_nearer_than_others(any_embedder):
    question, pay, bananas = any_embedder.embed([TEXTS[0], TEXTS[3], TEXTS[4]])

    assert question @ pay > question @ bananas


def test_it_says_which_weights_it_runs(any_embedder):
    assert any_embedder.name
    assert len(any_embedder.digest) == 64

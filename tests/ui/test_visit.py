"""Which language who is spoken to in, over HTTP too."""

import asyncio

import pytest
from fastapi.testclient import TestClient

from tests.fakes import ScriptedAdvisor
from tests.ui import samples
from tests.ui.test_app import built
from ui import visit, words


@pytest.fixture
def client():
    with TestClient(asyncio.run(built(ScriptedAdvisor((samples.PAY_ANSWER,), samples.LIBRARY)))) as client:
        yield client


@pytest.mark.parametrize(
    ("cookies", "accepted", "language"),
    [
        ({}, "", "en"),
        ({}, "es-MX,es;q=0.9,en;q=0.8", "es"),
        ({}, "fr, es;q=0.5", "es"),
        ({}, "fr", "en"),
        ({"language": "en"}, "es", "en"),
        ({"language": "klingon"}, "es", "es"),
    ],
)
def test_what_was_chosen_counts_then_what_the_browser_asks_for(cookies, accepted, language):
    assert visit.language_of(cookies, accepted) == language


@pytest.mark.parametrize("path", ["/", "/compare", "/fit", "/plan", "/guides", "/guides/rock-manual", "/conversations"])
def test_every_page_says_that_it_is_in_spanish(client, path):
    html = client.get(path, headers={"accept-language": "es"}).text

    assert 'lang="es"' in html and "Ir al contenido" in html and ">English</a>" in html
    assert "Light or dark" not in html


def test_the_texts_that_gradio_places_are_spanish_too(client):
    html = client.get("/", headers={"accept-language": "es"}).text

    assert "¿Qué te gustaría saber?" in html and '"Enviar"' in html
    assert words.INTRO_TITLE not in html and "You are talking to a program" not in html


def test_a_choice_is_kept_and_leads_back(client):
    answer = client.get("/language/es?to=/guides%3Fsort%3Ddate", follow_redirects=False)

    assert (answer.status_code, answer.headers["location"]) == (303, "/guides?sort=date")
    assert "La biblioteca" in client.get("/guides").text


@pytest.mark.parametrize("away", ["//evil.example", "https://evil.example", "/\\evil.example", "javascript:x", "/\nx"])
def test_a_choice_leads_nowhere_else(client, away):
    answer = client.get("/language/en", params={"to": away}, follow_redirects=False)

    assert answer.headers["location"] == "/"


def test_an_iterator_speaks_the_language_at_each_step():
    def told():
        yield words.SEND
        yield words.STOP

    assert list(visit.each_in("es", told())) == ["Enviar", "Parar"]

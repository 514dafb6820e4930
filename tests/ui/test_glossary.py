from advisor.domain import Role, Term, Vocabulary
from ui.glossary import MOST_TERMS, Glossary, Reading

MADE = Glossary(
    Vocabulary(
        roles=(Role("rock-engineer", "rock engineer"),),
        glossary=(
            Term("rock", "Rock is hard."),
            Term("rock bolt", "A bolt in rock.", ("anchor",)),
            Term("CI/CD", "Tested."),
        ),
    )
)


def marked(text):
    reading = Reading(MADE)
    return str(reading.marked(text)), reading.terms


def test_the_longest_term_is_taken():
    html, terms = marked("Rock bolts hold.")

    assert html == '<button type="button" class="term">Rock bolts</button> hold.'
    assert terms == {"rock bolt": "A bolt in rock."}


def test_a_term_is_explained_once_under_whatever_name():
    reading = Reading(MADE)

    html = str(reading.marked("An anchor, ")) + str(reading.marked("a rock bolt, an anchor."))

    assert html.count("<button") == 1 and list(reading.terms) == ["rock bolt"]


def test_within_a_word_or_the_name_of_a_role_there_is_no_term():
    assert marked("rocket, hard-rock, bedrock, a rock engineer, rock/soil")[1] == {}


def test_the_text_around_terms_is_escaped():
    html, _ = marked("<b>CI/CD</b> & more")

    assert html == '&lt;b&gt;<button type="button" class="term">CI/CD</button>&lt;/b&gt; &amp; more'


def test_no_answer_becomes_a_page_of_underlines():
    many = [Term(f"term{n}", "Meaning.") for n in range(MOST_TERMS + 5)]
    reading = Reading(Glossary(Vocabulary(glossary=tuple(many))))

    reading.marked(" ".join(term.term for term in many))

    assert len(reading.terms) == MOST_TERMS

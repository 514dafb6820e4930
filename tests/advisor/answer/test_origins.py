from advisor.answer.origins import voices
from advisor.domain import Guide


def guide(key: str, **of_it: str) -> Guide:
    return Guide(key, key, f"# {key}\n", **of_it)


def ids(groups: list[list[Guide]]) -> list[list[str]]:
    return [[one.id for one in group] for group in groups]


def test_guides_of_their_own_are_each_a_voice():
    assert ids(voices([guide("a", url="https://a.org"), guide("b"), guide("c")])) == [["a"], ["b"], ["c"]]


def test_a_guide_that_repeats_another_is_the_same_voice():
    copy = guide("b", origin="A rewrite of https://www.a.org/post/, with other pictures")

    assert ids(voices([guide("a", url="https://a.org/post"), guide("c"), copy])) == [["c"], ["a", "b"]]


def test_two_that_repeat_the_same_third_are_one_voice():
    assert ids(voices([guide("a", origin="From https://x.org/1."), guide("b", origin="see (https://x.org/1)")])) == [
        ["a", "b"]
    ]


def test_an_origin_without_an_address_counts_as_it_is_written():
    assert ids(voices([guide("a", origin="The Ward Handbook"), guide("b", origin="the ward handbook ")])) == [
        ["a", "b"]
    ]

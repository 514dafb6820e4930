import pytest

from ui import mark
from ui.sections import slug_of


def addresses(text):
    return [section.id for section in mark.sections(text)]


def test_an_address_comes_from_the_headings_on_the_way():
    text = "# Title\n\n## What each role is\n\n### MLOps engineer\n\n## Pay & growth\n"

    assert addresses(text) == ["what-each-role-is", "what-each-role-is--mlops-engineer", "pay-growth"]


def test_an_address_stays_when_other_sections_come_go_or_move():
    before = "# T\n\n## Skills\n\n### Nurse\n\n## Tools\n\n### Nurse\n"
    after = "# T\n\n## Tools\n\n### Doctor\n\n### Nurse\n\n## Pay\n\n### Nurse\n\n## Skills\n\n### Nurse\n"

    assert set(addresses(before)) < set(addresses(after))


def test_no_two_sections_share_an_address_nor_one_with_the_page():
    text = "# T\n\n## Pay\n\n## Pay\n\n## Pay 2\n\n## Quote\n\n## Main\n"

    assert addresses(text) == ["pay", "pay-2", "pay-2-2", "quote-2", "main-2"]


def test_a_title_at_the_top_is_no_section_but_a_later_one_is():
    assert addresses("# T\n\nwords\n\n# Part\n\n## Pay\n") == ["part", "part--pay"]


@pytest.mark.parametrize(
    ("name", "slug"),
    [
        ("What’s it like?", "whats-it-like"),
        ("Łódź & Πάτρα", "łódź-πάτρα"),
        ("日本語", "日本語"),
        ("<b>\"'", "b"),
        ("!?", "section"),
    ],
)
def test_a_heading_in_any_script_gives_an_address(name, slug):
    assert slug_of(name) == slug


def test_sections_have_in_the_page_the_addresses_that_they_are_listed_with():
    text = "# T\n\n## A *b* `c`\n\n- item\n\n  ## inside\n\n## A b c\n"

    html = mark.document(text, beside=lambda section: section.name)

    listed = mark.sections(text)
    assert [section.id for section in listed] == ["a-b-c", "a-b-c-2"]
    assert all(f'id="{section.id}"' in html for section in listed)
    assert '<div class="section-head"><h2 id="a-b-c">A <em>b</em> <code>c</code></h2>\nA b c</div>' in html

import pytest

from ingest.boilerplate import Wishes, rules, sift
from ingest.pieces import plain_pieces


def sifted(text: str, wishes: Wishes | None = None) -> tuple[list[str], list[str]]:
    kept, dropped = sift(plain_pieces(text), rules(), wishes or Wishes())
    return [piece.text for piece in kept], [block.why for block in dropped]


@pytest.mark.parametrize(
    ("noise", "why"),
    [
        ("Get career tips in your inbox", "newsletter box"),
        ("No spam. Unsubscribe at any time.", "newsletter box"),
        ("We use cookies to give you the best experience.", "cookie notice"),
        ("Share on LinkedIn", "share buttons"),
        ("Facebook | Twitter | WhatsApp", "share buttons"),
        ("Chat with us on WhatsApp", "invitation to chat or call"),
        ("whatsappChat with usphoneCall us", "invitation to chat or call"),
        ("Register Now", "registration"),
        ("Download our free guide", "registration"),
        ("Save your seat", "registration"),
        ("Time Zone: Asia/Kolkata", "time zone of a form"),
        ("10,000+ Professionals Trained", "advertisement of a course"),
        ("$40k Average Hike", "advertisement of a course"),
        ("Learn 5X faster than others", "advertisement of a course"),
        ("Explore the Nursing Course", "advertisement of a course"),
        ("→ How to become a vet", "navigation"),
        ("All careers & guides →", "navigation"),
        ("© 2026 HealthHub", "navigation"),
        ("Home › Careers › Nursing", "navigation"),
        ("5 min read", "navigation"),
        ("Use this section when you need no more theory.", "speaks of the page itself"),
    ],
)
def test_noise_goes_with_a_reason(noise: str, why: str):
    assert sifted(f"Nurses care for people.\n\n{noise}\n\nThey are paid well.") == (
        ["Nurses care for people.", "They are paid well."],
        [why],
    )


@pytest.mark.parametrize(
    "advice",
    [
        "Learn Docker first, then Kubernetes.",
        "Master statistics before you apply.",
        "Many nurses join a course to get a certificate, and 36% of postings ask for one.",
        "Interview prep usually takes eight weeks.",
        "A job advertisement rarely names the pay.",
        "FAANG companies pay 2x the median.",
        "Share what you learn with your team.",
        "Contact with patients is the main part of the work, and many nurses like just this about it.",
        "Pay: $118k – $191k",
        "Next step: platform engineering",
        "Start with small projects",
        "Explore data with SQL",
        "This comparison is based on interviews with nurses.",
    ],
)
def test_advice_stays(advice: str):
    assert sifted(f"Nurses care for people.\n\n{advice}\n\nThey are paid well.")[1] == []


def test_a_pitch_goes_only_between_noise():
    text = "Time Zone:\nMaster nursing with the best.\nTime Zone:\nNurses care.\nMaster statistics first."

    assert sifted(text)[0] == ["Nurses care.", "Master statistics first."]


def test_a_list_of_headlines_goes_up_to_the_next_sentence():
    text = (
        "Nurses care.\n// Related Articles\n- [IND]\nTen Best Scrubs\n- [IND]\nVets Earn More\nNurses work in shifts."
    )

    assert sifted(text) == (["Nurses care.", "Nurses work in shifts."], ["list of related articles"] * 5)


def test_the_heading_after_a_list_of_headlines_stays():
    text = (
        "Related guides\n\nTen Best Scrubs for Long Shifts\n\nVets Earn More Than You Think\n\nPay\n\nNurses earn well."
    )

    assert sifted(text)[0] == ["Pay", "Nurses earn well."]


def test_a_heading_with_a_text_of_its_own_stays():
    text = "Related Comparisons\n\nKeep comparing\n\nA comparison should narrow a decision and not widen it."

    assert sifted(text)[1] == []


def test_a_table_always_stays():
    table = "| Aspect | Share this article |\n|---|---|\n| Time zone: | unsubscribe |"

    assert sifted(table) == ([table], [])


def test_what_the_description_wants_kept_stays():
    assert sifted("Subscribe to our newsletter.", Wishes(keep=["newsletter"]))[1] == []


def test_what_the_description_wants_dropped_goes():
    assert sifted("Nurses sing.\n\nNurses care.", Wishes(drop=["/sing\\W$/"])) == (
        ["Nurses care."],
        ["the guide's description says so"],
    )

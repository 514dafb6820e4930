"""What each figure of an audit means and where it ends, in a sentence each; for pages, reports and the terminal.

English only: a report is signed as it stands. `docs/audit.md` says the same at length.
"""

from advisor.audit.conflict import Found, Mark
from advisor.audit.judged import Question
from advisor.conversation import Complaint
from advisor.domain import DeclineReason

QUESTIONS = {
    Question.RIGHT: "Right",
    Question.COMPLETE: "Complete",
    Question.HARMFUL: "Could harm",
    Question.RIGHTLY_DECLINED: "Rightly declined",
}
MEANING = {
    Question.RIGHT: "Of answers drawn at random, the share of which reviewers say that nothing in them is wrong. "
    "It says that the guides are reported rightly, not that the guides are right.",
    Question.COMPLETE: "Of the same answers, the share that leaves out nothing that the library holds and the question "
    "needs. What no guide says is not counted as missing.",
    Question.HARMFUL: "Of all answers and refusals drawn at random, the share that could harm somebody who acts on "
    "them. Where it is rare a sample can miss it: look at the upper end of the interval.",
    Question.RIGHTLY_DECLINED: "Of refusals drawn at random, the share where the library held no answer or the "
    "question was not ours. It says nothing of questions that were answered and should not have been.",
}
CLAIMS = "Claims supported"
CLAIMS_MEANING = (
    "Of the claims that reviewers opened in these answers, the share that the cited words support in full. Claims are "
    "opened when in doubt, so this is lower than the share of all claims. Claims of one answer count together."
)
METHOD = (
    "Answers are drawn by chance from all that people asked; only these count for the shares. Where reviewers differ, "
    "an answer counts by the share of them that say yes. The interval holds the true share in 95 of 100 such samples: "
    "Wilson’s interval on the effective sample size, which allows for claims of one answer being alike. It allows "
    "for chance and for nothing else: not for reviewers who err, nor for drawn answers that nobody judged."
)
RISK = (
    "Answers that stood out (thumbs down, weak support, disagreement, old sources) are judged first, to find what is "
    "wrong. They are worse than others by choice, so they are counted here and never mixed into the shares. "
    "A half is an answer on which reviewers differ."
)
AGREEMENT = (
    "How often two reviewers of one answer said the same. AC1 takes out what chance would give; κ does too, but falls "
    "towards 0 where nearly all answers are right, so it stands beside it only. Second opinions are asked for in "
    "doubt: over all answers agreement is rather higher."
)
MACHINE = (
    "The check that every claim passes before it is shown, held against reviewers. Precision: of claims it called "
    "supported, the share that reviewers did. Recall: of claims that reviewers called supported, the share that it "
    "did. Only opened claims of the random sample; what the check refused is not shown to anybody, so nobody judged it."
)
OPINIONS = "Thumbs of those who gave one. Who is annoyed is more likely to: no share of all can be told from it."
VOLUME = "Questions of people in the conversation and through the interface for programs; tests are left out."
DECLINES = "Questions that were declined, grouped by likeness of meaning: what to write next. Groups are hints."
COVERAGE = "A passage that was never cited may be fine: nobody asked, or another guide says the same."
AGE = (
    "Guides past the day by which somebody had to look at them again, and answers that cite nothing but such guides or "
    "guides without a date. An old guide is not wrong; nobody has looked."
)
INCIDENTS = "Answers that a reviewer says could harm, from any sample, and what is on record of what was done."
CHANGES = "Releases of the library built in the period, each against the one before it, by the words of its guides."
CONFLICTS = "Places where guides differ, found by rule: two guides may measure different things. People decide."
HEAD = (
    "The last entry of the chain of records. Whoever keeps this page can prove later that no record up to here was "
    "changed, taken out or cut off: “advisor audit verify” must still find it."
)

REASONS = {
    DeclineReason.OFF_TOPIC: "not about careers",
    DeclineReason.NOT_IN_GUIDES: "not in the guides",
    DeclineReason.UNSAFE: "unsafe",
}
COMPLAINTS = {
    Complaint.WRONG: "wrong",
    Complaint.INCOMPLETE: "incomplete",
    Complaint.OUTDATED_SOURCE: "outdated source",
    Complaint.NOT_WHAT_I_ASKED: "not what I asked",
    Complaint.OTHER: "other",
}
MARKS = {Mark.REAL: "real", Mark.DIFFERENT_THINGS: "different things measured", Mark.RESOLVED: "resolved"}
FOUND = {
    Found.REVIEWED: "reviewed point",
    Found.FIGURES: "different figures",
    Found.CELL: "different levels",
    Found.PASSAGES: "sentences that seem to contradict",
}

"""The page's own words in English: one file, to be read in one go and translated. Knows no guide and no HTML."""

LANGUAGE = "English"  # by its own name, on the link that leads to it
MONTHS = (
    "January", "February", "March", "April", "May", "June",
    "July", "August", "September", "October", "November", "December",
)  # fmt: skip
DAY = "{day} {month} {year}"
MONTH = "{month} {year}"
AND = "and"

TITLE = "Career advisor"
TAGLINE = "answers in the words of career guides"
SKIP = "Skip to the content"
NAV_GUIDES = "Guides"
NAV_COMPARE = "Compare"
NAV_FIT = "Find your fit"
NAV_PLAN = "My plan"
NAV_CONVERSATIONS = "History"
THEME = "Light or dark"

INTRO_TITLE = "What would you like to know?"
INTRO = (
    "Ask about careers in plain words. The advisor looks in its library of guides, answers, "
    "and shows the guide’s own words behind every statement."
)
EXAMPLES = "Questions to start with"
FOLLOW_UPS = "You could ask next"
CHOICES = "Choose one"
QUESTION_LABEL = "Your question"
QUESTION_HINT = "Ask about a career…"
SEND = "Ask"
STOP = "Stop"
NEW = "New conversation"
COPY = "Copy answer"
SIMPLER = "Say it simpler"
AGAIN = "Ask again"
REWRITE = "Edit question"
LOG = "Conversation"
SCRIPT = {  # what the page's scripts say
    "log": LOG,
    "ours": "In our own words, from our glossary",
    "warming": "Getting ready… You can type your question already.",
    "lost": "The advisor cannot be reached just now. What you typed is kept; ask again when it is back.",
    "broken": "The connection broke before the answer came. Your question is back in the box.",
    "reach": "Try again",
}

# questions: in the language of the guides in every file, because they are asked as they stand
EXAMPLE_PAIR = (
    "What is the difference between {first} and {second}?",
    "Which pays more, {first} or {second}?",
)
EXAMPLE_ONE = ("Which skills does the {first} role need?", "What does the {first} role involve day to day?")
EXAMPLE_ANY = ("What do the guides cover?",)
ASK_SIMPLER = "Say it simpler"

ASKED = "You asked: "
READING = "Reading the guides…"
READ = "Read the guides in {time}"
STEPS = {
    "understand": "Understood",
    "retrieve": "Looked up",
    "write": "Wrote",
    "decline": "Declined",
    "verify": "Checked",
    "record": "Recorded",
}
KEPT_AS = "Kept for audit as record {record}. Library release {release}. Written by {writer}."
LOOKED_FOR = "I looked for: "
EDIT = "Edit"
EDIT_WHAT = " the question that was looked for"
NOTES = "What I know of you, for this conversation:"
STOPPED = "Stopped before the answer was ready. Your question is back in the box."
NOT_SHOWN = "What the check refused"
DIFFER = "The guides differ: {topic}"

SOURCES = "Sources"
SOURCES_NONE = "The sources of an answer appear here: the guide, its date, and the words that were used, highlighted."
SOURCES_OPEN = "Show the words used"
SOURCES_CLOSE = "Close the sources"
MARKER = ("Source ", ": {title}, {heading}, {verdict}")
DIGEST_OF = "Our digest of "
CORRECTION = "Correction:"
DIGEST_NOTE = "Our words, not the publisher’s"
DIGESTED = "digested by {who} on {when}"
DIGESTED_BY = "digested by {who}"
BY = "by {author}"
REVIEWED = "reviewed by {reviewer}"
UNDATED = "undated"
AGES = {
    "new": "less than a month old",
    "month": "1 month old",
    "months": "{count} months old",
    "years": "{count} years old",
}
OPEN = "Open in guide"
PUBLISHER_PAGE = "Publisher’s page"
NEW_TAB = " (opens in a new tab)"
VERDICTS = {
    "supported": "supported",
    "partly": "partly supported",
    "unsupported": "not supported",
    "contradicted": "contradicted",
}
BASES = {
    "quote": "the library’s words",
    "model": "written by a chat model",
    "computed": "worked out by us",
    "counted": "counted by us",
    "absent": "nothing found",
    "library": "about the guides",
}

TOO_LONG = "The question has {length:,} characters; at most {limit:,} can be read."
TOO_LONG_HINT = "Shorten it and ask again; it is still in the box."
EMPTY = "There is no question yet."
EMPTY_HINT = "Type one below, or choose an example."

NOTICE = (
    "You are talking to a program, not to a person. It answers from the library’s guides and can be wrong: open the "
    "source before you decide. Questions and answers are kept for audit, without name or address; a random cookie lets "
    "this browser find its conversations again, where you can delete them. What you wrote may be erased after {days} "
    "days."
)

COMPARE_TITLE = "Compare roles"
COMPARE_OF = "{roles} compared"
COMPARE_INTRO = (
    "Choose two to four roles and what you would like to know. Every cell shows what each guide says, in its words, "
    "with the place where it says so."
)
COMPARE_CHANGE = "Change what is compared"
COMPARE_ROLES = "Roles"
COMPARE_ROLES_HINT = "two to four"
COMPARE_ATTRIBUTES = "What to compare"
COMPARE_ATTRIBUTES_HINT = "in brackets: how many guides speak of it"
COMPARE_BACKGROUND = "What it means for you, if you come from"
COMPARE_NO_BACKGROUND = "no particular background"
COMPARE_GO = "Compare"
COMPARE_BUSY = "Comparing…"
COMPARE_BY_DEFAULT = "Nothing was chosen to compare, so here is what most guides speak of. You can change it above."
COMPARE_UNKNOWN = "Not in the library, so left out: {names}."
COMPARE_LEFT_OUT = "At most four roles fit side by side; left out: {names}."
COMPARE_AS_PAGE = "Open as a comparison page"
COMPARE_NONE_YET = "Choose at least two roles to see them side by side."
COMPARE_ONE_ROLE = "{role} stands alone: choose at least one more role to compare it with."
COMPARE_EMPTY = "The guides of this library describe no two roles, so there is nothing to compare."
COMPARE_DIFFERENCES = "At a glance"
COMPARE_WORKED_OUT = "Worked out by us from the figures and words that are cited."
COMPARE_PICTURES = "In pictures"
COMPARE_TABLE = "Side by side"
COMPARE_CAPTION = "What each guide says of {roles}"
COMPARE_ABOUT = "About"
COMPARE_FOR_YOU = "What it means for you: {background}"
COMPARE_NONE = "No guide says."
COMPARE_MORE = "{count} more from {guide}"
COMPARE_DIFFER = "Guides differ"
CITE_OPEN = "{guide}: open “{title}” at these words"
CITE_DIGEST = "our digest"
COMPARE_CSV = "Download as CSV"
COMPARE_PNG = "Download as picture (PNG)"
COMPARE_LINK = "Copy the address"
COMPARE_LINK_COPIED = "Address copied"
COMPARE_PNG_FAILED = "The picture could not be made. The CSV holds the same."
COMPARE_RELEASE = "Library release {release}"
COMPARE_SORTS = {
    "higher top": "Higher ceiling",
    "higher bottom": "Higher floor",
    "faster": "Faster growth",
    "same": "Same {about}",
    "different": "Not the same {about}",
}
COMPARE_CSV_HEAD = (
    "about", "role", "guide", "publisher", "kind", "date", "called", "words", "guides differ", "place", "release",
)  # fmt: skip
CHART_OF = "{what}, {unit}"
CHART_UNITS = {"%": "in percent"}
CHART_UNIT = "in {unit}"
CHART_SOURCES = "Source: {sources}."
CHART_PLACE = "For {place}."
CHART_NO_PLACE = "No country named."
CHART_TABLE = "The figures as a table"
CHART_ROLE = "Role"
CHART_VALUE = "Figure"
CHART_GUIDE = "Guide"
CHART_ALONE = "Not drawn, because there is nothing that measures the same to set beside it: {figures}."
CHART_TOTAL = "A total over that time, not a rate per year."

FIT_TITLE = "Find your fit"
FIT_INTRO = (
    "Here are {count} statements in our words, each with the guide’s words it rests on. Say which sound like you; "
    "what you leave open does not count. Nothing is kept: your answers stand in the address of this page only."
)
FIT_NO_QUIZ = "This library has no statements to answer, so there is no result to find."
FIT_STATEMENT = "Statement {place} of {of}"
FIT_REPLIES = {"yes": "Yes", "no": "No", "unsure": "Not sure"}
FIT_WHY = "Why this is asked"
FIT_SPEAKS_FOR = "Who says yes leans to {role}."
FIT_GO = "Show my result"
FIT_AGAIN = "Start over"
FIT_CHANGE = "Your answers"
FIT_RESULT = "You lean to {role}"
FIT_TIE = "It is a tie"
FIT_NONE = "No direction"
FIT_COUNT = "{many} of your {of} yes answers speak for {role}."
FIT_COUNT_ONE = "Your one yes answer speaks for {role}."
FIT_COUNT_ALL = "All of your {of} yes answers speak for {role}."
FIT_COUNT_TIE = "Of your {of} yes answers, {many} each speak for {roles}."
FIT_COUNT_NONE = "You said yes to none of the statements you answered, so nothing speaks for a role."
FIT_MARGIN = "It would take {more} for another role to make it a tie."
FIT_MORE = ("one more yes answer", "{count} more yes answers")
FIT_OPEN = ("One statement is still open; it did not count.", "{count} statements are still open; they did not count.")
FIT_UNSURE = ("One answer was “not sure”; it did not count.", "{count} answers were “not sure”; they did not count.")
FIT_UNKNOWN = "The address holds answers to statements that are not in this library: left out."
FIT_YES_OF = "{role}: {many} yes of {of}"
FIT_RULE = "The rule behind it"
FIT_RULES = "How it is scored"
FIT_SCORED = "Only yes answers count. The role with most of them is the direction; as many for each is a tie."
FIT_DECIDED = "What decided it"
FIT_DECIDED_TIE = "What stands on each side"
FIT_AGAINST = "What speaks against it"
FIT_YOU_SAID = "You said yes to"
FIT_LIMITS = "A lean, not a verdict: the statements know nothing of your experience, your place or your plans."
FIT_NEXT = "What you can do with it"
FIT_TALK = "Talk it over"
FIT_TALK_HINT = "opens the conversation with a question that holds your yes answers; you can change it before you ask"
FIT_COMPARE = "Compare {roles}"
FIT_RELEASE = "Library release {release}"

PLAN_TITLE = "My plan"
PLAN_OF = "My plan: {role}"
PLAN_INTRO = (
    "From a goal to the next thirty days, in steps. Each step is in a guide’s words, with its place; where no guide "
    "says, the step stays open. Once you keep the plan, you can change it and add steps of your own."
)
PLAN_EDIT_INTRO = (
    "Change any step, remove it, or add your own. Words that you change are yours: the guide’s words and their place "
    "stay beside them."
)
PLAN_ROLE = "Role"
PLAN_ROLE_NONE = "choose a role"
PLAN_BACKGROUND = "You come from"
PLAN_GOAL = "Your goal, in your words"
PLAN_GO = "Make the plan"
PLAN_CHANGE = "Change role, background or goal"
PLAN_EMPTY = "The guides of this library describe no role, so there is nothing to plan."
PLAN_STEPS = {
    "goal": ("Goal", "Where the role can lead"),
    "role": ("Role", "For whom it is, and the way in"),
    "missing": ("What is missing", "What there is to learn"),
    "project": ("First project", "What to build and show"),
    "thirty-days": ("The next thirty days", "What to do first"),
}
PLAN_YOURS = "your words"
PLAN_CITED = "word for word"
PLAN_WORKED_OUT = "worked out by us"
PLAN_AFTER = "after"
PLAN_WAS = "What the guide says"
PLAN_AGREED = "You said yes to “{statement}”"
PLAN_EDIT = "Change"
PLAN_EDIT_WHAT = " the step “{step}”"
PLAN_EDIT_LABEL = "What you want to do, in your words"
PLAN_SAVE = "Save"
PLAN_RESTORE = "Back to the guide’s words"
PLAN_REMOVE = "Remove"
PLAN_ADD = "Add a step of your own"
PLAN_ADD_WHAT = " to “{part}”"
PLAN_ADD_LABEL = "Your step: {part}"
PLAN_ADD_GO = "Add it"
PLAN_KEEP = "Keep this plan"
PLAN_KEEP_WHERE = "Keep it with"
PLAN_KEEP_OWN = "a conversation of its own"
PLAN_KEEP_REPLACES = "{title} (in place of its plan)"
PLAN_KEEP_HINT = "Then you can change its steps, add your own, and find it again in this browser. Nobody else sees it."
PLAN_KEPT = "Plans you keep"
PLAN_KEPT_WITH = "Kept with"
PLAN_DISCARD = "Remove this plan"
PLAN_DISCARD_WHAT = "The plan is erased for good, your own steps too. The conversation stays."
PLAN_DISCARD_GO = "Erase the plan"
PLAN_CHOSEN = "Chosen: {role}"
PLAN_FROM = "Coming from: {background}"
PLAN_OPEN = "No guide of this library says."
PLAN_OWN = "Room for your own steps:"
PLAN_PRINT = "Print"
PLAN_TALK = "Talk it over"
PLAN_TALK_HINT = "opens the conversation with a question that holds your role, background and goal"
PLAN_MORE = "Plan for {role}"
PLAN_ANY = "Make a plan"
PLAN_FROM_HERE = "Make it a plan"

GUIDES_TITLE = "The library"
GUIDES_INTRO = "Every answer rests on these guides and on nothing else."
GUIDES_COUNT = {1: "One guide", 2: "{count} guides"}
GUIDES_EMPTY = "The library holds no guide yet."
GUIDES_EMPTY_HINT = "Whoever runs this page can add guides with the command “advisor ingest”."
GUIDES_SORT = "Sorted by"
GUIDES_SORTS = {"name": "name", "date": "date", "cited": "times cited"}
GUIDES_FOR = "For"
GUIDES_ROLES = "Speaks of"
GUIDES_PASSAGES = "Passages"
GUIDES_CITED = "Cited"
GUIDES_CITED_TIMES = {0: "not yet", 1: "once", 2: "{count:,} times"}
GUIDES_KINDS = {"digest": "our digest", "original": "original"}
GUIDE_OLD = "More than two years old"
GUIDE_REVIEW_PAST = "Its review was due on {when}"
GUIDE_UNDATED = "Undated"

SEARCH_TITLE = "“{query}” in the guides"
SEARCH_LABEL = "Search the guides"
SEARCH_HINT = "All words must stand in a passage; put words in double quotes to find them side by side."
SEARCH_GO = "Search"
SEARCH_BACK = "All guides"
SEARCH_EXACT = {
    0: "No passage holds these words",
    1: "One passage holds these words",
    2: "{count:,} passages hold these words",
}
SEARCH_NEAR = {0: "", 1: "one comes near in meaning", 2: "{count} come near in meaning"}
SEARCH_FIRST = "; the first {count} are shown"
SEARCH_EXACT_TITLE = "With these words"
SEARCH_NEAR_TITLE = "Near in meaning"
SEARCH_NOTHING = "Nothing was found for “{query}”."
SEARCH_NOTHING_HINT = "Try fewer or other words, without quotation marks, or ask the advisor in a sentence of your own."
SEARCH_TOO_LONG = "That is too long to search for"
GUIDE_DIGEST = "Our digest of “{title}”, {publisher}"
GUIDE_DIGEST_WRITTEN = ", written by {who}"
GUIDE_DIGEST_ON = " on {when}"
GUIDE_DIGEST_CHECKED = ", checked by {who}"
GUIDE_DIGEST_END = "; our words, not the publisher’s."
GUIDE_ORIGINAL = "An original: the publisher’s own words."
GUIDE_OTHER_RELEASE = "The release that was cited is gone; this is the guide as it stands in the library now."
GUIDE_SPAN_GONE = "The cited words are not in this version at the cited place, so nothing is highlighted."
GUIDE_WITHDRAWN = "This guide was withdrawn and is not used: {reason}"
GUIDE_PASSAGE_WITHDRAWN = "A passage of this guide was withdrawn and is not used: {reason}"
GUIDE_GONE = "(withdrawn)"
GUIDE_CITED = "Go to the cited words"
GUIDE_CONTENTS = "On this page"
GUIDE_SECTION_LINK = "Link to the section “{name}”"
GUIDE_SAYS = {
    "audience": "Written for",
    "difficulty": "Level",
    "basis": "Its evidence, by its own account",
    "reliability": "How far to rely on it (our note)",
    "origin": "Where it repeats another source",
    "review_by": "To be reviewed by",
}
GUIDE_REVIEW_OWNER = "{when}, by {owner}"
GUIDE_RELATED = "Related"
GUIDE_COMPARE = "Compare roles on what this guide speaks of"
GUIDE_COMPARE_ALL = "{roles}: everything it speaks of"
GUIDE_COMPARE_ON = "Or one thing at a time: "
GUIDE_OTHERS = "Other guides on the same roles"
GUIDE_MISSING = "There is no such guide"
GUIDE_MISSING_HINT = "It may have been taken out of the library. The list shows the guides there are."
GUIDE_LIST = "See all guides"
PAGE_MISSING = "There is no such page"
PAGE_MISSING_HINT = "Check the address, or start from the question page."
PAGE_START = "Go to the question page"
LIBRARY_CLOSED = "The library cannot be opened"

UNREACHED = "The advisor cannot be reached just now. What you typed is still here; try again."
BODY_TOO_LARGE = "That is more than this page accepts. Shorten it and ask again; it is still in the box."

KEPT_TITLE = "Your conversations"
KEPT_INTRO = (
    "Kept for this browser, which a random cookie tells from others. Whoever uses this browser sees them; nobody else "
    "does, unless you share a link."
)
KEPT_NONE = "There is no conversation of this browser yet."
KEPT_START = "Ask a question"
KEPT_UNNAMED = "Conversation without words"
KEPT_QUESTIONS = ("{count} question", "{count} questions")
KEPT_RENAME = "Rename"
KEPT_NAME = "Name"
KEPT_NAME_HINT = "Leave it empty to call it by its first question."
KEPT_SAVE = "Save the name"
KEPT_EXPORT = "Export"
KEPT_EXPORTS = {"md": "Markdown", "html": "Web page (HTML)", "json": "Data (JSON)"}
KEPT_SHARE = "Share"
KEPT_SHARE_WHAT = (
    "Whoever has the link can read this conversation, also what you ask in it later, and change nothing. You can "
    "revoke it at any time. A plan that you keep with it is not shown."
)
KEPT_SHARE_GO = "Make a link"
KEPT_LINK = "Link to read it"
KEPT_LINK_COPY = "Copy the link"
KEPT_LINK_COPIED = "Copied"
KEPT_REVOKE = "Revoke the link"
KEPT_DELETE = "Delete"
KEPT_DELETE_WHAT = "What was written in it is erased for good, and its link stops working."
KEPT_DELETE_GO = "Delete for good"
KEPT_OF = ": {title}"
KEPT_MISSING = "There is no such conversation here"
KEPT_MISSING_HINT = "It may have been deleted, its link revoked, or it belongs to another browser."
KEPT_CLOSED = "The conversations cannot be opened"
KEPT_ELSEWHERE = "This did not come from a page of this site"
KEPT_ELSEWHERE_HINT = "Open the list of your conversations and do it there."
TRANSCRIPT_OF = "Conversation of {when}"
TRANSCRIPT_ABOUT = (
    "A conversation with a program that answers from career guides and can be wrong: open the source before you decide."
)
TRANSCRIPT_SHARED = "Shared for reading; whoever shared it can revoke the link."
TRANSCRIPT_WHEN = "Asked on {when}, from library release {release}"
TRANSCRIPT_ASKED = "Asked: "

FEEDBACK_WHAT = "Did this answer help?"
FEEDBACK_UP = "It helped"
FEEDBACK_DOWN = "It did not help"
FEEDBACK_THANKS = "Thank you, noted."
FEEDBACK_WHY = "What is the matter with it?"
COMPLAINTS = {
    "wrong": "It is wrong",
    "incomplete": "It is incomplete",
    "outdated_source": "Its source is outdated",
    "not_what_i_asked": "It is not what I asked",
    "other": "Something else",
}
FEEDBACK_COMMENT = "What should it have said? (optional)"
FEEDBACK_SEND = "Send"
FEEDBACK_CANCEL = "Cancel"
FEEDBACK_FAILED = "This could not be sent. What you wrote is still here: try again."

AUDIT_TITLE = "Audit"
AUDIT_INTRO = "Here people of the staff check the answers. To ask a question needs no account."
AUDIT_NOBODY = "There is no account yet. Whoever runs this advisor makes the first one, on its machine, with:"
AUDIT_NAME = "Name"
AUDIT_PASSWORD = "Password"
AUDIT_SIGN_IN = "Sign in"
AUDIT_SIGN_OUT = "Sign out"
AUDIT_WHO = "{name}, {role}"
AUDIT_ROLES = {"viewer": "viewer", "auditor": "auditor", "admin": "admin"}
AUDIT_WRONG = "Name or password is wrong."
AUDIT_WAIT = {1: "Too many attempts. Try again in a minute.", 2: "Too many attempts. Try again in {count} minutes."}
AUDIT_SIGNED_OUT = "You are signed out"
AUDIT_SIGNED_OUT_HINT = "Sign in at /audit. What you had judged is saved; what you typed is kept in this browser."
AUDIT_FORBIDDEN = "Your account may not do this"
AUDIT_FORBIDDEN_HINT = "Ask an administrator, or open the page again and do it there."
AUDIT_MISSING = "There is no such answer"
AUDIT_MISSING_HINT = "Choose one from the list of all answers."
AUDIT_TABS = {"/audit": "All answers", "/audit/queue": "To judge", "/audit/chain": "Proof"}
AUDIT_ALL = "All answers"
AUDIT_NONE = "No answer fits all of these filters."
AUDIT_ERASED = "[The question was erased]"
AUDIT_BY = "judged by {name}"
AUDIT_OLDER = "Older answers"
AUDIT_NEWEST = "Back to the newest"
AUDIT_FILTER = "Filter"
AUDIT_FILTER_GO = "Show"
AUDIT_FILTER_CLEAR = "Clear all"
AUDIT_ANY = "any"
AUDIT_FILTERS = {
    "q": "Words in question or answer",
    "from": "From",
    "to": "To",
    "origin": "Asked by",
    "kind": "Kind",
    "declined": "Declined because",
    "verdict": "Weakest verdict",
    "feedback": "Feedback",
    "reviewed": "Reviewed",
    "source": "Source",
    "disagreement": "Disagreement",
    "near": "Near passages",
    "often": "Asked often",
    "guide": "Guide cited",
    "role": "Career role",
    "attribute": "Attribute",
    "release": "Release",
    "reviewer": "Reviewer",
}
AUDIT_OPTIONS = {
    "origin": {
        "people": "people", "chat": "people, on the page", "api": "people, elsewhere", "batch": "a batch",
        "eval": "an evaluation", "replay": "a replay", "any": "anyone",
    },
    "kind": {"answer": "answer", "declined": "declined", "question": "question back", "talk": "small talk"},
    "declined": {"not_in_guides": "not in the guides", "off_topic": "not our business", "unsafe": "unsafe"},
    "verdict": {
        "supported": "all supported", "partly": "partly supported", "unsupported": "unsupported",
        "contradicted": "contradicted", "refused": "a claim was refused",
    },
    "feedback": {"down": "did not help", "up": "helped", "none": "none"},
    "reviewed": {"no": "not reviewed", "yes": "reviewed"},
    "source": {"undated": "undated source", "old": "old source"},
    "disagreement": {"yes": "guides differ"},
    "near": {"yes": "declined with near passages"},
    "often": {"yes": "asked often"},
}  # fmt: skip
AUDIT_QUEUE = "To judge"
AUDIT_QUEUE_INTRO = (
    "Cases come in turns: one drawn by lot, one that looks risky. Only those drawn by lot speak for all answers, so "
    "judge them as they come. A case that is given to you is nobody else’s for half an hour."
)
AUDIT_QUEUE_EMPTY = "There is nothing left for you to judge."
AUDIT_START = "Judge the next case"
AUDIT_COUNTS = (
    "Risky and not judged: {risky}. Second opinions wanted: {second}. Drawn and judged: {drawn} of {due} answers. "
    "Judged by you: {mine}."
)
AUDIT_RISKY = "The riskiest first"
AUDIT_JUDGE = "Judge this one"
AUDIT_SIZES = "What a sample tells"
AUDIT_SIZES_WHAT = (
    "Where some 80 of 100 answers are right, the share that is found lies within so many points of the true one, "
    "95 times in 100."
)
AUDIT_SIZES_HEAD = ("Judged by lot", "Points")
AUDIT_CASE = "One answer"
AUDIT_QUESTIONS = {
    "right": "Is it right?",
    "complete": "Is it complete?",
    "harmful": "Could it harm?",
    "rightly_declined": "Was it right to decline?",
}
AUDIT_YES_NO = {"yes": "yes", "no": "no", "": "open"}
AUDIT_KEYS = (
    "Keys: r, c and h answer a question, pressed again they answer the contrary, then leave it open. n next, s skip, "
    "2 second opinion, d the claims."
)
AUDIT_KEYS_ON = "keys on"
AUDIT_NEXT = "Save, next case"
AUDIT_SAVE = "Save"
AUDIT_SKIP = "Skip"
AUDIT_SECOND = "Save, ask for a second opinion"
AUDIT_SAVED = "Saved"
AUDIT_SAVED_AT = "You judged it: {when}"
AUDIT_NOT_SAVED = "Not saved. What you chose is kept in this browser; it is sent again with your next change."
AUDIT_DOUBT = "In doubt: claims, their sources, comment"
AUDIT_CLAIMS = "Claims beside their sources"
AUDIT_NEAREST = "What the library has nearest"
AUDIT_MACHINE = "The check says"
AUDIT_CLAIM = "Your judgement"
AUDIT_WHY = "Reason"
AUDIT_JUDGEMENTS = {
    "supported": "supported",
    "partly": "partly supported",
    "not": "not supported",
    "contradicted": "contradicted",
    "wrong-guide": "wrong guide",
    "outdated": "outdated",
}
AUDIT_REASONS = {
    "figure": "the figure is another",
    "role": "it speaks of another role",
    "scope": "true only of some place, time or level",
    "missing": "something that matters is left out",
    "wording": "the wording misleads",
    "source": "the source is too weak",
    "other": "something else",
}
AUDIT_TEXTS = {"comment": "Comment", "better": "A better wording"}
AUDIT_HELD = "{name} is judging this answer now. What both of you decide is kept."
AUDIT_OTHERS = "What others decided"
AUDIT_OTHERS_LATER = "Others have judged it; what they decided is shown once you have."
AUDIT_ERASE = "Erase what the person wrote"
AUDIT_ERASE_WHAT = (
    "Question, answer as shown and comments go for good; sources and judgements stay. It cannot be undone."
)
AUDIT_ERASE_WHY = "Why? It stays on record: name nobody."
AUDIT_ERASE_GO = "Erase for good"
AUDIT_CHAIN = "Is the record as it was written?"
AUDIT_CHAIN_INTRO = (
    "Each entry is sealed to the one before with a key that is not in the database. All of them were read now."
)
AUDIT_CHAIN_HOLDS = "It holds: {count} entries, none changed, removed, put in or reordered."
AUDIT_CHAIN_BROKEN = "It breaks at entry {seq}: {kind}."
AUDIT_BREAKS = {
    "changed": "changed",
    "removed": "removed",
    "inserted": "put in",
    "reordered": "reordered",
    "truncated": "the end was cut off",
    "recomputed without the key": "recomputed without the key",
    "head lost": "the head is lost",
}
AUDIT_HEAD = "Write this head down elsewhere: it shows later that nothing before it was changed."

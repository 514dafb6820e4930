"""What the pages of kept and shared conversations say. Knows no conversation and no HTML."""

TITLE = "Your conversations"
INTRO = (
    "Kept for this browser, which a random cookie tells from others. Whoever uses this browser sees them; nobody else "
    "does, unless you share a link."
)
NONE = "There is no conversation of this browser yet."
START = "Ask a question"
UNNAMED = "Conversation without words"
QUESTIONS = ("{count} question", "{count} questions")
RENAME = "Rename"
NAME = "Name"
NAME_HINT = "Leave it empty to call it by its first question."
SAVE = "Save the name"
EXPORT = "Export"
EXPORTS = {"md": "Markdown", "html": "Web page (HTML)", "json": "Data (JSON)"}
SHARE = "Share"
SHARE_WHAT = (
    "Whoever has the link can read this conversation, also what you ask in it later, and change nothing. You can "
    "revoke it at any time. A plan that you keep with it is not shown."
)
SHARE_GO = "Make a link"
LINK = "Link to read it"
LINK_COPY = "Copy the link"
LINK_COPIED = "Copied"
REVOKE = "Revoke the link"
DELETE = "Delete"
DELETE_WHAT = "What was written in it is erased for good, and its link stops working."
DELETE_GO = "Delete for good"
OF = ": {title}"
MISSING = "There is no such conversation here"
MISSING_HINT = "It may have been deleted, its link revoked, or it belongs to another browser."
CLOSED = "The conversations cannot be opened"
ELSEWHERE = "This did not come from a page of this site"
ELSEWHERE_HINT = "Open the list of your conversations and do it there."
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

// Whether the advisor is there and ready. What the person typed is kept until it is, over a reload, too.
(() => {
  const DRAFT = "draft"; // for this tab only
  const SOON = 1500, WARMING = 700, LOST = 2000; // milliseconds
  const words = JSON.parse(document.querySelector('meta[name="words"]').content);
  const box = () => document.querySelector("#question textarea");
  const waiting = () => document.querySelector("#log .asking");
  let note, timer, lost = false;

  function type(text) {
    box().value = text;
    box().dispatchEvent(new Event("input", { bubbles: true }));
  }

  function tell(text) {
    note.firstChild.textContent = text;
    note.lastChild.hidden = !lost;
    note.classList.toggle("empty", !text);
    document.body.classList.toggle("lost", lost);
  }

  async function health() {
    try {
      const answer = await fetch("/healthz", { cache: "no-store" });
      return await answer.json();
    } catch { return null; }
  }

  // A question on its way when the advisor went comes back into the box, unless another is there by now.
  function giveBack() {
    const turn = waiting();
    if (!turn) return;
    if (!box().value) type(turn.querySelector(".asked").lastChild.textContent);
    turn.classList.replace("asking", "failed");
    turn.querySelector(".steps").replaceWith(Object.assign(document.createElement("p"), { className: "stopped", textContent: words.broken }));
  }

  // What was cut off does not mend itself: once the advisor is back the page is loaded again, with its conversation.
  async function look() {
    clearTimeout(timer);
    const found = await health();
    if (!found) {
      lost = true;
      giveBack();
      tell(words.lost);
      timer = setTimeout(look, LOST);
      return;
    }
    if (lost) { location.reload(); return; }
    tell(found.ready === false ? words.warming : "");
    if (found.ready === false) timer = setTimeout(look, WARMING);
    else if (waiting()) timer = setTimeout(look, SOON);
  }

  // Once something was asked: is it on its way, or could it not be sent?
  function lookSoon() {
    clearTimeout(timer);
    timer = setTimeout(() => { if (lost || waiting() || box().value) look(); }, SOON);
  }

  function begin(composer) {
    note = document.createElement("p");
    note.id = "state";
    note.className = "empty";
    note.setAttribute("role", "status");
    const button = document.createElement("button");
    button.type = "button";
    button.hidden = true;
    button.textContent = words.reach;
    button.addEventListener("click", look);
    note.append(document.createElement("span"), button);
    composer.prepend(note);
    look();
  }

  function restore() {
    try {
      const draft = sessionStorage.getItem(DRAFT);
      sessionStorage.removeItem(DRAFT);
      if (draft && !box().value) { type(draft); box().focus(); }
    } catch { /* storage is off: nothing was kept */ }
  }

  addEventListener("pagehide", () => {
    try { if (box()?.value) sessionStorage.setItem(DRAFT, box().value); } catch { /* storage is off */ }
  });
  addEventListener("offline", look);
  addEventListener("online", look);
  document.addEventListener("click", (event) => { if (event.target.closest("#talk button:not(#state button)")) lookSoon(); });
  document.addEventListener("keydown", (event) => { if (event.key === "Enter" && event.target === box()) lookSoon(); });

  const start = new MutationObserver(() => {
    const composer = document.getElementById("composer");
    if (!composer || !box()) return;
    start.disconnect();
    begin(composer);
    setTimeout(restore, 0);
  });
  start.observe(document.body, { childList: true, subtree: true });
})();

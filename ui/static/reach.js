// A form is sent only once the server can be reached; else the page stays, with what was typed, and says so.
(() => {
  const note = document.getElementById("unreached");
  const sent = new WeakSet();
  document.addEventListener("submit", async (event) => {
    const form = event.target;
    if (sent.delete(form)) return;
    event.preventDefault();
    event.stopImmediatePropagation();
    try { await fetch("/healthz", { cache: "no-store" }); } catch { note.hidden = false; return; }
    note.hidden = true;
    sent.add(form);
    form.requestSubmit(event.submitter);
  }, true);
})();

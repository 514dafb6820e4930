// The conversation: takes turns from the wire into the log, and lets markers lead to their sources.
// Turns arrive as sanitised HTML; this script only moves nodes, it never makes HTML out of text.
(() => {
  const KEPT = "conversation"; // for this tab only: gone when it is closed
  const wide = matchMedia("(min-width: 60.01rem)");
  const calm = matchMedia("(prefers-reduced-motion: reduce)");
  const words = JSON.parse(document.querySelector('meta[name="words"]').content);
  let log, returnTo;

  const smooth = () => (calm.matches ? "auto" : "smooth");
  const only = (name, element) => {
    document.querySelectorAll(`.${name}`).forEach((other) => other.classList.remove(name));
    if (element) element.classList.add(name);
  };

  function makeLog(wire) {
    log = document.createElement("section");
    log.id = "log";
    log.setAttribute("role", "log");
    log.setAttribute("aria-live", "polite");
    log.setAttribute("aria-label", words.log);
    (wire.closest("#talk") || document.body).insertBefore(log, document.getElementById("intro"));
  }

  const memory = {
    get: () => { try { return sessionStorage.getItem(KEPT) || ""; } catch { return ""; } },
    set: (id) => { try { sessionStorage.setItem(KEPT, id); } catch { /* storage is off: a reload starts anew */ } },
  };

  function take(turn) {
    if (turn.classList.contains("cleared")) {
      log.replaceChildren();
      memory.set("");
      document.body.classList.remove("talking");
      return;
    }
    const conversation = turn.querySelector(".conversation");
    if (conversation) memory.set(conversation.textContent);
    const known = document.getElementById(turn.id);
    const copy = turn.cloneNode(true);
    copy.querySelectorAll("a.marker").forEach((marker) => marker.setAttribute("aria-label", marker.textContent));
    copy.querySelectorAll(".as-page a").forEach((link) => link.removeAttribute("target")); // Gradio opens all in a new tab
    document.dispatchEvent(new CustomEvent("turn", { detail: copy }));
    log.setAttribute("aria-busy", String(copy.classList.contains("asking")));
    if (known && log.contains(known)) known.replaceWith(copy);
    else log.append(copy);
    document.body.classList.add("talking");
    if (!copy.classList.contains("failed")) only("active", copy);
    const top = copy.getBoundingClientRect().top;
    if (top < 0 || top > innerHeight * 0.35) copy.scrollIntoView({ block: "start", behavior: smooth() });
  }

  // Ids in the wire would double those in the log: its turns are taken out as they come.
  function watch(wire) {
    makeLog(wire);
    const drain = () => {
      const turns = [...wire.querySelectorAll("article")].filter((turn) => !turn.dataset.taken);
      turns.forEach((turn) => { const id = turn.id; take(turn); turn.removeAttribute("id"); turn.dataset.taken = id; });
      turns.forEach((turn) => turn.replaceChildren());
    };
    new MutationObserver(drain).observe(wire, { childList: true, subtree: true });
    drain();
  }

  function show(marker) {
    const card = document.getElementById(marker.getAttribute("href").slice(1));
    if (!card) return;
    const turn = card.closest(".turn");
    only("active", turn);
    only("chosen");
    marker.classList.add("chosen");
    card.classList.add("chosen");
    returnTo = marker;
    if (!wide.matches) only("sheet", turn);
    card.scrollIntoView({ block: "nearest", behavior: smooth() });
    card.focus({ preventScroll: true });
  }

  function openSheet(button) {
    returnTo = button;
    only("sheet", button.closest(".turn"));
    button.closest(".sources").querySelector(".close").focus();
  }

  function closeSheet() {
    if (!document.querySelector(".sheet")) return;
    only("sheet");
    if (returnTo) returnTo.focus();
  }

  async function copyAnswer(button) {
    const text = button.closest(".turn").querySelector(".copy-text").textContent;
    const label = button.textContent;
    try { await navigator.clipboard.writeText(text); button.textContent = "✓ " + label; } catch { button.textContent = "✗ " + label; }
    setTimeout(() => { button.textContent = label; }, 1500);
  }

  // What a button of a turn says for the person goes to the server as if it were typed.
  function say(box, text) {
    const field = document.querySelector(`#${box} textarea, #${box} input`);
    field.value = field.value === text ? `${text} ` : text; // the same again is a change, too
    field.dispatchEvent(new Event("input", { bubbles: true }));
    document.querySelector("#question textarea")?.focus();
  }

  // The question as it was understood becomes a field: Enter asks what stands in it, Escape leaves all as it was.
  function edit(button) {
    const text = button.parentElement.querySelector("q");
    const field = document.createElement("input");
    field.value = text.textContent;
    field.setAttribute("aria-label", button.textContent);
    const close = () => { field.replaceWith(text); button.hidden = false; };
    field.addEventListener("keydown", (event) => {
      if (event.isComposing) return;
      if (event.key === "Escape") { event.stopPropagation(); close(); button.focus(); }
      if (event.key === "Enter" && field.value.trim()) { event.preventDefault(); close(); say("edited", field.value.trim()); }
    });
    text.replaceWith(field);
    button.hidden = true;
    field.focus();
  }

  // The question goes back into the box, to be changed.
  function rewrite(text) {
    const box = document.querySelector("#question textarea");
    box.value = text;
    box.dispatchEvent(new Event("input", { bubbles: true }));
    box.focus();
    box.setSelectionRange(text.length, text.length);
  }

  const actions = {
    copy: copyAnswer,
    edit,
    forget: (button) => say("said", button.querySelector(".sr").textContent),
    simpler: (button) => say("simpler", button.closest(".turn").querySelector(".recorded").textContent),
    again: (button) => say("edited", button.querySelector(".about").textContent),
    retry: (button) => say("said", button.querySelector(".about").textContent),
    rewrite: (button) => rewrite(button.querySelector(".about").textContent),
    "open-sheet": openSheet,
  };

  document.addEventListener("click", (event) => {
    const marker = event.target.closest("a.marker");
    if (marker) { event.preventDefault(); show(marker); return; }
    const button = event.target.closest("#log .turn button");
    const action = button && Object.keys(actions).find((name) => button.classList.contains(name));
    if (action) { actions[action](button); return; }
    if (event.target.closest(".close") || !event.target.closest(".sources")) closeSheet();
  });
  document.addEventListener("keydown", (event) => {
    if (event.key === "Escape") {
      if (document.querySelector(".sheet")) closeSheet();
      else if (returnTo && document.activeElement?.closest(".sources")) returnTo.focus();
    }
  });

  // Tells the server which conversation is wanted: the one in the address, or that of this tab; with none it gives
  // the opening questions. A question in the address is put into the box, not asked. Both leave the address.
  function open(box) {
    const address = new URLSearchParams(location.search);
    const wanted = address.get("conversation"), brought = address.get("ask");
    if (wanted || brought) history.replaceState(null, "", "/");
    box.value = [wanted || memory.get() || "-", brought].filter(Boolean).join("\t");
    box.dispatchEvent(new Event("input", { bubbles: true }));
  }

  const start = new MutationObserver(() => {
    const wire = document.getElementById("wire");
    const box = document.querySelector("#remembered textarea, #remembered input");
    if (!wire || !box) return;
    start.disconnect();
    watch(wire);
    setTimeout(() => open(box), 0);
  });
  start.observe(document.body, { childList: true, subtree: true });
})();

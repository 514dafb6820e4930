// The workbench by keyboard: one key answers a question, every change is saved, what could not be saved stays here.
// Without this script the page is a form with buttons.
(() => {
  const form = document.getElementById("judge"), note = document.getElementById("saved"), keys = document.getElementById("keys");
  const { draft, saved, failed } = form.dataset;
  document.documentElement.classList.add("scripted");
  let saving = Promise.resolve(), waits = 0, unsaved = false;

  const written = () => JSON.stringify([...new FormData(form)].filter(([name]) => name !== "form" && name !== "then"));
  const tell = (text, wrong) => { note.textContent = text; note.classList.toggle("failed", wrong); };

  async function send() {
    const body = new FormData(form), kept = written();
    body.set("then", "save");
    try {
      const answer = await fetch(form.action, { method: "POST", body, keepalive: true, redirect: "manual" });
      if (!answer.ok) throw new Error(String(answer.status));
    } catch {
      return tell(failed, true);
    }
    if (written() !== kept) return;
    unsaved = false;
    localStorage.removeItem(draft);
    tell(`${saved} ${new Date().toLocaleTimeString()}`, false);
  }
  const save = () => { clearTimeout(waits); saving = saving.then(send); };
  const changed = (soon) => {
    unsaved = true;
    localStorage.setItem(draft, written());
    clearTimeout(waits);
    waits = setTimeout(save, soon ? 0 : 800);
  };

  function restore() {
    const kept = localStorage.getItem(draft);
    if (!kept) return;
    for (const [name, value] of JSON.parse(kept)) {
      const field = form.elements[name];
      if (field) field.value = value;
    }
    changed(true);
  }

  function answer(question) {
    const { first } = question.dataset, order = [first, first === "yes" ? "no" : "yes", ""];
    const options = [...question.querySelectorAll("input")], now = options.find((option) => option.checked)?.value ?? "";
    const next = order[(order.indexOf(now) + 1) % order.length];
    options.find((option) => option.value === next).checked = true;
    changed(true);
  }

  form.addEventListener("input", (event) => changed(event.target.matches("[type=radio], select")));
  document.addEventListener("visibilitychange", () => { if (document.hidden && unsaved) save(); });
  document.addEventListener("submit", async (event) => { // what is not saved yet is saved before the page is left
    if (event.target !== form || !unsaved) return;
    event.preventDefault();
    event.stopImmediatePropagation();
    save();
    await saving;
    if (!unsaved) form.requestSubmit(event.submitter);
  }, true);

  const press = (then) => form.querySelector(`button[value="${then}"]`).click();
  document.addEventListener("keydown", (event) => {
    const typing = event.target.closest("textarea, select, input:not([type=radio], [type=checkbox])");
    if (!keys.checked || typing || event.ctrlKey || event.metaKey || event.altKey || event.repeat) return;
    const question = form.querySelector(`fieldset[data-key="${CSS.escape(event.key.toLowerCase())}"]`);
    if (question) answer(question);
    else if (event.key === "n") press("next");
    else if (event.key === "s") press("skip");
    else if (event.key === "2") press("second");
    else if (event.key === "d") document.getElementById("doubt").toggleAttribute("open");
    else return;
    event.preventDefault();
  });
  keys.checked = localStorage.getItem("audit keys") !== "off";
  keys.addEventListener("change", () => localStorage.setItem("audit keys", keys.checked ? "on" : "off"));
  restore();
})();

// Thumbs under an answer: puts the page's one template under each and sends what is said to the server.
(() => {
  const template = document.getElementById("feedback");

  async function send(box, record, fields) {
    const problem = box.querySelector(".unsent");
    problem.hidden = true;
    try {
      const answer = await fetch(`/feedback/${encodeURIComponent(record)}`, { method: "POST", body: fields });
      if (!answer.ok) throw new Error(answer.statusText);
    } catch {
      problem.textContent = template.dataset.failed;
      problem.hidden = false;
      return false;
    }
    return true;
  }

  function press(box, which) {
    ["up", "down"].forEach((name) => box.querySelector(`button.${name}`).setAttribute("aria-pressed", String(name === which)));
  }

  // What was given before stands in the slot as text; it becomes the state of the controls.
  function restore(box, slot) {
    const which = ["up", "down"].find((name) => slot.querySelector(`span.${name}`));
    if (which) press(box, which);
    slot.querySelectorAll("span.complaint").forEach((given) => {
      box.querySelector(`input[value="${CSS.escape(given.textContent)}"]`).checked = true;
    });
    box.querySelector("textarea").value = slot.querySelector("span.comment")?.textContent || "";
  }

  function prepare(slot) {
    const record = slot.querySelector(".record").textContent;
    const box = document.createElement("div");
    box.append(template.content.cloneNode(true));
    restore(box, slot);
    const form = box.querySelector("form"), down = box.querySelector("button.down");
    const open = (shown) => { form.hidden = !shown; down.setAttribute("aria-expanded", String(shown)); };
    const say = async (which, fields) => {
      fields.set("helpful", String(which === "up"));
      if (!(await send(box, record, fields))) { open(true); return; }
      press(box, which);
      open(false);
      box.querySelector(".thanks").textContent = template.dataset.thanks;
      down.focus();
    };
    open(false);
    box.querySelector("button.up").addEventListener("click", () => say("up", new URLSearchParams()));
    down.addEventListener("click", () => { open(form.hidden); if (!form.hidden) form.querySelector("input").focus(); });
    box.querySelector(".cancel").addEventListener("click", () => { open(false); down.focus(); });
    form.addEventListener("submit", (event) => { event.preventDefault(); say("down", new URLSearchParams(new FormData(form))); });
    slot.replaceChildren(box);
  }

  document.addEventListener("turn", (event) => event.detail.querySelectorAll(".feedback").forEach(prepare));
})();

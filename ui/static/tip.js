// Small notes beside a marker (the quoted words) or a term (its meaning): on hover, focus or, of a term, a tap.
// The note can be pointed at, and Escape closes it. What it says is text: nothing is made into HTML.
(() => {
  const MOST = 320; // characters of a quote; all of it is in the card
  const words = JSON.parse(document.querySelector('meta[name="words"]').content);
  const tip = document.createElement("div");
  let owner, closing;

  tip.id = "tip";
  tip.setAttribute("role", "tooltip");
  tip.hidden = true;
  document.body.append(tip);

  const of = (target) => target instanceof Element && target.closest("#log a.marker, #log button.term");
  const line = (kind, text) => {
    const element = document.createElement("span");
    element.className = kind;
    element.textContent = text;
    return element;
  };

  function quoted(marker) {
    const card = document.getElementById(marker.getAttribute("href").slice(1));
    const marks = [...(card?.querySelectorAll(".passage mark") ?? [])].map((mark) => mark.textContent.trim());
    if (!marks.length) return [];
    const quote = marks.join(" ");
    const source = [...card.querySelectorAll("cite, .path")].map((part) => part.textContent).join(", ");
    const shown = quote.length > MOST ? `${quote.slice(0, MOST)}…` : quote;
    return [line("tip-quote", `“${shown}”`), line("tip-from", source)];
  }

  function explained(term) {
    const turn = term.closest(".turn");
    const place = [...turn.querySelectorAll(".answer .term")].indexOf(term);
    const meaning = turn.querySelectorAll(".meanings li")[place];
    return meaning ? [line("tip-meaning", meaning.textContent), line("tip-from", words.ours)] : [];
  }

  function open(element) {
    clearTimeout(closing);
    if (owner === element) return;
    close();
    const lines = element.matches(".term") ? explained(element) : quoted(element);
    if (!lines.length) return;
    owner = element;
    tip.replaceChildren(...lines);
    tip.hidden = false;
    owner.setAttribute("aria-describedby", tip.id);
    place();
  }

  function place() {
    const at = owner.getClientRects()[0];
    const size = tip.getBoundingClientRect();
    const above = at.top - size.height - 6;
    tip.style.left = `${Math.max(8, Math.min(at.left, document.documentElement.clientWidth - size.width - 8))}px`;
    tip.style.top = `${above > 60 ? above : at.bottom + 6}px`;
  }

  function close() {
    clearTimeout(closing);
    if (!owner) return;
    owner.removeAttribute("aria-describedby");
    owner = undefined;
    tip.hidden = true;
  }

  const soon = () => { clearTimeout(closing); closing = setTimeout(close, 200); };

  document.addEventListener("pointerover", (event) => {
    if (event.pointerType === "touch") return;
    const element = of(event.target);
    if (element) open(element);
    else if (tip.contains(event.target)) clearTimeout(closing);
    else if (owner) soon();
  });
  document.addEventListener("focusin", (event) => {
    const element = of(event.target);
    if (element && element.matches(":focus-visible")) open(element);
    else close();
  });
  document.addEventListener("click", (event) => {
    const element = of(event.target);
    if (element && element.matches(".term")) open(element);
    else if (!tip.contains(event.target)) close();
  });
  document.addEventListener("keydown", (event) => {
    if (event.key === "Escape" && owner) { event.stopPropagation(); close(); }
  }, true);
  addEventListener("scroll", () => owner && place(), { passive: true, capture: true });
})();

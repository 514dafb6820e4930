// Extras of the comparison: a busy button, copying the address, and the page as a picture. Nothing is fetched.
(() => {
  const WIDTH = 1280, PAD = 40, GAP = 18, CHART = 560;
  const style = (element) => getComputedStyle(element);
  const words = (element) => element.innerText.replace(/\s+/g, " ").trim();

  document.querySelector(".choose")?.addEventListener("submit", ({ target }) => {
    const button = target.querySelector("button");
    button.setAttribute("aria-busy", "true");
    button.dataset.ready = button.textContent;
    button.textContent = button.dataset.busy;
  });
  addEventListener("pageshow", () => {
    const button = document.querySelector(".choose button[aria-busy]");
    if (!button) return;
    button.removeAttribute("aria-busy");
    button.textContent = button.dataset.ready;
  });

  const link = document.querySelector("button.link"), png = document.querySelector("button.png");
  const say = (text) => { document.querySelector(".done").textContent = text; };
  if (link && navigator.clipboard) {
    link.hidden = false;
    link.addEventListener("click", async () => {
      try {
        await navigator.clipboard.writeText(new URL(link.dataset.address, location.href).href);
        say(link.dataset.done);
      } catch { location.assign(link.dataset.address); /* the address bar then holds it */ }
    });
  }

  // the lines of a text in a width
  const lines = (pen, text, width) => {
    const done = [""];
    for (const word of text.split(" ")) {
      const longer = `${done.at(-1)} ${word}`.trim();
      if (pen.measureText(longer).width <= width || !done.at(-1)) done[done.length - 1] = longer;
      else done.push(word);
    }
    return done;
  };

  // a block of text: drawn if `draw`, and how high it is
  const block = (pen, text, { font, size, colour, x, y, width, draw }) => {
    pen.font = `${font} ${size}px system-ui, sans-serif`;
    const wrapped = lines(pen, text, width);
    if (draw) {
      pen.fillStyle = colour;
      wrapped.forEach((line, n) => pen.fillText(line, x, y + size + n * size * 1.4));
    }
    return wrapped.length * size * 1.4;
  };

  const picture = (svg) => new Promise((done, failed) => {
    const copy = svg.cloneNode(true), from = svg.querySelectorAll("*");
    copy.setAttribute("xmlns", "http://www.w3.org/2000/svg");
    copy.setAttribute("width", CHART);
    copy.querySelectorAll("*").forEach((element, n) => {
      const { fill, stroke, strokeWidth, strokeLinejoin, paintOrder, fontSize, fontWeight } = style(from[n]);
      const drawn = { fill, stroke, "stroke-width": strokeWidth, "stroke-linejoin": strokeLinejoin, "paint-order": paintOrder };
      const kept = { ...drawn, "font-size": fontSize, "font-weight": fontWeight, "font-family": "system-ui, sans-serif" };
      for (const [name, value] of Object.entries(kept)) element.setAttribute(name, value);
    });
    const image = new Image();
    image.onload = () => done(image);
    image.onerror = failed;
    image.src = `data:image/svg+xml,${encodeURIComponent(new XMLSerializer().serializeToString(copy))}`;
  });

  const quoted = (part) => [...part.childNodes].map((node) => (node.nodeName === "Q" ? `“${node.textContent}”` : node.textContent)).join("").replace(/\s+/g, " ").trim();

  // what stands in a cell, folded statements left out
  const told = (cell) => [...cell.querySelectorAll(".differ, .none, .voice > .says, .voice > .by")].map((part) => ({
    text: part.matches(".by") ? [...part.children].map(words).join(" · ") : quoted(part), soft: part.matches(".by, .none"), marked: part.matches(".differ"), ends: part.matches(".by"),
  }));

  const paint = (pen, images, draw) => {
    const ink = style(document.body).color, soft = style(document.querySelector(".hint")).color;
    const caution = style(document.querySelector(".differ") ?? document.body).color;
    const inner = WIDTH - 2 * PAD;
    let y = PAD;
    const put = (text, size, font, colour, x = PAD, width = inner) => block(pen, text, { font, size, colour, x, y, width, draw });
    y += put(words(document.querySelector("main h1")), 30, "600", ink) + GAP;
    for (const chip of document.querySelectorAll(".chip")) y += put(`${words(chip.querySelector("strong"))}: ${words(chip.querySelector(".worked"))}`, 16, "400", ink) + 4;
    y += GAP;
    images.forEach((image, n) => {
      const x = PAD + (n % 2) * (inner - CHART);
      const caption = words(document.querySelectorAll(".chart-box figcaption")[n]);
      if (draw) pen.drawImage(image, x, y, CHART, image.height);
      const below = block(pen, caption, { font: "400", size: 13, colour: soft, x, y: y + image.height + 6, width: CHART, draw });
      const next = images[n + 1];
      if (n % 2 || !next) y += Math.max(image.height + below, n % 2 ? images[n - 1].height + below : 0) + 2 * GAP;
    });
    const rows = [...document.querySelectorAll(".compare tr")];
    const count = rows[0].cells.length, first = 150, column = (inner - first) / (count - 1);
    for (const row of rows) {
      let highest = 0;
      [...row.cells].forEach((cell, n) => {
        const x = PAD + (n ? first + (n - 1) * column : 0), width = (n ? column : first) - 16;
        const parts = cell.matches("td") ? told(cell) : [{ text: (cell.firstChild?.textContent ?? "").trim(), heading: true }];
        let high = 0;
        for (const { text, soft: quiet, marked, heading, ends } of parts) {
          const colour = marked ? caution : quiet ? soft : ink;
          high += block(pen, text, { font: heading ? "600" : "400", size: quiet ? 12 : 15, colour, x, y: y + high, width, draw }) + (ends ? 10 : 2);
        }
        highest = Math.max(highest, high);
      });
      y += highest + 10;
      if (draw) { pen.fillStyle = soft; pen.globalAlpha = 0.35; pen.fillRect(PAD, y - 6, inner, 1); pen.globalAlpha = 1; }
    }
    y += put(`${words(document.querySelector(".release"))} · ${new URL(link.dataset.address, location.href).href}`, 12, "400", soft);
    return y + PAD;
  };

  const save = async () => {
    const images = await Promise.all([...document.querySelectorAll("svg.chart")].map(picture));
    const canvas = document.createElement("canvas");
    canvas.width = WIDTH;
    canvas.height = 10;
    const height = Math.ceil(paint(canvas.getContext("2d"), images, false));
    const sharp = height < 8000 ? 2 : 1; // browsers refuse pictures that are too large
    canvas.width = WIDTH * sharp;
    canvas.height = height * sharp;
    const pen = canvas.getContext("2d");
    pen.scale(sharp, sharp);
    pen.fillStyle = style(document.body).backgroundColor;
    pen.fillRect(0, 0, WIDTH, height);
    paint(pen, images, true);
    const file = await new Promise((done) => canvas.toBlob(done, "image/png"));
    if (!file) throw new Error("no picture");
    const address = URL.createObjectURL(file);
    Object.assign(document.createElement("a"), { href: address, download: "comparison.png" }).click();
    setTimeout(() => URL.revokeObjectURL(address), 10_000);
  };
  if (png) {
    png.hidden = false;
    png.addEventListener("click", () => save().catch(() => say(png.dataset.failed)));
  }
})();

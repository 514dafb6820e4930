// The chosen appearance, set before the first paint; without a choice the system decides.
(() => {
  const root = document.documentElement;
  const stored = () => { try { return localStorage.getItem("theme"); } catch { return null; } };
  const keep = (theme) => { try { localStorage.setItem("theme", theme); } catch { /* storage is off: for this page only */ } };
  if (stored()) root.dataset.theme = stored();
  document.addEventListener("click", (event) => {
    if (!event.target.closest(".theme")) return;
    const dark = root.dataset.theme ? root.dataset.theme === "dark" : matchMedia("(prefers-color-scheme: dark)").matches;
    root.dataset.theme = dark ? "light" : "dark";
    keep(root.dataset.theme);
  });
})();

// The list of conversations: a link can be copied by a button. Without this script it can be selected.
(() => {
  document.querySelectorAll("button.copy").forEach((button) => {
    const field = button.parentElement.querySelector("input"), label = button.innerHTML;
    button.hidden = false;
    button.addEventListener("click", async () => {
      field.select();
      try { await navigator.clipboard.writeText(field.value); } catch { return; /* it is selected: Ctrl+C copies it */ }
      button.textContent = button.dataset.done;
      setTimeout(() => { button.innerHTML = label; }, 1500);
    });
  });
})();

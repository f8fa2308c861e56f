/**
 * In a form with `[data-chosen]`, that element always says how many rows are ticked, and `[data-choose-all]` ticks or clears them all: who
 * returns three of thirty does not clear the other twenty-seven by hand. Both are hidden by the page until they can work.
 */
export function choosing() {
  for (const shown of document.querySelectorAll<HTMLElement>("[data-chosen]")) {
    const form = shown.closest("form")!;
    const rows = () => [...form.querySelectorAll<HTMLInputElement>(`input[type=checkbox][name="${shown.dataset.chosen}"]`)];
    const all = form.querySelector<HTMLInputElement>("[data-choose-all]");
    const count = () => {
      const ticked = rows().filter((row) => row.checked).length;
      shown.textContent = String(ticked);
      if (!all) return;
      all.checked = ticked === rows().length;
      all.indeterminate = ticked > 0 && !all.checked;
    };
    form.addEventListener("change", (event) => {
      if (event.target === all) for (const row of rows()) row.checked = all!.checked;
      count();
    });
    for (const place of [shown, all]) place?.closest("[hidden]")?.removeAttribute("hidden");
    count();
  }
}

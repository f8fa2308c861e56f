import { toast } from "./toasts";

/** `data-copy="#field"` on a button copies that field's text; where the browser forbids it, the text is marked for the hand. */
export function copying() {
  document.addEventListener("click", async (event) => {
    const button = (event.target as Element).closest<HTMLElement>("[data-copy]");
    const field = button && document.querySelector<HTMLTextAreaElement>(button.dataset.copy!);
    if (!field) return;
    field.select();
    try {
      await navigator.clipboard.writeText(field.value);
      toast(button.dataset.copied ?? "");
    } catch {
      field.focus();
    }
  });
}

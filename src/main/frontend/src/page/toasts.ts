import { icon, make } from "../shared/dom";

const SHOWN_FOR = 10_000;

/** Messages that come with the page, and those of the answer header `HX-Trigger: {"toast":{"text":"…"}}`. */
export function toasts() {
  document.querySelectorAll<HTMLElement>("[data-toast]").forEach(dress);
  document.addEventListener("toast", (event) => {
    const { text, value } = (event as CustomEvent).detail ?? {};
    toast(text ?? value);
  });
}

export function toast(text: string) {
  const region = document.getElementById("toasts");
  if (!region || !text) return;
  const message = make("div", { class: "toast", "data-toast": true }, make("span", {}, text));
  region.append(message);
  dress(message);
}

function dress(message: HTMLElement) {
  const name = message.parentElement?.dataset.close ?? "";
  const close = make("button", { class: "button button--small", type: "button", "aria-label": name }, icon("close"));
  close.addEventListener("click", () => message.remove());
  message.append(close);
  const leave = () => (message.matches(":hover, :focus-within") ? setTimeout(leave, 2000) : message.remove());
  setTimeout(leave, SHOWN_FOR);
}

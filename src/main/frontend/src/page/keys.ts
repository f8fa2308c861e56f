import { make } from "../shared/dom";
import { language, wordsIn } from "../shared/words";

const OFF = "lantoa-keys-off";
const LIST: [string, "keySearch" | "keyNext" | "keyPrevious" | "keyOpen" | "keyHelp"][] = [
  ["/", "keySearch"],
  ["j", "keyNext"],
  ["k", "keyPrevious"],
  ["Enter", "keyOpen"],
  ["?", "keyHelp"],
];

/** Single keys move about the page; they can be switched off (WCAG 2.1.4) and never act while something is typed. */
export function keyboard() {
  document.addEventListener("keydown", press);
  for (const button of document.querySelectorAll<HTMLElement>("[data-keys]")) {
    button.hidden = false;
    button.addEventListener("click", help);
  }
}

function press(event: KeyboardEvent) {
  if (event.ctrlKey || event.metaKey || event.altKey || event.defaultPrevented || typing(event.target)) return;
  if (localStorage.getItem(OFF) || document.querySelector("dialog[open]")) return;
  const act = { "/": search, j: () => move(1), k: () => move(-1), "?": help }[event.key];
  if (act?.() !== undefined) event.preventDefault();
}

function typing(target: EventTarget | null): boolean {
  return target instanceof Element && !!target.closest("input, textarea, select, [contenteditable]");
}

function search(): true | undefined {
  const boxes = [...document.querySelectorAll<HTMLInputElement>("[data-search]")];
  const box = boxes.find((one) => one.offsetParent) ?? boxes[0];
  box?.focus();
  box?.select();
  return box ? true : undefined;
}

function move(step: number): true | undefined {
  const rows = [...document.querySelectorAll<HTMLElement>(".rows [data-row]")].filter((row) => !row.closest("details:not([open])"));
  if (rows.length === 0) return undefined;
  const now = rows.findIndex((row) => row.contains(document.activeElement) || row.hasAttribute("data-current"));
  const next = now < 0 ? (step > 0 ? 0 : rows.length - 1) : Math.min(Math.max(now + step, 0), rows.length - 1);
  for (const row of rows) row.removeAttribute("data-current");
  rows[next].setAttribute("data-current", "");
  const link = rows[next].querySelector<HTMLElement>("a[href], button") ?? rows[next];
  link.focus();
  rows[next].scrollIntoView({ block: "nearest" });
  return true;
}

function help(): true {
  const t = wordsIn(language());
  const list = make("dl", { class: "keys" });
  for (const [key, word] of LIST) list.append(make("dt", {}, make("kbd", {}, key)), make("dd", {}, t(word)));
  const on = make("input", { type: "checkbox" });
  on.checked = !localStorage.getItem(OFF);
  on.addEventListener("change", () => (on.checked ? localStorage.removeItem(OFF) : localStorage.setItem(OFF, "1")));
  const close = make("button", { class: "button button--primary", type: "button" }, t("close"));
  const dialog = make(
    "dialog",
    { "aria-labelledby": "keys-title" },
    make("h2", { id: "keys-title" }, t("keys")),
    list,
    make("div", { class: "choices" }, make("label", {}, on, t("keysOn"))),
    close,
  );
  close.addEventListener("click", () => dialog.close());
  dialog.addEventListener("close", () => dialog.remove());
  document.body.append(dialog);
  dialog.showModal();
  return true;
}

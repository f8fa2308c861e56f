import { icon, make } from "../shared/dom";
import type { Words } from "../shared/words";
import type { FieldError } from "./desk";
import type { Viewer } from "./viewer";

const MOST = 8;

/** The first messages above the form, each leading to its field. */
export function errorSummary(errors: FieldError[], viewer: Viewer, words: Words): HTMLElement[] {
  if (errors.length === 0) return [];
  const list = make("ul");
  for (const error of errors.slice(0, MOST)) list.append(make("li", {}, entry(error, viewer)));
  const title = make("p", { class: "error-summary__title" }, icon("error"), words("errorsTitle", errors.length));
  return [make("div", { class: "error-summary", role: "alert", tabindex: "-1" }, title, list)];
}

function entry({ key, message }: FieldError, viewer: Viewer): HTMLElement {
  const figure = key.startsWith("figures.") ? `figure-${key.slice("figures.".length)}` : undefined;
  const target = figure ?? viewer.domId(key);
  const label = viewer.label(key);
  const text = label ? `${label}: ${message}` : message;
  if (!target) return make("span", {}, text);
  const link = make("a", { href: `#${target}` }, text);
  link.addEventListener("click", (event) => {
    event.preventDefault();
    reach(target);
  });
  return link;
}

function reach(id: string) {
  const field = document.getElementById(id) ?? document.querySelector<HTMLElement>(`[id^="${CSS.escape(id)}"]`);
  const section = field?.closest<HTMLDetailsElement>("details:not([open])");
  if (section) section.open = true;
  field?.focus();
  field?.scrollIntoView({ block: "center" });
}

import { make } from "../shared/dom";
import { language, wordsIn } from "../shared/words";

const ISLANDS: Record<string, () => Promise<unknown>> = {
  "lantoa-form": () => import("../form-island"),
  "lantoa-diagram": () => import("../diagram"),
  "lantoa-grid": () => import("../grid-island"),
  "lantoa-process-editor": () => import("../process-editor"),
  "lantoa-simulation": () => import("../simulation"),
};
const SHEETS: Record<string, string> = {
  "lantoa-form": "form-island.css",
  "lantoa-diagram": "diagram.css",
  "lantoa-grid": "grid-island.css",
  "lantoa-process-editor": "process-editor.css",
  "lantoa-simulation": "simulation.css",
};

// A page opened again is scrolled to where it was left, perhaps far below its form: that form is part of the page all the same.
const ANYWHERE = "1000000px";

/** Loads an island with its sheet when its element has a place in the page; one inside closed `details` waits until they are opened. */
export function islands() {
  const seen = new IntersectionObserver((entries) => {
    for (const { target, isIntersecting } of entries) {
      if (!isIntersecting) continue;
      seen.unobserve(target);
      void load(target as HTMLElement);
    }
  }, { rootMargin: ANYWHERE });
  const look = (root: ParentNode) => root.querySelectorAll(Object.keys(ISLANDS).join()).forEach((island) => seen.observe(island));
  look(document);
  document.addEventListener("htmx:load", (event) => look(event.target as ParentNode));
}

async function load(island: HTMLElement) {
  const name = island.localName;
  const t = wordsIn(language());
  if (customElements.get(name)) return;
  if (!island.firstChild) island.append(make("p", { class: "muted", "data-wait": true }, t("loading")));
  try {
    await Promise.all([sheet(SHEETS[name]), ISLANDS[name]()]);
  } catch {
    const again = make("button", { class: "button", type: "button" }, t("again"));
    again.addEventListener("click", () => location.reload());
    island.replaceChildren(make("div", { class: "notice notice--error cluster", role: "alert" }, t("notLoaded"), again));
  }
}

function sheet(file: string): Promise<void> {
  const address = new URL(file, import.meta.url).href;
  if (document.querySelector(`link[href="${address}"]`)) return Promise.resolve();
  return new Promise((loaded, failed) => {
    const link = make("link", { rel: "stylesheet", href: address });
    link.addEventListener("load", () => loaded());
    link.addEventListener("error", () => failed(new Error(file)));
    document.head.append(link);
  });
}

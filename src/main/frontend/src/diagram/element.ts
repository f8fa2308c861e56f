import NavigatedViewer from "bpmn-js/lib/NavigatedViewer";
import { icon, make } from "../shared/dom";
import { language, wordsIn, type Words } from "../shared/words";

type Standing = { xml: string; here: string[]; passed: string[] };

/** Fetches `{xml, here[], passed[]}`; marks where the dossier is by colour and by words, and says the same as a list. */
export class DiagramElement extends HTMLElement {
  private viewer?: any;
  private words!: Words;

  async connectedCallback() {
    if (this.viewer) return;
    this.words = wordsIn(language(this));
    this.replaceChildren(make("p", { class: "muted", role: "status" }, this.words("loading")));
    try {
      await this.show(await this.read());
    } catch {
      const again = make("button", { class: "button", type: "button" }, this.words("again"));
      again.addEventListener("click", () => void this.connectedCallback());
      this.viewer = undefined;
      this.replaceChildren(make("div", { class: "notice notice--error cluster", role: "alert" }, this.words("notLoaded"), again));
    }
  }

  disconnectedCallback() {
    this.viewer?.destroy();
    this.viewer = undefined;
  }

  private async read(): Promise<Standing> {
    const answer = await fetch(this.dataset.src!, { headers: { Accept: "application/json" }, credentials: "same-origin" });
    if (!answer.ok) throw new Error(String(answer.status));
    return answer.json();
  }

  private async show({ xml, here = [], passed = [] }: Standing) {
    const canvas = make("div", { class: "diagram__canvas", role: "group", "aria-label": this.words("diagram") });
    this.replaceChildren(this.tools(), canvas, make("div"));
    this.viewer = new NavigatedViewer({ container: canvas });
    await this.viewer.importXML(xml);
    this.mark(here, "here");
    this.mark(passed.filter((id) => !here.includes(id)), "passed");
    for (const id of here) this.label(id);
    this.fit();
    this.lastElementChild!.replaceWith(this.list(here, passed));
    this.dataset.ready = "";
  }

  private mark(ids: string[], name: string) {
    for (const id of ids) if (this.shape(id)) this.viewer.get("canvas").addMarker(id, `diagram-${name}`);
  }

  private label(id: string) {
    if (!this.shape(id)) return;
    const html = make("div", { class: "diagram__here" }, this.words("here"));
    this.viewer.get("overlays").add(id, { position: { top: -30, left: 0 }, html });
  }

  private shape(id: string) {
    return this.viewer.get("elementRegistry").get(id);
  }

  private fit() {
    const canvas = this.viewer.get("canvas");
    canvas.zoom("fit-viewport", "auto");
    if (canvas.zoom() > 1) canvas.zoom(1, "auto");
  }

  private tools(): HTMLElement {
    const button = (name: string, word: "zoomIn" | "zoomOut" | "zoomFit", act: () => void) => {
      const made = make("button", { class: "button button--small", type: "button" }, icon(name), this.words(word));
      made.addEventListener("click", act);
      return made;
    };
    return make(
      "div",
      { class: "diagram__tools cluster no-print" },
      button("plus", "zoomIn", () => this.viewer.get("zoomScroll").stepZoom(1)),
      button("minus", "zoomOut", () => this.viewer.get("zoomScroll").stepZoom(-1)),
      button("search", "zoomFit", () => this.fit()),
    );
  }

  /** The same for those who do not see the drawing. */
  private list(here: string[], passed: string[]): HTMLElement {
    const list = make("ol");
    const steps = this.viewer.get("elementRegistry").filter((element: any) => /Task$/.test(element.type) && element.businessObject.name);
    for (const { id, businessObject } of steps) {
      const state = here.includes(id) ? "here" : passed.includes(id) ? "passed" : undefined;
      const item = make("li", state === "here" ? { "aria-current": "step" } : {}, businessObject.name);
      if (state) item.append(" ", make("span", { class: `badge badge--${state === "here" ? "open" : "done"}` }, icon(state === "here" ? "open" : "done"), this.words(state)));
      list.append(item);
    }
    return make("details", { class: "diagram__list" }, make("summary", {}, this.words("steps")), list);
  }
}

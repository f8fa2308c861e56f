import NavigatedViewer from "bpmn-js/lib/NavigatedViewer";
import { icon, make } from "../shared/dom";
import { language, wordsIn, type Words } from "../shared/words";
import { fit, zoomTools } from "../shared/zoom";
import { showDifference, type Drawing } from "./difference";

/** What is told of a step: a line on the drawing, and the same in a sentence for the list below it. */
type Load = { step: string; label: string; sentence: string; failed: boolean };
type Standing = { xml: string; here?: string[]; passed?: string[]; loads?: Load[] };

/** Fetches `{xml, here[], passed[], loads[]}`; marks where the dossier is by colour and by words, and says the same as a list. Two drawings, `{before, after, marks}`, stand beside each other. */
export class DiagramElement extends HTMLElement {
  private viewer?: any;
  private viewers: any[] = [];
  private words!: Words;

  async connectedCallback() {
    if (this.viewer || this.viewers.length) return;
    this.words = wordsIn(language(this));
    this.replaceChildren(make("p", { class: "muted", role: "status" }, this.words("loading")));
    try {
      const read = await this.read();
      if ("before" in read) {
        this.viewers = await showDifference(this, read, this.words);
        this.dataset.ready = "";
      } else await this.show(read);
    } catch {
      const again = make("button", { class: "button", type: "button" }, this.words("again"));
      again.addEventListener("click", () => void this.connectedCallback());
      this.viewer = undefined;
      this.replaceChildren(make("div", { class: "notice notice--error cluster", role: "alert" }, this.words("notLoaded"), again));
    }
  }

  disconnectedCallback() {
    for (const viewer of [this.viewer, ...this.viewers]) viewer?.destroy();
    this.viewer = undefined;
    this.viewers = [];
  }

  private async read(): Promise<Standing | Drawing> {
    const answer = await fetch(this.dataset.src!, { headers: { Accept: "application/json" }, credentials: "same-origin" });
    if (!answer.ok) throw new Error(String(answer.status));
    return answer.json();
  }

  private async show({ xml, here = [], passed = [], loads = [] }: Standing) {
    const canvas = make("div", { class: "diagram__canvas", role: "group", "aria-label": this.words("diagram") });
    this.replaceChildren(zoomTools("diagram__tools", this.words, () => this.viewer), canvas, make("div"));
    this.viewer = new NavigatedViewer({ container: canvas });
    await this.viewer.importXML(xml);
    this.mark(here, "here");
    this.mark(passed.filter((id) => !here.includes(id)), "passed");
    for (const id of here) this.label(id);
    for (const load of loads) this.load(load);
    fit(this.viewer);
    this.lastElementChild!.replaceWith(this.list(here, passed, loads));
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

  private load({ step, label, failed }: Load) {
    if (!this.shape(step)) return;
    const html = make("div", { class: `diagram__load${failed ? " diagram__load--failed" : ""}` }, label);
    this.viewer.get("overlays").add(step, { position: { bottom: 8, left: -4 }, html });
  }

  private shape(id: string) {
    return this.viewer.get("elementRegistry").get(id);
  }

  /** The same for those who do not see the drawing. */
  private list(here: string[], passed: string[], loads: Load[]): HTMLElement {
    const list = make("ol");
    const told = new Map(loads.map((load) => [load.step, load.sentence]));
    const steps = this.viewer.get("elementRegistry").filter((element: any) => /Task$/.test(element.type) && element.businessObject.name);
    for (const { id, businessObject } of steps) {
      const state = here.includes(id) ? "here" : passed.includes(id) ? "passed" : undefined;
      const item = make("li", state === "here" ? { "aria-current": "step" } : {}, businessObject.name);
      if (state) item.append(" ", make("span", { class: `badge badge--${state === "here" ? "open" : "done"}` }, icon(state === "here" ? "open" : "done"), this.words(state)));
      if (told.has(id)) item.append(": ", told.get(id)!);
      list.append(item);
    }
    return make("details", { class: "diagram__list" }, make("summary", {}, this.words("steps")), list);
  }
}

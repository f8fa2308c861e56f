import NavigatedViewer from "bpmn-js/lib/NavigatedViewer";
import TokenSimulation from "bpmn-js-token-simulation/lib/viewer";
import { make } from "../shared/dom";
import { language, wordsIn, type Words } from "../shared/words";
import { fit, zoomTools } from "../shared/zoom";
import { inVietnamese } from "./words";

const NEAREST = 0.7;
const LONGEST_STORY = 200;

/** Fetches `{xml}`; lets tokens run through the drawing, tells where they come in words, and lists which step follows which. */
export class SimulationElement extends HTMLElement {
  private viewer?: any;
  private observer?: MutationObserver;
  private words!: Words;

  async connectedCallback() {
    if (this.viewer) return;
    this.words = wordsIn(language(this));
    this.replaceChildren(make("p", { class: "muted", role: "status" }, this.words("loading")));
    try {
      const answer = await fetch(this.dataset.src!, { headers: { Accept: "application/json" }, credentials: "same-origin" });
      if (!answer.ok) throw new Error(String(answer.status));
      await this.show((await answer.json()).xml);
    } catch {
      const again = make("button", { class: "button", type: "button" }, this.words("again"));
      again.addEventListener("click", () => void this.connectedCallback());
      this.disconnectedCallback();
      this.replaceChildren(make("div", { class: "notice notice--error cluster", role: "alert" }, this.words("notLoaded"), again));
    }
  }

  disconnectedCallback() {
    this.observer?.disconnect();
    this.viewer?.destroy();
    this.viewer = undefined;
  }

  private async show(xml: string) {
    const canvas = make("div", { class: "simulation__canvas", role: "group", "aria-label": this.words("diagram") });
    const story = make("ol");
    const log = make("div", { class: "simulation__story", role: "log", "aria-label": this.words("simulationStory"), tabindex: "0" }, story);
    const list = make("div");
    this.replaceChildren(zoomTools("simulation__tools", this.words, () => this.viewer), make("div", { class: "simulation__pair" }, canvas, log), list);
    this.viewer = new NavigatedViewer({ container: canvas, additionalModules: [TokenSimulation] } as never);
    if (language(this) === "vi") this.observer = inVietnamese(canvas);
    await this.viewer.importXML(xml);
    this.begin();
    this.viewer.get("toggleMode").toggleMode(true);
    this.tell(story, log);
    list.replaceWith(this.list());
    this.dataset.ready = "";
  }

  /** What the drawing shows by moving dots, said as it happens. */
  private tell(story: HTMLElement, log: HTMLElement) {
    this.viewer.on("tokenSimulation.simulator.trace", ({ action, element }: any) => {
      if (action !== "enter" || /Flow$|^bpmn:Process$/.test(element.type)) return;
      story.append(make("li", {}, element.businessObject.name || this.words("simulationUnnamed")));
      while (story.childElementCount > LONGEST_STORY) story.firstElementChild!.remove();
      log.scrollTop = log.scrollHeight;
    });
    this.viewer.on("tokenSimulation.resetSimulation", () => story.replaceChildren());
  }

  /** At the start of the process, as near as the library needs to show its buttons: smaller than half it hides them. */
  private begin() {
    fit(this.viewer);
    const canvas = this.viewer.get("canvas");
    if (canvas.zoom() >= NEAREST) return;
    canvas.zoom(NEAREST);
    const start = this.viewer.get("elementRegistry").find((element: any) => element.type === "bpmn:StartEvent" && !element.labelTarget && !element.businessObject.get("eventDefinitions")?.length);
    if (!start) return;
    const { height } = canvas.getSize();
    canvas.viewbox({ ...canvas.viewbox(), x: start.x - 60, y: start.y - height / 2 / NEAREST });
  }

  /** Which step follows which, for those who do not see the drawing. */
  private list(): HTMLElement {
    const list = make("ul");
    const named = this.viewer.get("elementRegistry").filter((element: any) => element.businessObject.name && element.outgoing?.some((flow: any) => flow.type === "bpmn:SequenceFlow"));
    for (const { businessObject, outgoing } of named) {
      const next = outgoing
        .filter((flow: any) => flow.type === "bpmn:SequenceFlow")
        .map((flow: any) => {
          const target = flow.target.businessObject.name || this.words("simulationUnnamed");
          return flow.businessObject.name ? `${flow.businessObject.name}: ${target}` : target;
        });
      list.append(make("li", {}, `${businessObject.name} → ${next.join("; ")}`));
    }
    return make("details", { class: "simulation__list" }, make("summary", {}, this.words("simulationList")), list);
  }
}

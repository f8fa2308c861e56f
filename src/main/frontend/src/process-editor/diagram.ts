import Modeler from "bpmn-js/lib/Modeler";
import { BpmnPropertiesPanelModule } from "bpmn-js-properties-panel";
import camunda from "camunda-bpmn-moddle/resources/camunda.json";
import { wordsIn, type Words } from "../shared/words";
import { lint } from "./diagram/lint";
import { PanelModule } from "./diagram/panel";
import { DrawableModule } from "./diagram/drawable";
import { corner } from "../shared/corner";
import { make } from "../shared/dom";
import { translation } from "./translation";
import { vietnamese } from "./diagram/vietnamese";
import type { Editor, Found, Setting } from "./editor";

const PALETTE = 80;
const MARGIN = 16;

/** bpmn-js with a panel cut down to what may be set. */
export class DiagramEditor implements Editor {
  private readonly modeler: any;
  private readonly words: Words;
  private marked: string[] = [];

  constructor({ canvas, panel, choices, language }: Setting) {
    this.words = wordsIn(language);
    this.modeler = new Modeler({
      container: canvas,
      propertiesPanel: { parent: panel },
      moddleExtensions: { camunda },
      additionalModules: [
        BpmnPropertiesPanelModule,
        PanelModule,
        DrawableModule,
        translation(language === "vi" ? vietnamese : {}),
        { choices: ["value", choices], editorLanguage: ["value", language] },
      ],
    } as never);
  }

  async show(content: string) {
    await this.modeler.importXML(content);
    this.fit();
  }

  /** The whole drawing beside the palette, not beneath it. */
  private fit() {
    const canvas = this.modeler.get("canvas");
    canvas.zoom("fit-viewport", "auto");
    const { width } = canvas.getSize();
    const free = Math.max(0.5, (width - PALETTE - 2 * MARGIN) / width);
    if (canvas.zoom() > 0) canvas.zoom(Math.min(1, canvas.zoom() * free), { x: width, y: 0 });
    canvas.scroll({ dx: -MARGIN, dy: 0 });
  }

  async read(): Promise<string> {
    return (await this.modeler.saveXML({ format: true })).xml;
  }

  onChange(listener: () => void) {
    this.modeler.on("commandStack.changed", listener);
  }

  async look(file: string): Promise<Found[]> {
    return lint(this.modeler.getDefinitions(), await this.read(), file, this.words);
  }

  mark(found: Found[]) {
    const canvas = this.modeler.get("canvas");
    const overlays = this.modeler.get("overlays");
    for (const id of this.marked) if (this.shape(id)) for (const marker of ["editor-found", "editor-advised"]) canvas.removeMarker(id, marker);
    overlays.remove({ type: "found" });
    const per = new Map<string, Found[]>();
    for (const one of found) per.set(one.element, [...(per.get(one.element) ?? []), one]);
    this.marked = [...per.keys()].filter((id) => this.shape(id)?.parent);
    for (const id of this.marked) {
      const wrong = per.get(id)!.some(({ severity }) => severity === "ERROR");
      const words = per.get(id)!.map(({ words }) => words).join("\n");
      canvas.addMarker(id, wrong ? "editor-found" : "editor-advised");
      const html = make("span", { class: `editor__mark${wrong ? "" : " editor__mark--advice"}`, role: "img", title: words, "aria-label": words }, wrong ? "!" : "?");
      overlays.add(id, "found", { position: corner(this.shape(id)), html, scale: { min: 0.8 } });
    }
  }

  pointAt(element: string) {
    const shape = this.shape(element);
    if (!shape) return;
    this.modeler.get("selection").select(shape);
    this.modeler.get("canvas").scrollToElement(shape);
  }

  destroy() {
    this.modeler.destroy();
  }

  private shape(id: string) {
    return this.modeler.get("elementRegistry").get(id);
  }
}

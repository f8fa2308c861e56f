import DmnModeler from "dmn-js/lib/Modeler";
import camunda from "camunda-dmn-moddle/resources/camunda.json";
import { translation } from "./translation";
import { vietnamese } from "./table/vietnamese";
import type { Editor, Found, Setting } from "./editor";

/** dmn-js, opened on the first decision table: a file of ours holds one. */
export class TableEditor implements Editor {
  private readonly modeler: any;
  private readonly canvas: HTMLElement;

  constructor({ canvas, language }: Setting) {
    const words = [translation(language === "vi" ? vietnamese : {})];
    this.canvas = canvas;
    this.modeler = new DmnModeler({
      container: canvas,
      keyboard: { bindTo: document },
      drd: { additionalModules: words },
      decisionTable: { additionalModules: words },
      literalExpression: { additionalModules: words },
      boxedExpression: { additionalModules: words },
      moddleExtensions: { camunda },
    } as never);
  }

  async show(content: string) {
    await this.modeler.importXML(content);
    const table = this.modeler.getViews().find(({ type }: any) => type === "decisionTable");
    if (table) await this.modeler.open(table);
  }

  async read(): Promise<string> {
    return (await this.modeler.saveXML({ format: true })).xml;
  }

  onChange(listener: () => void) {
    const watched = new Set<unknown>();
    const watch = () => {
      const bus = this.modeler.getActiveViewer()?.get("eventBus");
      if (!bus || watched.has(bus)) return;
      watched.add(bus);
      bus.on("commandStack.changed", listener);
    };
    watch();
    this.modeler.on("views.changed", watch);
  }

  mark(found: Found[]) {
    for (const marked of this.canvas.querySelectorAll(".editor-found")) marked.classList.remove("editor-found");
    for (const { element } of found) this.cell(element)?.classList.add("editor-found");
  }

  pointAt(element: string) {
    this.cell(element)?.scrollIntoView({ block: "center", inline: "center" });
  }

  destroy() {
    this.modeler.destroy();
  }

  private cell(id: string): Element | null {
    return this.canvas.querySelector(`[data-element-id="${CSS.escape(id)}"], [data-row-id="${CSS.escape(id)}"], [data-col-id="${CSS.escape(id)}"]`);
  }
}

import { FormEditor as FormJsEditor } from "@bpmn-io/form-js-editor";
import rules from "../../../resources/engine/model-rules.json";
import { FiguresField } from "../figures/field";
import { Desk } from "../form/desk";
import { Viewer } from "../form/viewer";
import { ProposalsField } from "../outline/proposals";
import { make } from "../shared/dom";
import { wordsIn, type Words } from "../shared/words";
import { sayInEditor } from "./form/vietnamese";
import type { Editor, Found, Setting } from "./editor";

/** Two lines as the figures of a report look; the real list of indicators is dated data and is put in when the form is opened. */
const SAMPLE = [
  { code: "A1", name: "Chỉ tiêu mẫu thứ nhất", unit: "lượt", kind: "COUNT", usedLastYear: true },
  { code: "A2", name: "Chỉ tiêu mẫu thứ hai", unit: "lượt", kind: "COUNT" },
];

/** form-js's editor, and beside it the form as an officer sees it on a phone. */
export class FormEditor implements Editor {
  private readonly editor: any;
  private readonly phone: HTMLElement;
  private readonly words: Words;
  private preview?: Viewer;

  constructor(private readonly setting: Setting) {
    this.words = wordsIn(setting.language);
    this.editor = new FormJsEditor({
      container: setting.canvas,
      additionalModules: [{ desk: ["value", new Desk(setting.language, this.words)], __init__: ["ownFields"], ownFields: ["type", OwnFields] }],
    } as never);
    this.phone = make("div", { class: "editor__phone" });
    setting.panel.replaceChildren(make("h2", { class: "editor__phone-title" }, this.words("onPhone")), this.phone);
  }

  async show(content: string) {
    await this.editor.importSchema(JSON.parse(content));
    await this.draw();
  }

  async read(): Promise<string> {
    return `${JSON.stringify(this.editor.saveSchema(), null, 2)}\n`;
  }

  onChange(listener: () => void) {
    this.editor.on("commandStack.changed", () => {
      listener();
      void this.draw();
    });
  }

  mark(found: Found[]) {
    for (const marked of this.setting.canvas.querySelectorAll(".editor-found")) marked.classList.remove("editor-found");
    for (const { element } of found) this.field(element)?.classList.add("editor-found");
  }

  pointAt(element: string) {
    const field = this.editor.get("formFieldRegistry").get(element);
    if (field) this.editor.get("selection").set(field);
    this.field(element)?.scrollIntoView({ block: "center" });
  }

  destroy() {
    this.preview?.destroy();
    this.editor.destroy();
  }

  private field(id: string): Element | null {
    return this.setting.canvas.querySelector(`[data-id="${CSS.escape(id)}"]`);
  }

  private async draw() {
    this.preview?.destroy();
    const sheet = make("div");
    this.phone.replaceChildren(sheet);
    this.preview = new Viewer(sheet, new Desk(this.setting.language, this.words), false);
    await this.preview.show(sampled(this.editor.saveSchema()), {});
  }
}

/** Our own components join; what may not stand in a form leaves the palette. */
class OwnFields {
  static $inject = ["formFields"];

  constructor(formFields: any) {
    formFields.register("figures", FiguresField);
    formFields.register("proposals", ProposalsField);
    const allowed = new Set([...rules.form.types, "default"]);
    for (const [type, field] of Object.entries<any>(formFields._formFields)) {
      if (!allowed.has(type)) delete formFields._formFields[type];
      else if (field.config) field.config.name = sayInEditor(field.config.name ?? field.config.label ?? type);
    }
  }
}

function sampled(schema: any): any {
  const copy = structuredClone(schema);
  for (const component of copy.components ?? []) if (component.type === "figures" && !component.indicators) component.indicators = SAMPLE;
  return copy;
}

import { Form } from "@bpmn-io/form-js-viewer";
import { FiguresField } from "../figures/field";
import { ProposalsField } from "../outline/proposals";
import { OutlineLine, OutlineText } from "../outline/text";
import { asFigures, followed, type Indicator } from "../figures/answers";
import { figureErrors, judgeFigures, nameOf } from "../figures/judging";
import type { Desk, FieldError } from "./desk";
import { holdWhilePressed } from "./steady";
import { refuse } from "./say";
import { counts, isBlank, requiredBy, type Component } from "./outcome";

export type Answers = Record<string, unknown>;

/** form-js behind the few acts that the island needs. */
export class Viewer {
  private readonly form: any;
  outcome = "";

  constructor(
    container: HTMLElement,
    private readonly desk: Desk,
    readOnly: boolean,
  ) {
    this.form = new Form({
      container,
      debounce: false,
      properties: { readOnly, ariaLabel: desk.words("form") },
      additionalModules: [{ desk: ["value", desk], __init__: ["figuresField"], figuresField: ["type", FiguresModule] }],
    } as never);
    holdWhilePressed(this.form);
    this.widenValidation();
  }

  async show(schema: unknown, answers: Answers) {
    await this.form.importSchema(schema, following(schema as Component, answers));
  }

  onChange(listener: () => void) {
    this.form.on("changed", listener);
  }

  answers(): Answers {
    return this.form._getSubmitData();
  }

  /** All messages for the chosen outcome, in the order of the form. */
  validate(outcome: string): FieldError[] {
    this.outcome = outcome;
    this.desk.judge();
    const found: Record<string, unknown> = this.form.validate();
    return Object.entries(found).flatMap(([id, messages]) => {
      const field = this.component(id);
      if (field?.type === "figures") return figureErrors(field as never, this.answers()[field.key!], this.desk);
      return [{ key: id, message: flat(messages)[0] }];
    });
  }

  /** Puts the server's messages beside their fields; gives back those that belong to none. */
  refuse(errors: FieldError[]): FieldError[] {
    this.desk.refused(errors.filter(({ key }) => key.startsWith("figures.")));
    const shown: Record<string, string[]> = {};
    const rest = errors.filter(({ key, message }) => {
      const id = this.fieldOf(key);
      if (id) (shown[id] ??= []).push(message);
      return !id;
    });
    this.form._setState({ errors: { ...this.form._getState().errors, ...shown } });
    return rest;
  }

  domId(key: string): string | undefined {
    const id = this.fieldOf(key) ?? (this.component(key) ? key : undefined);
    return id && `fjs-form-${this.form._id}-${id}`;
  }

  /** What a message is about, by key or component id. */
  label(key: string): string {
    const component = this.component(key) ?? this.component(this.fieldOf(key) ?? "");
    if (component?.type === "figures") return nameOf(component as never, key.slice(key.indexOf(".") + 1));
    return component?.label ?? component?.dateLabel ?? "";
  }

  destroy() {
    this.form.destroy();
  }

  private component(id: string): Component | undefined {
    return this.form.get("formFieldRegistry").get(id);
  }

  private fieldOf(key: string): string | undefined {
    const wanted = key.replace(/\[(\d+)\]/g, ".$1");
    const fields = this.form.get("formFieldInstanceRegistry").getAllKeyed();
    const exact = fields.find((field: any) => field.valuePath.join(".") === wanted);
    const figures = fields.find((field: any) => wanted.startsWith(`${field.valuePath.join(".")}.`) && this.component(field.id)?.type === "figures");
    const rows = fields.find((field: any) => wanted.startsWith(`${field.valuePath.join(".")}.`) && this.component(field.id)?.type === "proposals");
    return (exact ?? figures ?? rows)?.id;
  }

  private widenValidation() {
    const validator = this.form.get("validator");
    const own = validator.validateFieldInstance.bind(validator);
    validator.validateFieldInstance = (instance: any, value: unknown): string[] => {
      const field = this.component(instance.id);
      if (!field || (this.outcome && !counts(field, this.outcome))) return [];
      const errors = field.type === "figures" ? judgeFigures(field as never, value, this.desk) : own(instance, value);
      const missing = this.outcome && requiredBy(field, this.outcome) && isBlank(value) && errors.length === 0;
      return missing ? [refuse("required")] : errors;
    };
  }
}

class FiguresModule {
  static $inject = ["formFields"];

  constructor(formFields: { register: (type: string, field: unknown) => void }) {
    formFields.register("figures", FiguresField);
    formFields.register("textarea", OutlineText);
    formFields.register("textfield", OutlineLine);
    formFields.register("proposals", ProposalsField);
  }
}

function flat(messages: unknown): string[] {
  if (Array.isArray(messages)) return messages.flatMap(flat);
  return typeof messages === "object" && messages ? Object.values(messages).flatMap(flat) : [String(messages)];
}

/** Figures that somebody enters start from what the subordinates reported, and a draft from before follows it. */
function following(schema: Component, answers: Answers): Answers {
  const figures = (schema.components ?? []).find(({ type }) => type === "figures") as { key: string; mode?: string; indicators?: Indicator[] } | undefined;
  const next = figures?.mode === "enter" ? followed(asFigures(answers[figures.key]), figures.indicators ?? []) : null;
  return next ? { ...answers, [figures!.key]: next } : answers;
}

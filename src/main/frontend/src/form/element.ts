import { make } from "../shared/dom";
import { language, wordsIn, type Words } from "../shared/words";
import { Desk, type FieldError } from "./desk";
import { Draft } from "../shared/draft";
import { draftLine } from "../shared/draft-line";
import { errorSummary } from "./summary";
import { speak } from "./say";
import { Viewer, type Answers } from "./viewer";

/**
 * Shows the schema in `data-schema`, keeps the answers in `input[name=answers]` of the page's form and as a draft on the server.
 * The page's form is the one around it, or `data-form` names its id. The server judges; what is shown here only spares the way.
 */
export class FormElement extends HTMLElement {
  viewer!: Viewer;
  draft?: Draft;
  private words!: Words;
  private summary = make("div", { class: "form-errors" });
  private held = "";
  private pageForm: HTMLFormElement | null = null;
  private readonly leaving = () => this.draft?.leave();
  private readonly returned = (event: Event) => (event as CustomEvent).detail?.xhr?.status >= 400 && this.draft?.resume();

  async connectedCallback() {
    if (this.viewer) return;
    const chosen = language(this);
    speak(chosen);
    this.words = wordsIn(chosen);
    const sheet = make("div", { class: "form-sheet" });
    const { line, show } = draftLine(this.words, (answers) => this.load(answers));
    this.replaceChildren(this.summary, sheet, line);
    this.viewer = new Viewer(sheet, new Desk(chosen, this.words), this.hasAttribute("data-readonly"));
    await this.load(this.json("answers", {}));
    if (this.dataset.task && !this.hasAttribute("data-readonly")) this.draft = this.makeDraft(show);
    this.tie();
    this.refuse(this.json<FieldError[]>("errors", []));
    this.dataset.ready = "";
    this.dispatchEvent(new CustomEvent("lantoa-ready", { bubbles: true }));
  }

  disconnectedCallback() {
    window.removeEventListener("pagehide", this.leaving);
    this.draft?.leave();
    this.draft?.stop();
  }

  /** What would be sent now. */
  answers(): Answers {
    return this.viewer.answers();
  }

  private async load(answers: Answers) {
    await this.viewer.show(this.json("schema", { type: "default", components: [] }), answers);
    this.write();
  }

  private makeDraft(show: (draft: Draft) => (state: Draft["state"]) => void): Draft {
    const draft: Draft = new Draft({
      url: this.dataset.draft ?? `${new URL("../tasks/", import.meta.url).pathname}${encodeURIComponent(this.dataset.task!)}/draft`,
      version: Number(this.dataset.version ?? 0),
      read: () => this.answers(),
      tell: (state) => {
        show(draft)(state);
        this.put("version", String(draft.version));
      },
    });
    return draft;
  }

  private tie() {
    this.pageForm = this.closest("form") ?? (document.getElementById(this.dataset.form ?? "") as HTMLFormElement | null);
    this.viewer.onChange(() => {
      if (this.write()) this.draft?.changed();
    });
    // form-js has a form of its own: Enter in a field keeps the draft and sends nothing.
    this.addEventListener("submit", this.inner, true);
    this.addEventListener("keydown", (event) => {
      if (event.key === "Enter" && event.target instanceof HTMLInputElement) void this.draft?.flush();
    });
    this.pageForm?.addEventListener("submit", this.send, true);
    this.pageForm?.addEventListener("htmx:afterRequest", this.returned);
    window.addEventListener("pagehide", this.leaving);
  }

  private readonly inner = (event: Event) => {
    event.preventDefault();
    event.stopImmediatePropagation();
    void this.draft?.flush();
  };

  private readonly send = (event: SubmitEvent) => {
    if (event.target !== this.pageForm) return;
    if (this.contains(document.activeElement)) (document.activeElement as HTMLElement).blur();
    const button = event.submitter as HTMLButtonElement | null;
    const outcome = button?.name === "outcome" ? button.value : "";
    this.write();
    const state = this.draft?.state.name;
    const errors = outcome && !this.hasAttribute("data-readonly") ? this.viewer.validate(outcome) : [];
    const same = this.held === `${outcome} ${this.written()}`;
    this.summarize(errors);
    const hold = (errors.length > 0 && !same) || state === "signedOut" || state === "conflict";
    this.held = `${outcome} ${this.written()}`;
    if (!hold) return this.draft?.stop();
    event.preventDefault();
    event.stopImmediatePropagation();
  };

  private refuse(errors: FieldError[]) {
    if (errors.length === 0) return;
    this.viewer.refuse(errors);
    this.summarize(errors);
  }

  private summarize(errors: FieldError[]) {
    this.summary.replaceChildren(...errorSummary(errors, this.viewer, this.words));
    this.summary.querySelector<HTMLElement>("[tabindex]")?.focus();
  }

  /** Whether the hidden field changed. */
  private write(): boolean {
    return this.put("answers", this.written());
  }

  private put(name: string, value: string): boolean {
    const form = this.pageForm ?? this.closest("form") ?? document.getElementById(this.dataset.form ?? "");
    const field = form?.querySelector<HTMLInputElement>(`input[name="${name}"]`);
    const changed = field ? field.value !== value : true;
    if (field) field.value = value;
    return changed;
  }

  private written(): string {
    return JSON.stringify(this.answers());
  }

  private json<T>(name: string, otherwise: T): T {
    const text = this.dataset[name];
    return text ? JSON.parse(text) : otherwise;
  }
}

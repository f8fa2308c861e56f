import { Draft } from "../shared/draft";
import { draftLine } from "../shared/draft-line";
import { icon, make } from "../shared/dom";
import { language, wordsIn, type Words } from "../shared/words";
import { together, type Choices, type Editor, type Found, type Setting } from "./editor";

/** How long a hand rests before the drawing is looked at. */
const REST = 300;

type Stored = { content: string; version: number; choices: Choices };

/** Loads the file of `data-src`, keeps every change there, and shows beside the drawing what the check at `data-findings` says. */
export class EditorElement extends HTMLElement {
  private editor?: Editor;
  private draft?: Draft;
  private words!: Words;
  private content = "";
  private local: Found[] = [];
  private server: Found[] = [];
  private elsewhere = 0;
  private said = "";
  private rest?: ReturnType<typeof setTimeout>;
  private readonly leaving = () => this.draft?.leave();
  private readonly found = make("section", { class: "editor__found stack", "aria-live": "polite" });

  async connectedCallback() {
    if (this.editor) return;
    this.words = wordsIn(language(this));
    this.replaceChildren(make("p", { class: "muted", role: "status" }, this.words("loading")));
    try {
      await this.open(await this.fetched<Stored>(this.dataset.src!));
    } catch (broken) {
      this.broken(broken);
    }
  }

  disconnectedCallback() {
    window.removeEventListener("pagehide", this.leaving);
    clearTimeout(this.rest);
    this.leaving();
    this.editor?.destroy();
    this.editor = undefined;
  }

  private async open(stored: Stored) {
    this.content = stored.content;
    const canvas = make("div", { class: "editor__canvas" });
    const panel = make("div", { class: "editor__panel" });
    this.found.replaceChildren(make("p", { class: "muted" }, this.words("checking")));
    const { line, show } = draftLine(this.words, (answers) => void this.take(String(answers.content)));
    this.replaceChildren(line, make("div", { class: `editor editor--${this.kind}` }, canvas, this.found, panel));
    const draft: Draft = new Draft({
      url: this.dataset.src!,
      version: stored.version,
      read: () => ({ content: this.content }),
      tell: (state) => {
        show(draft)(state);
        if (state.name === "saved") void this.check();
      },
    });
    this.draft = draft;
    this.editor = await editorOf(this.kind, { canvas, panel, choices: stored.choices, language: language(this) });
    await this.editor.show(stored.content);
    this.editor.onChange(() => void this.changed());
    window.addEventListener("pagehide", this.leaving);
    this.dataset.ready = "";
    this.local = await this.look();
    await this.check();
    this.pointAtAddress();
  }

  /** A finding on another page leads to its element, `…/editor?name=…#ApproveReport`; the panel hears of it only once it stands. */
  private pointAtAddress() {
    const element = decodeURIComponent(location.hash.slice(1));
    if (element) this.editor?.pointAt(element);
  }

  private get kind(): string {
    return this.dataset.kind!;
  }

  private async changed() {
    const content = await this.editor!.read();
    if (content === this.content) return;
    this.content = content;
    this.draft!.changed();
    clearTimeout(this.rest);
    this.rest = setTimeout(async () => {
      this.local = await this.look();
      this.tell(false);
    }, REST);
  }

  /** What can be said at once, without the server; nothing of a file whose editor knows no rules. */
  private async look(): Promise<Found[]> {
    return (await this.editor?.look?.(this.dataset.file!)) ?? [];
  }

  private async take(content: string) {
    this.content = content;
    await this.editor!.show(content);
  }

  /** What the server thinks of the whole draft; only what is said of this file is marked in the drawing. */
  private async check() {
    const asked = this.content;
    const findings = (await this.fetched<{ items: Found[] }>(this.dataset.findings!).catch(() => undefined))?.items;
    if (!findings || !this.editor) return;
    this.server = findings.filter(({ file }) => file === this.dataset.file);
    this.elsewhere = findings.length - this.server.length;
    this.tell(asked === this.content);
  }

  /** Says it anew only where it is otherwise than before: who listens to the page, or stands on a line of it, is not disturbed. */
  private tell(fresh: boolean) {
    if (!this.editor) return;
    const all = together(this.local, this.server, fresh);
    this.dataset.found = String(all.length);
    this.editor.mark(all);
    const says = JSON.stringify([all.map(({ element, words }) => [element, words]), this.elsewhere]);
    if (says === this.said) return;
    this.said = says;
    this.found.replaceChildren(...this.list(all, this.elsewhere));
  }

  private list(own: Found[], elsewhere: number): Node[] {
    const title = make("h2", { class: "editor__found-title" }, own.length ? this.words("findings", own.length) : this.words("noFindings"));
    const list = make("ul", { class: "editor__list" });
    for (const found of own) {
      const button = make("button", { class: "button button--quiet", type: "button" }, icon(found.severity === "ERROR" ? "error" : "warning"), found.words);
      button.addEventListener("click", () => this.editor?.pointAt(found.element));
      list.append(make("li", {}, button));
    }
    const rest = elsewhere ? [make("p", { class: "muted small" }, this.words("findingsElsewhere", elsewhere))] : [];
    return [title, list, ...rest];
  }

  private async fetched<T>(url: string): Promise<T> {
    const answer = await fetch(url, { headers: { Accept: "application/json" }, credentials: "same-origin" });
    if (!answer.ok) throw new Error(String(answer.status));
    return answer.json();
  }

  /** A file that no editor can show is still there, to be seen and taken away. */
  private broken(why: unknown) {
    const again = make("button", { class: "button", type: "button" }, this.words("again"));
    again.addEventListener("click", () => {
      this.editor?.destroy();
      this.editor = undefined;
      void this.connectedCallback();
    });
    this.replaceChildren(
      make("div", { class: "notice notice--error cluster", role: "alert" }, this.words("notEditable"), again),
      make("pre", { class: "small muted" }, String((why as Error)?.message ?? why)),
      this.found,
    );
  }
}

async function editorOf(kind: string, setting: Setting): Promise<Editor> {
  switch (kind) {
    case "dmn":
      return new (await import("./table")).TableEditor(setting);
    case "form":
      return new (await import("./form")).FormEditor(setting);
    default:
      return new (await import("./diagram")).DiagramEditor(setting);
  }
}

import type { Language, Words } from "../shared/words";

export type FieldError = { key: string; message: string };

/** What the components of one form share: language, what the server refused, whether everything should be judged by now. */
export class Desk {
  serverErrors: FieldError[] = [];
  judged = false;
  private readonly listeners = new Set<() => void>();

  constructor(
    readonly language: Language,
    readonly words: Words,
  ) {}

  refused(errors: FieldError[]) {
    this.serverErrors = errors;
    this.tell();
  }

  judge() {
    this.judged = true;
    this.tell();
  }

  private held = "";
  private hold: (tokens: string) => void = () => {};

  /** Findings that a person confirmed to be the contact of an office or a leader, each for one field. */
  confirmed(): string[] {
    return this.held.split(",").filter(Boolean);
  }

  confirm(token: string, on: boolean) {
    const field = token.slice(0, token.lastIndexOf(":"));
    const others = this.confirmed().filter((one) => one.slice(0, one.lastIndexOf(":")) !== field);
    this.hold((on ? [...others, token] : others).join(","));
  }

  /** The form's field for them tells what it holds, and takes what changes. */
  holdConfirmations(held: string, hold: (tokens: string) => void) {
    const changed = held !== this.held;
    this.held = held;
    this.hold = hold;
    if (changed) this.tell();
  }

  watch(listener: () => void): () => void {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  }

  private tell() {
    for (const listener of this.listeners) listener();
  }
}

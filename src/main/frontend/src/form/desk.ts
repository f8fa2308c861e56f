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

  watch(listener: () => void): () => void {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  }

  private tell() {
    for (const listener of this.listeners) listener();
  }
}

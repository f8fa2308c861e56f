import { icon, make } from "./dom";
import type { Words } from "./words";
import type { Draft, DraftState } from "./draft";

/** Says whether what was typed is safe; the line keeps its height, so that nothing moves. */
export function draftLine(words: Words, take: (answers: Record<string, unknown>) => void) {
  const line = make("div", { class: "draft", role: "status", "aria-live": "polite" });
  const show = (draft: Draft) => (state: DraftState) => {
    line.className = `draft draft--${state.name}`;
    line.replaceChildren(...content(state, draft, words, take));
  };
  return { line, show };
}

function content(state: DraftState, draft: Draft, words: Words, take: (answers: Record<string, unknown>) => void): (Node | string)[] {
  switch (state.name) {
    case "saving":
      return [words("saving")];
    case "saved":
      return [icon("ok"), words("saved", clock(state.at))];
    case "failed":
      return [icon("warning"), words("notSaved")];
    case "tooLarge":
      return [icon("error"), words("tooLarge")];
    case "gone":
      return [icon("error"), words("taskGone")];
    case "signedOut": {
      const again = make("button", { class: "button button--small", type: "button" }, words("again"));
      again.addEventListener("click", () => void draft.retry());
      const link = make("a", { href: new URL("../login", import.meta.url).pathname, target: "_blank", rel: "noopener" }, words("signIn"));
      return [icon("warning"), words("signedOut"), link, again];
    }
    case "conflict": {
      const mine = make("button", { class: "button button--small", type: "button" }, words("keepMine"));
      const theirs = make("button", { class: "button button--small", type: "button" }, words("takeTheirs"));
      mine.addEventListener("click", () => void draft.keepMine());
      theirs.addEventListener("click", () => take(draft.takeTheirs()));
      return [icon("warning"), words("conflict"), mine, theirs];
    }
    default:
      return [];
  }
}

function clock(at: Date): string {
  return `${String(at.getHours()).padStart(2, "0")}:${String(at.getMinutes()).padStart(2, "0")}`;
}

import { make } from "../shared/dom";
import { language, wordsIn, type Words } from "../shared/words";
import { cells } from "./paste";

/** Moves through the boxes with arrows and Enter, takes a block from Excel, and sends only what changed. */
export class GridElement extends HTMLElement {
  private words!: Words;
  private readonly said = make("p", { class: "hint", role: "status" });
  private sent = false;

  connectedCallback() {
    if (this.said.isConnected) return;
    this.words = wordsIn(language());
    this.append(this.said);
    this.addEventListener("keydown", this.move);
    this.addEventListener("paste", this.paste);
    this.addEventListener("input", this.changed);
    this.addEventListener("focusin", (event) => event.target instanceof HTMLInputElement && event.target.type === "text" && event.target.select());
    this.closest("form")?.addEventListener("submit", this.send);
    window.addEventListener("beforeunload", this.leaving);
    this.mark();
    this.dataset.ready = "";
  }

  disconnectedCallback() {
    window.removeEventListener("beforeunload", this.leaving);
  }

  private rows(): HTMLInputElement[][] {
    return [...this.querySelectorAll("tbody tr")].map((row) => [...row.querySelectorAll("td")].flatMap((cell) => cell.querySelector<HTMLInputElement>('input[type="text"]') ?? []));
  }

  private readonly move = (event: KeyboardEvent) => {
    const box = event.target;
    if (!(box instanceof HTMLInputElement) || box.type !== "text" || event.altKey || event.ctrlKey || event.metaKey) return;
    const step = this.step(event, box);
    if (!step) return;
    event.preventDefault();
    this.go(box, ...step);
  };

  private step(event: KeyboardEvent, box: HTMLInputElement): [number, number] | null {
    const all = box.selectionStart === 0 && box.selectionEnd === box.value.length;
    if (event.key === "ArrowDown" || (event.key === "Enter" && !event.shiftKey)) return [1, 0];
    if (event.key === "ArrowUp" || event.key === "Enter") return [-1, 0];
    if (event.key === "ArrowLeft" && (all || box.selectionEnd === 0)) return [0, -1];
    if (event.key === "ArrowRight" && (all || box.selectionStart === box.value.length)) return [0, 1];
    return null;
  }

  /** Over rows that cannot be filled in. */
  private go(box: HTMLInputElement, down: number, right: number) {
    const rows = this.rows();
    let row = rows.findIndex((boxes) => boxes.includes(box));
    const column = rows[row].indexOf(box);
    if (right) return rows[row][column + right]?.focus();
    do row += down;
    while (rows[row] && rows[row].length === 0);
    rows[row]?.[column]?.focus();
  }

  private readonly paste = (event: ClipboardEvent) => {
    const box = event.target;
    const text = event.clipboardData?.getData("text/plain") ?? "";
    if (!(box instanceof HTMLInputElement) || !/[\t\n\r]/.test(text.replace(/[\r\n]+$/, ""))) return;
    event.preventDefault();
    const block = cells(text);
    const rows = this.rows();
    const top = rows.findIndex((boxes) => boxes.includes(box));
    const left = rows[top].indexOf(box);
    let put = 0;
    let lost = 0;
    block.forEach((line, down) =>
      line.forEach((value, right) => {
        const target = rows[top + down]?.[left + right];
        if (target) {
          target.value = value;
          put++;
        } else if (value) lost++;
      }),
    );
    this.mark();
    this.said.textContent = this.words("pasted", put) + (lost ? ` ${this.words("pastedLost", lost)}` : "");
  };

  private readonly changed = () => this.mark();

  private isChanged(box: HTMLInputElement): boolean {
    return box.value.trim() !== (this.base(box)?.value ?? "").trim();
  }

  private base(box: HTMLInputElement): HTMLInputElement | null {
    return box.parentElement!.querySelector<HTMLInputElement>('input[type="hidden"]');
  }

  private mark() {
    let count = 0;
    for (const box of this.rows().flat()) {
      const changed = this.isChanged(box);
      box.classList.toggle("grid__changed", changed);
      count += changed ? 1 : 0;
    }
    this.dataset.changed = String(count);
    this.said.textContent = count ? this.words("cellsChanged", count) : "";
  }

  /** A slow line carries what changed, not the whole table. */
  private readonly send = () => {
    this.sent = true;
    for (const box of this.rows().flat())
      if (!this.isChanged(box)) {
        box.disabled = true;
        const base = this.base(box);
        if (base) base.disabled = true;
      }
  };

  private readonly leaving = (event: BeforeUnloadEvent) => {
    if (!this.sent && Number(this.dataset.changed) > 0) event.preventDefault();
  };
}

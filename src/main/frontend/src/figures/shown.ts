// Figures as people read them.
import type { Words } from "../shared/words";
import { show } from "./number";
import { hasValue, reached, type Given } from "./answers";
import type { Below } from "./rules";

/** As it can be typed again: three decimals after a short whole number would read as thousands, so they get one more. */
export function asTyped(value: unknown): string {
  if (typeof value !== "number") return value === undefined || value === null ? "" : String(value);
  const text = show(String(value), "vi");
  return /^[1-9]\d{0,2},\d{3}$/.test(text) ? `${text}0` : text;
}

export function inWords(given: Given | undefined, words: Words, language: string): string {
  if (!given) return words("blank");
  if (given.notStated) return words("notStated").toLowerCase();
  if (given.pending) return words("pending").toLowerCase();
  if (!hasValue(given)) return words("blank");
  const number = typeof given.value === "number" ? show(String(given.value), language) : String(given.value);
  const qualifier = given.qualifier && given.qualifier !== "exact" ? `${words(given.qualifier as "about")} ` : "";
  return qualifier + number;
}

/** "Trực thuộc: 71 (5 đơn vị)"; of kinds that may be the same in two units, from the least to the most. */
export function summed(below: Below, words: Words, language: string): string {
  const number = (value: number) => show(String(value), language);
  if (below.sum !== undefined) return words("below", inWords({ value: below.sum, qualifier: below.qualifier }, words, language), below.units ?? 0);
  if (below.least !== undefined && below.most !== undefined) return words("belowRange", number(below.least), number(below.most), below.units ?? 0);
  return words("belowNone");
}

/** "Chỉ tiêu năm: 80 (đạt 89 %)"; where nothing is stated, or the target is 0, the target alone. */
export function aimed(given: Given | undefined, target: number | undefined, words: Words, language: string): string {
  if (target === undefined || target === null) return "";
  const percent = reached(given, target);
  const shown = show(String(target), language);
  return percent === null ? words("target", shown) : words("targetReached", shown, show(String(percent), language));
}

export function asDate(iso: string | undefined): string {
  const [, year, month, day] = /^(\d{4})-(\d{2})-(\d{2})/.exec(iso ?? "") ?? [];
  return year ? `${day}/${month}/${year}` : "";
}

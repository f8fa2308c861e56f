// What the figures component does with its answers, apart from how it looks.
import { parseNumber } from "./number";
import type { Below, Figure, Indicator as Asked, LastYear, Part as AskedPart } from "./rules";

/** `own` is what the unit did itself, on top of its subordinates' sum. */
export type Given = { own?: number | string; value?: number | string; qualifier?: string; notStated?: boolean; pending?: boolean; reason?: string; note?: string };
export type Figures = Record<string, Given>;
/** `submitted` is what a reviewer was sent, `remark` what a reviewer said about it before. */
/** `half` is what was sent about the first six months, `target` what the unit wants to reach in the year, `known` what the installation knows of the unit's own part, `knownFrom` the register it knows it from. */
export type Shown = { submitted?: Given; remark?: string; half?: LastYear; target?: number; known?: number; knownFrom?: string };
export type Part = AskedPart & Shown;
export type Indicator = Omit<Asked, "dimensions"> & Shown & { dimensions?: Part[]; usedLastYear?: boolean };
export type Section = { code: string; title: string };
export type Group = { section?: Section; indicators: Indicator[] };
/** One place to write a figure: a whole indicator or one of its dimensions. */
export type Place = { key: string; indicator: Indicator; part: Part; label?: string };

export function places(indicator: Indicator, answers: Figures = {}): Place[] {
  const parts = (indicator.dimensions ?? []).map((part) => ({ key: `${indicator.code}.${part.code}`, indicator, part, label: part.name }));
  const whole = { key: indicator.code, indicator, part: indicator };
  if (parts.length === 0) return [whole];
  return indicator.code in answers ? [...parts, { ...whole, label: "∑" }] : parts;
}

export function isFilled(given?: Given): boolean {
  return !!given && (given.notStated === true || given.pending === true || hasValue(given));
}

export function hasValue(given?: Given): boolean {
  return given?.value !== undefined && given.value !== null && String(given.value).trim() !== "";
}

export function enterable(indicators: Indicator[]): Indicator[] {
  return indicators.filter((indicator) => !indicator.derived);
}

export function progress(indicators: Indicator[], answers: Figures): { done: number; of: number } {
  const asked = enterable(indicators);
  return { done: asked.filter((indicator) => !isEmpty(indicator, answers)).length, of: asked.length };
}

/** Something of it is still to be written. A total stands for its parts. */
export function isEmpty(indicator: Indicator, answers: Figures): boolean {
  if (isFilled(answers[indicator.code])) return false;
  return places(indicator, answers).some(({ key }) => key !== indicator.code || !indicator.dimensions ? !isFilled(answers[key]) : false);
}

export function emptyPlaces(indicators: Indicator[], answers: Figures): Place[] {
  return enterable(indicators)
    .filter((indicator) => isEmpty(indicator, answers))
    .flatMap((indicator) => places(indicator, answers))
    .filter(({ key }) => !isFilled(answers[key]));
}

/** Zeros written out: what is left blank and what is said to be nothing are two things. */
export function withZeros(answers: Figures, keys: string[]): Figures {
  return { ...answers, ...Object.fromEntries(keys.map((key) => [key, { ...answers[key], value: 0 }])) };
}

export function without(answers: Figures, keys: string[]): Figures {
  return Object.fromEntries(Object.entries(answers).filter(([key]) => !keys.includes(key)));
}

/** The figure after somebody typed: a number where the text is one, else the text, so that nothing typed is lost. */
export function typed(given: Given | undefined, text: string): Given {
  const { value: _value, own: _own, notStated: _notStated, pending: _pending, ...rest } = given ?? {};
  if (text.trim() === "") return rest;
  const reading = parseNumber(text);
  return { ...rest, value: "plain" in reading ? Number(reading.plain) : text };
}

export function stated(given: Given | undefined, flag: "notStated" | "pending", on: boolean): Given {
  const { value, qualifier, own: _own, notStated: _n, pending: _p, ...rest } = given ?? {};
  return on ? { ...rest, [flag]: true } : rest;
}

/** The unit's own part: as written, or what the value has above the subordinates' sum; undefined where that is no number. */
export function ownPart(given: Given | undefined, below: Below | undefined): number | string | undefined {
  if (given?.own !== undefined) return given.own;
  return typeof given?.value === "number" && below?.sum !== undefined && given.value >= below.sum ? minus(given.value, below.sum) : undefined;
}

/** Somebody wrote what the unit did itself: the value is the subordinates' sum with it on top. */
export function withOwn(given: Given | undefined, text: string, below: Below): Given {
  const { value: _value, own: _own, notStated: _n, pending: _p, ...rest } = given ?? {};
  const reading = parseNumber(text.trim() === "" ? "0" : text);
  if (!("plain" in reading)) return { ...given, own: text };
  const own = Number(reading.plain);
  return { ...rest, qualifier: rest.qualifier ?? below.qualifier, value: minus(own, -(below.sum ?? 0)), own };
}

/** A draft from before the subordinates' sum changed: the unit's own parts stay, the values follow, what is not there yet starts from it. Null when none has to. */
export function followed(answers: Figures, indicators: Indicator[]): Figures | null {
  const changed = indicators.flatMap((indicator) => places(indicator, answers)).flatMap(({ key, part }) => {
    const { own } = answers[key] ?? {};
    const { sum, qualifier } = part.fromSubordinates ?? {};
    if (sum !== undefined && !answers[key]) return [[key, { value: sum, qualifier, own: 0 }]];
    if (typeof own !== "number" || sum === undefined) return [];
    const value = minus(own, -sum);
    return value === answers[key].value ? [] : [[key, { ...answers[key], value }]];
  });
  return changed.length > 0 ? { ...answers, ...Object.fromEntries(changed) } : null;
}

function minus(one: number, other: number): number {
  return Math.round((one - other) * 1e6) / 1e6;
}

/** Leaves out what says nothing; undefined when nothing is left. */
export function tidy(given: Given): Given | undefined {
  const kept = Object.fromEntries(
    Object.entries(given).filter(([name, value]) => value !== undefined && value !== "" && value !== false && !(name === "qualifier" && value === "exact")),
  );
  return Object.keys(kept).length > 0 ? kept : undefined;
}

export function put(answers: Figures, key: string, given: Given): Figures {
  const kept = tidy(given);
  return kept ? { ...answers, [key]: kept } : without(answers, [key]);
}

export function fromLastYear({ value, qualifier, notStated }: LastYear): Given {
  return notStated ? { notStated: true } : (tidy({ value, qualifier }) ?? {});
}

export function same(one?: Given, other?: Given): boolean {
  const core = ({ value, qualifier, notStated, pending }: Given) => JSON.stringify([value, qualifier ?? "exact", !!notStated, !!pending]);
  return core(one ?? {}) === core(other ?? {});
}

/** The year without its first six months; null while one of them is not a number, marked "about" unless both are exact. */
export function secondHalf(year: Given | undefined, half: LastYear | undefined): Given | null {
  if (typeof year?.value !== "number" || typeof half?.value !== "number") return null;
  const value = Math.round((year.value - half.value) * 1e6) / 1e6;
  if (value < 0) return null;
  const exact = [year.qualifier, half.qualifier].every((qualifier) => !qualifier || qualifier === "exact");
  return exact ? { value } : { value, qualifier: "about" };
}

/** How much of the year's target is reached, in per cent; null where there is no number or nothing was to be reached. */
export function reached(given: Given | undefined, target: number | undefined): number | null {
  if (typeof given?.value !== "number" || !target) return null;
  return Math.round((given.value / target) * 1000) / 10;
}

/** `E3/E2` or `A+B`; null while something of it is missing. A ratio in per cent is multiplied by 100. */
export function derive(indicator: Indicator, answers: Figures): number | null {
  const [, left, sign, right] = /^\s*([\w.]+)\s*([/:+])\s*([\w.]+)\s*$/.exec(indicator.derived ?? "") ?? [];
  const [one, other] = [answers[left]?.value, answers[right]?.value];
  if (typeof one !== "number" || typeof other !== "number") return null;
  if (sign === "+") return one + other;
  if (other === 0) return null;
  return Math.round((one / other) * (indicator.unit?.includes("%") ? 1000 : 10)) / 10;
}

export function groups(indicators: Indicator[], sections: Section[] = []): Group[] {
  const known = sections.map((section) => ({ section, indicators: indicators.filter((one) => one.section === section.code) }));
  const rest = indicators.filter((one) => !sections.some((section) => section.code === one.section));
  return [...known, { indicators: rest }].filter((group) => group.indicators.length > 0);
}

export function asFigures(value: unknown): Figures {
  return value && typeof value === "object" && !Array.isArray(value) ? (value as Figures) : {};
}

export type { Figure };

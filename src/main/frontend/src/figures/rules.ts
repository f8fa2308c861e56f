// What may be answered to a list of indicators. Pure; vn.lantoa.form.FiguresRules says the same on the server, one corpus holds both.
import { Code, parseNumber, refuse, scaled, show } from "./number";
import table from "./messages.json";

export { parseNumber, show } from "./number";
export type { Code } from "./number";

export type Mode = "enter" | "review" | "read";
export type Part = { code: string; name: string; lastYear?: LastYear; reasonFor?: ReasonFor; fromSubordinates?: Below };
/** What the subordinates' reports add up to: one `sum`, or of kinds from `least` to `most`; a figure is certainly not under `floor`. */
export type Below = { sum?: number; least?: number; most?: number; floor?: number; qualifier?: string; units?: number; notStated?: number; pending?: number; carried?: number; address?: string };
export type LastYear = { value?: number; qualifier?: string; notStated?: boolean };
/** A reason is asked for when the value falls by more than `dropOver` % below `previous`, or is over `jumpOver` times last year's value, or under that part of it. */
export type ReasonFor = { dropOver?: number; against?: string; previous?: number; jumpOver?: number };
export type Indicator = Part & {
  unit?: string;
  section?: string;
  kind?: string;
  dimensions?: Part[];
  integer?: boolean;
  max?: number;
  required?: boolean;
  pending?: boolean;
  derived?: string;
};
export type Figure = { own?: unknown; value?: unknown; qualifier?: unknown; notStated?: unknown; pending?: unknown; reason?: unknown; note?: unknown };
export type Result = { errors: Record<string, Code>; figures: Record<string, Figure>; unknownKeys: string[] };

export const QUALIFIERS = ["exact", "more_than", "almost", "over", "about"];
const FIELDS = ["value", "qualifier", "notStated", "pending", "reason", "note", "own"];
const LONGEST_TEXT = 1000;

type Asked = { indicator: Indicator; part: Part };

/** Errors by key (`D3`, `G1.collective`); empty when everything may be sent. Unknown keys are told apart, see `judge`. */
export function check(answers: unknown, indicators: Indicator[], mode: Mode = "enter"): Record<string, Code> {
  return judge(answers, indicators, mode).errors;
}

/** Errors, and the figures as they are sent: numbers for texts, blanks left out. */
export function judge(answers: unknown, indicators: Indicator[], mode: Mode = "enter"): Result {
  const result: Result = { errors: {}, figures: {}, unknownKeys: [] };
  if (mode === "read" || answers === undefined || answers === null) answers = {};
  if (!isObject(answers)) return { ...result, errors: { "": refuse("figures.type") } };
  const asked = keysOf(indicators);
  for (const [key, figure] of Object.entries(answers)) judgeOne(key, figure, asked.get(key), mode, result);
  if (mode === "enter") for (const indicator of indicators) complete(indicator, result);
  return result;
}

function judgeOne(key: string, figure: unknown, asked: Asked | undefined, mode: Mode, result: Result): void {
  if (!asked) {
    result.unknownKeys.push(key);
    return;
  }
  if (figure === null) return;
  if (!isObject(figure)) {
    result.errors[key] = refuse("figures.type");
    return;
  }
  const unknown = Object.keys(figure).filter((name) => !FIELDS.includes(name));
  result.unknownKeys.push(...unknown.map((name) => `${key}.${name}`));
  const outcome = read(figure as Figure, asked, mode);
  if ("code" in outcome) result.errors[key] = outcome;
  else if (Object.keys(outcome).length > 0) result.figures[key] = outcome;
}

function read(figure: Figure, asked: Asked, mode: Mode): Figure | Code {
  for (const flag of [figure.notStated, figure.pending])
    if (!isNil(flag) && typeof flag !== "boolean") return refuse("figures.type");
  for (const text of [figure.reason, figure.note, figure.qualifier])
    if (!isNil(text) && typeof text !== "string") return refuse("figures.type");
  const reason = words(figure.reason);
  const note = words(figure.note);
  const stated = !isNil(figure.value) && !(typeof figure.value === "string" && figure.value.trim() === "");
  const ways = [stated, figure.notStated === true, figure.pending === true].filter(Boolean).length;
  if (ways === 0) return mode === "review" && note ? within({ note }) : {};
  if (asked.indicator.derived) return refuse("figures.derived");
  if (ways > 1) return refuse("figures.exclusive");
  if (figure.pending === true && !asked.indicator.pending) return refuse("figures.pending");
  const rest = { ...(reason && { reason }), ...(note && { note }) };
  if (!stated) return within({ ...(figure.pending === true ? { pending: true } : { notStated: true }), ...rest });
  return valued(figure, asked, rest);
}

function valued(figure: Figure, { indicator, part }: Asked, rest: Figure): Figure | Code {
  const qualifier = figure.qualifier || "exact";
  if (!QUALIFIERS.includes(qualifier as string)) return refuse("figures.qualifier");
  const reading = parseNumber(figure.value);
  if ("code" in reading) return reading;
  const { plain } = reading;
  if (indicator.integer && plain.includes(".")) return refuse("figures.integer");
  if (!isNil(indicator.max) && scaled(plain) > scaled(String(indicator.max)))
    return refuse("figures.max", String(indicator.max));
  const tooLong = within(rest);
  if ("code" in tooLong) return tooLong;
  const against = againstSubordinates(plain, figure.own, part);
  if (against) return against;
  const asks = rest.reason ? null : reasonAsked(plain, part);
  return asks ?? { value: Number(plain), qualifier, ...rest };
}

/** The unit's figure holds what its subordinates reported; its own part, when told apart, is the rest: else the sum has changed since. */
function againstSubordinates(plain: string, own: unknown, { fromSubordinates: below }: Part): Code | null {
  const told = !isNil(own) && !(typeof own === "string" && own.trim() === "");
  if (told && !isNil(below?.sum)) {
    const reading = parseNumber(own);
    if ("code" in reading) return reading;
    if (scaled(String(below.sum)) + scaled(reading.plain) !== scaled(plain)) return refuse("figures.subordinatesChanged", String(below.sum));
  }
  return !isNil(below?.floor) && scaled(plain) < scaled(String(below.floor)) ? refuse("figures.belowSubordinates", String(below.floor)) : null;
}

function reasonAsked(plain: string, part: Part): Code | null {
  const { dropOver, previous, jumpOver } = part.reasonFor ?? {};
  const value = scaled(plain);
  if (!isNil(dropOver) && !isNil(previous)) {
    const before = scaled(String(previous));
    if ((before - value) * 100n * 1000000n > scaled(String(dropOver)) * before)
      return refuse("figures.reasonDrop", String(dropOver), String(previous));
  }
  const lastYear = part.lastYear?.value;
  if (!isNil(jumpOver) && !isNil(lastYear) && lastYear > 0) {
    const before = scaled(String(lastYear));
    const factor = scaled(String(jumpOver));
    if (value * 1000000n > factor * before || value * factor < before * 1000000n)
      return refuse("figures.reasonJump", String(jumpOver), String(lastYear));
  }
  return null;
}

/** What is required and not there; a total beside its parts. */
function complete(indicator: Indicator, { errors, figures }: Result): void {
  const { code, dimensions = [], required, derived } = indicator;
  const parts = dimensions.map((part) => `${code}.${part.code}`);
  const given = (key: string) => key in figures || key in errors;
  if (given(code) && parts.some(given)) errors[code] ??= refuse("figures.totalAndParts");
  if (!required || derived || given(code)) return;
  for (const key of parts.length ? parts : [code]) if (!given(key)) errors[key] = refuse("figures.required");
}

function within(figure: Figure): Figure | Code {
  const long = [figure.reason, figure.note].some((text) => typeof text === "string" && text.length > LONGEST_TEXT);
  return long ? refuse("figures.tooLong", String(LONGEST_TEXT)) : figure;
}

function keysOf(indicators: Indicator[]): Map<string, Asked> {
  const asked = new Map<string, Asked>();
  for (const indicator of indicators) {
    asked.set(indicator.code, { indicator, part: indicator });
    for (const part of indicator.dimensions ?? [])
      asked.set(`${indicator.code}.${part.code}`, { indicator, part });
  }
  return asked;
}

function words(text: unknown): string {
  return typeof text === "string" ? text.normalize("NFC").trim() : "";
}

function isNil(value: unknown): value is null | undefined {
  return value === null || value === undefined;
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

/** The sentence for an error, the same that the server says. */
export function message({ code, args }: Code, locale = "vi"): string {
  const language = locale.startsWith("en") ? "en" : "vi";
  const text = (table as Record<string, { vi: string; en: string }>)[code]?.[language] ?? code;
  return text.replace(/\{(\d)\}/g, (_, index) => {
    const arg = args[Number(index)] ?? "";
    return code !== "figures.ambiguous" && /^\d+(\.\d+)?$/.test(arg) ? show(arg, language) : arg;
  });
}

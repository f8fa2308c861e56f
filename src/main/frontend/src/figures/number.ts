// Reads a number as people write it in Vietnam, exactly: decimal text in, decimal text out, no binary fractions in between.

export type Code = { code: string; args: string[] };
export type Reading = { plain: string } | Code;

const MOST_DIGITS = 15;
const MOST_DECIMALS = 6;
const SCALE = 10n ** BigInt(MOST_DECIMALS);

const PLAIN = /^\d+$/;
const GROUPED = /^[1-9]\d{0,2}(?:\.\d{3})+(?:,\d+)?$/;
const SPACED = /^[1-9]\d{0,2}(?: \d{3})+(?:,\d+)?$/;
const DECIMAL = /^(\d+),(\d+)$/;
const POINT = /^(\d+)\.(\d+)$/;

/**
 * `1.234,5` is 1234.5, `1.234` is 1234, `12,5` is 12.5. Text that an English reader would take for another number
 * (`1,234`, `1.5`) is refused with both readings in unmistakable notation. Minus is refused.
 */
export function parseNumber(value: unknown): Reading {
  if (typeof value === "number") return Number.isFinite(value) ? ofJson(value) : refuse("figures.number");
  if (typeof value !== "string") return refuse("figures.number");
  const text = value.trim().replace(/[\u00a0\u202f]/g, " ");
  if (/^[-\u2212\u2013] ?\d[\d., ]*$/.test(text)) return refuse("figures.negative");
  if (PLAIN.test(text)) return sized(text);
  if (GROUPED.test(text)) return sized(text.replace(/\./g, "").replace(",", "."));
  if (SPACED.test(text)) return sized(text.replace(/ /g, "").replace(",", "."));
  const decimal = DECIMAL.exec(text);
  if (decimal) return comma(text, decimal[1], decimal[2]);
  const point = POINT.exec(text);
  if (point) return ambiguous(text, unmistakable(point[1], point[2]), strip(point[1] + point[2]));
  return refuse("figures.number");
}

function ofJson(value: number): Reading {
  if (value < 0) return refuse("figures.negative");
  const text = String(value);
  return text.includes("e") ? refuse("figures.digits") : sized(text);
}

function comma(text: string, whole: string, decimals: string): Reading {
  const english = decimals.length === 3 && /^[1-9]\d{0,2}$/.test(whole);
  return english
    ? ambiguous(text, group(whole + decimals, "."), unmistakable(whole, decimals))
    : sized(`${whole}.${decimals}`);
}

/** A fraction of three digits looks like a group of thousands: one more zero makes it a fraction for every reader. */
function unmistakable(whole: string, decimals: string): string {
  return `${strip(whole)},${decimals.length === 3 ? decimals + "0" : decimals}`;
}

function sized(text: string): Reading {
  const [whole, decimals = ""] = text.split(".");
  const left = strip(whole);
  const right = decimals.replace(/0+$/, "");
  if (right.length > MOST_DECIMALS || left.length + right.length > MOST_DIGITS) return refuse("figures.digits");
  return { plain: right ? `${left}.${right}` : left };
}

function ambiguous(text: string, one: string, other: string): Reading {
  return text.length > 40 ? refuse("figures.number") : refuse("figures.ambiguous", text, one, other);
}

function strip(digits: string): string {
  return digits.replace(/^0+(?=\d)/, "");
}

function group(digits: string, mark: string): string {
  return digits.replace(/\B(?=(\d{3})+$)/g, mark);
}

export function refuse(code: string, ...args: string[]): Code {
  return { code, args };
}

/** Six decimals as one whole number, so that comparing needs no rounding. */
export function scaled(plain: string): bigint {
  const [whole, decimals = ""] = plain.split(".");
  return BigInt(whole) * SCALE + BigInt(decimals.padEnd(MOST_DECIMALS, "0"));
}

/** As it is shown: `1.234,5` in Vietnamese, `1,234.5` in English. */
export function show(plain: string, locale: string): string {
  const [whole, decimals] = plain.split(".");
  const [mark, point] = locale === "en" ? [",", "."] : [".", ","];
  return group(whole, mark) + (decimals ? point + decimals : "");
}

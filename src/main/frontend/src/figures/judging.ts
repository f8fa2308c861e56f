import type { Desk, FieldError } from "../form/desk";
import { check, message, type Indicator, type Mode } from "./rules";

export type FiguresSchema = { id: string; key: string; label?: string; indicators?: Indicator[]; mode?: Mode };

/** One message for the whole table; each figure carries its own. */
export function judgeFigures(field: FiguresSchema, value: unknown, desk: Desk): string[] {
  const found = Object.keys(errorsOf(field, value)).length;
  return found > 0 ? [desk.words("figuresInvalid", found)] : [];
}

export function figureErrors(field: FiguresSchema, value: unknown, desk: Desk): FieldError[] {
  return Object.entries(errorsOf(field, value)).map(([code, error]) => ({
    key: `figures.${code}`,
    message: message(error, desk.language),
  }));
}

function errorsOf(field: FiguresSchema, value: unknown) {
  return check(value, field.indicators ?? [], field.mode ?? "enter");
}

export function nameOf(field: FiguresSchema, code: string): string {
  const [indicator, part] = code.split(".");
  const found = field.indicators?.find((one) => one.code === indicator);
  const dimension = found?.dimensions?.find((one) => one.code === part);
  return [found?.name ?? code, dimension?.name].filter(Boolean).join(", ");
}

// Section VI: what is proposed, to whom, and whose proposal it was.
export type Row = { matter?: string; addressee?: string; from?: string };
export type Merged = { matter: string; addressee: string; from: string; names: string[] };

export function asRows(value: unknown): Row[] {
  return Array.isArray(value) ? value.filter((row) => row && typeof row === "object") : [];
}

/** The same matter, whatever its diacritics, capitals and full stops. */
export function sameMatter(one = "", other = ""): boolean {
  return fold(one) === fold(other);
}

export function included(rows: Row[], merged: Merged): boolean {
  return rows.some((row) => sameMatter(row.matter, merged.matter) && row.addressee === merged.addressee);
}

/** A ticked proposal joins a row of the same matter, or becomes one. */
export function include(rows: Row[], merged: Merged): Row[] {
  const at = rows.findIndex((row) => sameMatter(row.matter, merged.matter) && row.addressee === merged.addressee);
  if (at < 0) return [...rows.filter((row) => row.matter?.trim()), { matter: merged.matter, addressee: merged.addressee, from: merged.from }];
  const from = [...new Set(`${rows[at].from ?? ""} ${merged.from}`.trim().split(/\s+/))].join(" ");
  return rows.map((row, index) => (index === at ? { ...row, from } : row));
}

export function leaveOut(rows: Row[], merged: Merged): Row[] {
  return rows.filter((row) => !sameMatter(row.matter, merged.matter) || row.addressee !== merged.addressee);
}

function fold(text: string): string {
  return text
    .toLowerCase()
    .normalize("NFD")
    .replace(/\p{M}+/gu, "")
    .replace(/đ/g, "d")
    .replace(/[^a-z0-9]+/g, " ")
    .trim();
}

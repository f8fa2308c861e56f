/** What an administrator may point at while drawing: the words of the lists come from the server, in the language of the page. */
export type Choice = { value: string; label: string };

export type Choices = {
  posts: Choice[];
  /** Service tasks of the catalogue, one for each delegate. */
  delegates: (Choice & { description: string })[];
  forms: Choice[];
  tables: Choice[];
  processes: Choice[];
  unitRoles: Choice[];
};

/** What the server says about the file. */
export type Found = { severity: "ERROR" | "WARNING"; file: string; element: string; rule: string; words: string };

/** One editor behind the few acts that the element needs. */
export interface Editor {
  show(content: string): Promise<void>;
  read(): Promise<string>;
  onChange(listener: () => void): void;
  /** What speaks against the file as it stands in the editor, without asking the server. */
  look?(file: string): Promise<Found[]>;
  mark(found: Found[]): void;
  pointAt(element: string): void;
  destroy(): void;
}

export type Setting = { canvas: HTMLElement; panel: HTMLElement; choices: Choices; language: "vi" | "en" };

export const byWeight = (one: Found, other: Found) => Number(one.severity === "WARNING") - Number(other.severity === "WARNING");

/** What the editor finds by itself, under the names by which the server knows the same faults. */
const OWN: Record<string, string[]> = {
  post: [],
  "no-form": [],
  "no-outcome": [],
  "delegate-missing": [],
  "no-table": [],
  "no-called": ["called-missing"],
  "no-duration": [],
  "no-condition": [],
  "no-name": [],
  "no-way-in": ["unreachable"],
  "no-way-out": ["no-way-to-an-end"],
  "two-ways-at-once": [],
  "element-not-allowed": [],
  "attribute-not-allowed": [],
};
const known = new Set(Object.entries(OWN).flat(2));

/**
 * The server's findings and the editor's own as one list. What the server said of an earlier state of the file is dropped where the editor
 * knows better.
 *
 * @param fresh whether the server has seen the file as it is
 */
export function together(local: Found[], server: Found[], fresh: boolean): Found[] {
  const kept = fresh ? server : server.filter(({ rule }) => !known.has(rule));
  const said = new Set(kept.map(({ element, rule }) => `${element}|${rule}`));
  const added = local.filter(({ element, rule }) => [rule, ...(OWN[rule] ?? [])].every((name) => !said.has(`${element}|${name}`)));
  return [...kept, ...added].sort(byWeight);
}

/** The bpmn.io editors ask one service for their words; what the list does not know stays English and is found by the browser test. */
export function translation(words: Record<string, string>) {
  // The panel writes "User Task" where the menu writes "User task".
  const known = new Map(Object.entries(words).map(([english, own]) => [english.toLowerCase(), own]));
  const translate = (template: string, replacements: Record<string, string> = {}) =>
    (known.get(template.toLowerCase()) ?? template).replace(/{([^}]+)}/g, (_, key) => replacements[key] ?? `{${key}}`);
  return { translate: ["value", translate] };
}

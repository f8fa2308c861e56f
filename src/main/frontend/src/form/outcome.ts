// A component may be asked for some outcomes only, or be required for some: `properties: {"only": "submit,nil", "requiredFor": "return"}`.
export type Component = { id: string; key?: string; type: string; label?: string; dateLabel?: string; properties?: Record<string, string>; components?: Component[] };

export function counts(component: Component, outcome: string): boolean {
  const only = listed(component.properties?.only);
  return only.length === 0 || only.includes(outcome);
}

export function requiredBy(component: Component, outcome: string): boolean {
  return listed(component.properties?.requiredFor).includes(outcome);
}

export function flatten(components: Component[] = []): Component[] {
  return components.flatMap((component) => [component, ...flatten(component.components)]);
}

export function isBlank(value: unknown): boolean {
  return value === undefined || value === null || value === false || (typeof value === "string" && value.trim() === "") || (Array.isArray(value) && value.length === 0);
}

function listed(text?: string): string[] {
  return (text ?? "").split(",").map((word) => word.trim()).filter(Boolean);
}

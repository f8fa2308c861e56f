// What a form asks for one outcome: `properties.only` and `properties.requiredFor` are ours, form-js does not know them.

type Component = { components?: Component[]; properties?: Record<string, string>; validate?: Record<string, unknown> };

/** The schema without what this outcome does not ask, and with what it requires. Other outcomes ask other things of the same form. */
export function forOutcome<T extends Component>(schema: T, outcome: string | null): T {
  const components = schema.components
    ?.filter((component) => asks(component, outcome))
    .map((component) => forOutcome(component, outcome));
  const required = names(schema.properties?.requiredFor).includes(outcome ?? "");
  return {
    ...schema,
    ...(components && { components }),
    ...(required && { validate: { ...schema.validate, required: true } }),
  };
}

/** Whether answers of this component are taken for this outcome. */
export function asks(component: Component, outcome: string | null): boolean {
  const only = names(component.properties?.only);
  return only.length === 0 || only.includes(outcome ?? "");
}

function names(list: string | undefined): string[] {
  return (list ?? "").split(/[,\s]+/).filter(Boolean);
}

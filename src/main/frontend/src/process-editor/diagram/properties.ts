// Extension properties of a step (camunda:properties), read and written as one list of names and values.
type Element = any;

export class Properties {
  constructor(private readonly modeling: any, private readonly factory: any) {}

  get(element: Element, name: string): string {
    return this.list(element).find((property) => property.name === name)?.value ?? "";
  }

  /** Every property whose name begins so, in the order in which they are drawn. */
  starting(element: Element, prefix: string): { name: string; value: string }[] {
    return this.list(element).filter(({ name }) => name?.startsWith(prefix));
  }

  /** An empty value takes the property away. */
  set(element: Element, name: string, value: string) {
    const values = this.list(element).map(({ name, value }) => ({ name, value }));
    const at = values.findIndex((property) => property.name === name);
    if (value && at >= 0) values[at] = { name, value };
    else if (value) values.push({ name, value });
    else if (at >= 0) values.splice(at, 1);
    this.write(element, values);
  }

  rename(element: Element, from: string, to: string) {
    this.write(element, this.list(element).map(({ name, value }) => ({ name: name === from ? to : name, value })));
  }

  private list(element: Element): { name: string; value: string }[] {
    return this.holder(element)?.get("values") ?? [];
  }

  private holder(element: Element) {
    return extensions(element).find((value: any) => value.$type === "camunda:Properties");
  }

  private write(element: Element, values: { name: string; value: string }[]) {
    const bo = element.businessObject;
    const container = this.factory.create("bpmn:ExtensionElements", { values: [] });
    container.$parent = bo;
    const rest = extensions(element).filter((value: any) => value.$type !== "camunda:Properties");
    const holder = this.factory.create("camunda:Properties", { values: [] });
    holder.$parent = container;
    holder.values = values.map((value) => {
      const made = this.factory.create("camunda:Property", value);
      made.$parent = holder;
      return made;
    });
    container.values = values.length ? [...rest, holder] : rest;
    this.modeling.updateModdleProperties(element, bo, { extensionElements: container.values.length ? container : undefined });
  }
}

function extensions(element: Element): any[] {
  return element.businessObject.get("extensionElements")?.get("values") ?? [];
}

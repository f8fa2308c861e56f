import rules from "../../../../resources/engine/model-rules.json";

export type Refused = { id: string; rule: "element-not-allowed" | "attribute-not-allowed"; more: string };

const XMLNS = "http://www.w3.org/2000/xmlns/";
const MOST = 50;

const prefixes = new Map(Object.entries(rules.prefixes).flatMap(([prefix, spaces]) => spaces.map((space) => [space, prefix] as const)));
const drawing = new Set(rules.drawing);
const decoration = new Set(["bioc", "color", "biodi"]);
const groups: Record<string, string[]> = rules.groups;
const allowed = new Map(Object.entries(rules.bpmn).map(([name, attributes]) => [name, new Set(expanded(attributes))]));

/** What the shared list does not name, as the server would refuse it: the same list, asked of the same text. */
export function refused(xml: string): Refused[] {
  const document = new DOMParser().parseFromString(xml, "application/xml");
  const found: Refused[] = [];
  if (document.querySelector("parsererror")) return found;
  for (const element of document.querySelectorAll("*")) {
    const prefix = prefixes.get(element.namespaceURI ?? "");
    if (prefix && drawing.has(prefix)) continue;
    const attributes = allowed.get(`${prefix}:${element.localName}`);
    if (!attributes) found.push({ id: owner(element), rule: "element-not-allowed", more: element.nodeName });
    else
      for (const attribute of element.attributes)
        if (!mayStand(attribute, attributes)) found.push({ id: owner(element), rule: "attribute-not-allowed", more: attribute.name });
    if (found.length >= MOST) break;
  }
  return found;
}

function mayStand(attribute: Attr, attributes: Set<string>): boolean {
  if (attribute.namespaceURI === XMLNS) return true;
  if (!attribute.namespaceURI) return attribute.localName !== "text" && attributes.has(attribute.localName);
  const prefix = prefixes.get(attribute.namespaceURI);
  return !!prefix && (decoration.has(prefix) || attributes.has(`${prefix}:${attribute.localName}`));
}

/** What of the drawing it belongs to: the nearest around it that is drawn. */
function owner(element: Element): string {
  let around: Element | null = element;
  while (around && !(around.hasAttribute("id") && prefixes.get(around.namespaceURI ?? "") === "bpmn" && !/Definition$|Expression$|Characteristics$/.test(around.localName))) around = around.parentElement;
  return around?.getAttribute("id") ?? "";
}

function expanded(attributes: string[]): string[] {
  return attributes.flatMap((attribute) => (attribute.startsWith("@") ? expanded(groups[attribute.slice(1)]) : [attribute.split("=")[0]]));
}

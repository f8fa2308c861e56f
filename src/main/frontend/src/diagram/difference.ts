import NavigatedViewer from "bpmn-js/lib/NavigatedViewer";
import { corner } from "../shared/corner";
import { icon, make } from "../shared/dom";
import type { Words } from "../shared/words";
import { fit, zoomTools } from "../shared/zoom";

type Kind = "ADDED" | "REMOVED" | "CHANGED" | "MOVED";
export type Drawing = { before: string; after: string; marks: Record<string, Kind> };

/** A sign beside the colour: who does not see colours, or prints in black, sees what differs too. */
const SIGNS: Record<Kind, string> = { ADDED: "+", REMOVED: "−", CHANGED: "≠", MOVED: "↔" };
const WORDS = { ADDED: "differsAdded", REMOVED: "differsRemoved", CHANGED: "differsChanged", MOVED: "differsMoved" } as const;

/** The old and the new drawing, beside each other where there is room; gives the viewers, to be destroyed with the page. */
export async function showDifference(host: HTMLElement, { before, after, marks }: Drawing, words: Words): Promise<any[]> {
  const sides = make("div", { class: "difference" });
  host.replaceChildren(legend(words), sides);
  const shown = [
    { xml: before, title: host.dataset.before ?? words("differsBefore"), kinds: ["REMOVED", "CHANGED", "MOVED"] },
    { xml: after, title: host.dataset.after ?? words("differsAfter"), kinds: ["ADDED", "CHANGED", "MOVED"] },
  ];
  const viewers: any[] = [];
  // Both stand there before either is drawn: the second would take room from the first.
  const canvases = shown.map(({ title }) => {
    const canvas = make("div", { class: "diagram__canvas", role: "group", "aria-label": title });
    sides.append(make("figure", { class: "difference__side" }, make("figcaption", {}, title), canvas));
    return canvas;
  });
  for (const [at, { xml, kinds }] of shown.entries()) {
    const viewer: any = new NavigatedViewer({ container: canvases[at] });
    viewers.push(viewer);
    try {
      await viewer.importXML(xml);
      mark(viewer, marks, kinds, words);
    } catch {
      // A draft may hold anything: what cannot be drawn is said so, and the other side stays.
      canvases[at].replaceChildren(make("p", { class: "muted" }, words("differsBroken")));
    }
  }
  const drawn = viewers.filter((viewer) => viewer.getDefinitions() && viewer.get("canvas").getContainer().isConnected);
  const look = () => near(drawn, marks);
  if (drawn.length) sides.before(tools(drawn, look, words));
  look();
  follow(viewers);
  return viewers;
}

function legend(words: Words): HTMLElement {
  const list = make("ul", { class: "difference__legend cluster" });
  for (const kind of Object.keys(SIGNS) as Kind[])
    list.append(make("li", {}, make("span", { class: `difference__sign difference__sign--${kind.toLowerCase()}`, "aria-hidden": "true" }, SIGNS[kind]), " ", words(WORDS[kind])));
  return list;
}

function mark(viewer: any, marks: Record<string, Kind>, kinds: string[], words: Words) {
  const registry = viewer.get("elementRegistry");
  for (const [id, kind] of Object.entries(marks)) {
    const element = registry.get(id);
    if (!element || !kinds.includes(kind) || !element.parent) continue;
    viewer.get("canvas").addMarker(id, `difference-${kind.toLowerCase()}`);
    const html = make("div", { class: `difference__sign difference__sign--${kind.toLowerCase()}`, title: words(WORDS[kind]) }, SIGNS[kind]);
    viewer.get("overlays").add(id, { position: corner(element), html });
  }
}

const AROUND = 120;
const READABLE = 0.7;

/** All of it where that can be read, else what differs with its neighbours. */
function near(viewers: any[], marks: Record<string, Kind>) {
  for (const viewer of viewers) {
    viewer.get("canvas").resized();
    fit(viewer);
  }
  const boxes = viewers.flatMap((viewer) => Object.keys(marks).flatMap((id) => (marks[id] === "MOVED" ? [] : box(viewer.get("elementRegistry").get(id)))));
  if (!boxes.length || viewers[0].get("canvas").zoom() >= READABLE) return;
  const left = Math.min(...boxes.map((one) => one.left)) - AROUND;
  const top = Math.min(...boxes.map((one) => one.top)) - AROUND;
  const right = Math.max(...boxes.map((one) => one.right)) + AROUND;
  const bottom = Math.max(...boxes.map((one) => one.bottom)) + AROUND;
  for (const viewer of viewers) {
    const canvas = viewer.get("canvas");
    const { width, height } = canvas.getSize();
    const scale = Math.min(1, Math.max(canvas.zoom(), Math.min(width / (right - left), height / (bottom - top))));
    canvas.viewbox({ x: (left + right) / 2 - width / scale / 2, y: (top + bottom) / 2 - height / scale / 2, width: width / scale, height: height / scale });
  }
}

function box(element: any): { left: number; top: number; right: number; bottom: number }[] {
  if (!element?.parent) return [];
  const points = element.waypoints ?? [element, { x: element.x + element.width, y: element.y + element.height }];
  const xs = points.map(({ x }: any) => x);
  const ys = points.map(({ y }: any) => y);
  return [{ left: Math.min(...xs), top: Math.min(...ys), right: Math.max(...xs), bottom: Math.max(...ys) }];
}

/** One set of buttons for both: what one drawing does, the other follows. */
function tools(viewers: any[], look: () => void, words: Words): HTMLElement {
  const made = make("button", { class: "button button--small", type: "button" }, icon("open"), words("differsLook"));
  made.addEventListener("click", look);
  const all = zoomTools("diagram__tools", words, () => viewers[0]);
  all.append(made);
  return all;
}

/** Whoever moves one drawing looks at the same place of the other. The event comes late, so that only what differs is passed on. */
function follow(viewers: any[]) {
  const same = (one: number, other: number) => Math.abs(one - other) < 0.01 * Math.max(1, Math.abs(one));
  for (const viewer of viewers)
    viewer.on("canvas.viewbox.changed", ({ viewbox: { x, y, scale } }: any) => {
      for (const other of viewers) {
        if (other === viewer || !other.getDefinitions()) continue;
        const there = other.get("canvas").viewbox();
        if (same(x, there.x) && same(y, there.y) && same(scale, there.scale)) continue;
        other.get("canvas").viewbox({ x, y, width: there.outer.width / scale, height: there.outer.height / scale });
      }
    });
}

import { icon, make } from "./dom";
import type { Words } from "./words";

/** The whole drawing, never larger than it was drawn. */
export function fit(viewer: any) {
  const canvas = viewer.get("canvas");
  canvas.zoom("fit-viewport", "auto");
  if (canvas.zoom() > 1) canvas.zoom(1, "auto");
}

/** Buttons that bring a drawing nearer, further away, or wholly into sight. The viewer is asked for when one is pressed: it comes after them. */
export function zoomTools(name: string, words: Words, viewer: () => any): HTMLElement {
  const button = (picture: string, word: "zoomIn" | "zoomOut" | "zoomFit", act: () => void) => {
    const made = make("button", { class: "button button--small", type: "button" }, icon(picture), words(word));
    made.addEventListener("click", act);
    return made;
  };
  return make(
    "div",
    { class: `${name} cluster no-print` },
    button("plus", "zoomIn", () => viewer().get("zoomScroll").stepZoom(1)),
    button("minus", "zoomOut", () => viewer().get("zoomScroll").stepZoom(-1)),
    button("search", "zoomFit", () => fit(viewer())),
  );
}

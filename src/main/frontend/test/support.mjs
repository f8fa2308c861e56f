// A page for the islands' tests: jsdom's window as global, and the sources bundled as they are for the browser.
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import { build } from "esbuild";
import { JSDOM } from "jsdom";
import { formJsWords } from "../form-js-words.mjs";

const source = join(dirname(fileURLToPath(import.meta.url)), "../src");

export function openPage(body = "", language = "vi") {
  const { window } = new JSDOM(`<!DOCTYPE html><html lang="${language}"><head><meta name="csrf-header" content="X-CSRF-TOKEN"><meta name="csrf-token" content="abc"></head><body>${body}</body></html>`, {
    url: "http://127.0.0.1/dossiers/report/1",
    pretendToBeVisual: true,
  });
  for (const name of Object.getOwnPropertyNames(window))
    if (!(name in globalThis) || ["Event", "CustomEvent", "EventTarget", "navigator"].includes(name))
      Object.defineProperty(globalThis, name, { value: window[name], configurable: true, writable: true });
  globalThis.window = window;
  window.Element.prototype.scrollIntoView ??= () => {};
  globalThis.IntersectionObserver ??= class {
    observe() {}
    unobserve() {}
    disconnect() {}
  };
  // htmx looks for hx-on by XPath, in a way that jsdom does not know; we use no hx-on.
  globalThis.XPathEvaluator = class {
    createExpression = () => ({ evaluate: () => ({ iterateNext: () => null }) });
  };
  globalThis.CSS ??= { escape: (text) => text.replace(/[^\w-]/g, "\\$&") };
  return window;
}

/** Bundles one source file and imports it. */
export async function load(file) {
  const folder = mkdtempSync(join(tmpdir(), "lantoa-island-"));
  const outfile = join(folder, "island.mjs");
  await build({
    entryPoints: [join(source, file)],
    outfile,
    bundle: true,
    format: "esm",
    target: "es2022",
    jsx: "automatic",
    jsxImportSource: "preact",
    loader: { ".css": "empty" },
    plugins: [formJsWords],
    logLevel: "error",
  });
  process.on("exit", () => rmSync(folder, { recursive: true, force: true }));
  return import(pathToFileURL(outfile).href);
}

export const pause = (milliseconds = 0) => new Promise((done) => setTimeout(done, milliseconds));

export function json(body, status = 200) {
  return new Response(JSON.stringify(body), { status, headers: { "content-type": "application/json" } });
}

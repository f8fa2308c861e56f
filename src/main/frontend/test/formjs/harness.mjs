// The real form-js in a page that is not there: imports a schema with answers as data, waits until it is rendered, submits.
import { build } from "esbuild";
import { JSDOM } from "jsdom";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";

// Answers with a time are written in the zone of the person; ours is Vietnam's.
process.env.TZ = "Asia/Ho_Chi_Minh";

const frontend = join(dirname(fileURLToPath(import.meta.url)), "..", "..");
const ENTRY = `
  export { Form } from "@bpmn-io/form-js-viewer";
  export { judge, message } from "./src/figures/rules";
  export { forOutcome } from "./src/answers/outcome";
`;

export async function load() {
  openPage();
  const folder = mkdtempSync(join(tmpdir(), "lantoa-corpus-"));
  const outfile = join(folder, "formjs.mjs");
  await build({
    stdin: { contents: ENTRY, resolveDir: frontend, loader: "ts" },
    bundle: true,
    format: "esm",
    outfile,
    logLevel: "error",
  });
  const { Form, judge, forOutcome, message } = await import(pathToFileURL(outfile));
  rmSync(folder, { recursive: true });
  return { message, verdict: (schema, answers, outcome) => verdict({ Form, judge }, forOutcome(schema, outcome), answers) };
}

function openPage() {
  const { window } = new JSDOM("<!doctype html><body></body>", { pretendToBeVisual: true, url: "http://localhost/" });
  const own = new Set(Object.getOwnPropertyNames(globalThis));
  for (const name of Object.getOwnPropertyNames(window)) {
    if (!own.has(name)) globalThis[name] = window[name];
  }
  globalThis.window = window;
  globalThis.document = window.document;
  globalThis.requestAnimationFrame = (callback) => setTimeout(callback, 0);
  globalThis.cancelAnimationFrame = clearTimeout;
}

/** `{ accepted }` or `{ refused: { key: [codes] } }`; form-js keeps only what it shows. */
async function verdict({ Form, judge }, schema, answers) {
  const container = document.body.appendChild(document.createElement("div"));
  const form = new Form({ container, debounce: false, additionalModules: [figuresModule] });
  try {
    await form.importSchema(withoutReadOnlyFigures(schema), answers);
    await settled(form);
    const { data, errors } = form.submit();
    const refused = byKey(form, errors);
    for (const instance of figuresOf(form)) judgeFigures(judge, form, instance, data, refused);
    return Object.keys(refused).length ? { refused } : { accepted: JSON.parse(JSON.stringify(data)) };
  } finally {
    form.destroy();
    container.remove();
  }
}

/** Rendered when nothing has changed for two rounds. */
async function settled(form) {
  let changes = 0;
  form.on("changed", () => changes++);
  for (let quiet = 0; quiet < 3; ) {
    const before = changes;
    await new Promise((resolve) => setTimeout(resolve, 2));
    quiet = changes === before ? quiet + 1 : 0;
  }
}

function byKey(form, errors) {
  const refused = {};
  for (const { id, valuePath, indexes } of form.get("formFieldInstanceRegistry").getAllKeyed()) {
    const found = [id, ...Object.values(indexes ?? {})].reduce((at, step) => at?.[step], errors);
    if (Array.isArray(found) && found.length) refused[text(valuePath)] = found.map(codeOf);
  }
  return refused;
}

function text(path) {
  return path.map((step, i) => (typeof step === "number" ? `[${step}]` : (i ? "." : "") + step)).join("");
}

const CODES = [
  [/^Field is required/, "required"],
  [/minimum length/, "minLength"],
  [/maximum length/, "maxLength"],
  [/minimum value/, "min"],
  [/maximum value/, "max"],
  [/be an integer/, "integer"],
  [/decimal digit/, "decimals"],
  [/two nearest valid values/, "increment"],
  [/valid email/, "email"],
  [/phone number/, "phone"],
  [/not a number/, "number"],
  [/match pattern/, "pattern"],
];

function codeOf(message) {
  const known = CODES.find(([pattern]) => pattern.test(message));
  return known ? known[1] : `(${message})`;
}

function Figures() {
  return null;
}
Figures.config = { type: "figures", keyed: true, emptyValue: {}, create: (options = {}) => options };

class RegisterFigures {
  constructor(formFields) {
    formFields.register("figures", Figures);
  }
}
RegisterFigures.$inject = ["formFields"];

const figuresModule = { __init__: ["figures"], figures: ["type", RegisterFigures] };

/** What the island does: read-only figures are shown and never sent. */
function withoutReadOnlyFigures(schema) {
  const components = schema.components?.map(withoutReadOnlyFigures);
  const fixed = schema.type === "figures" && schema.mode === "read";
  return { ...schema, ...(components && { components }), ...(fixed && { disabled: true }) };
}

function figuresOf(form) {
  const fields = form.get("formFieldRegistry");
  return form
    .get("formFieldInstanceRegistry")
    .getAllKeyed()
    .filter(({ id }) => fields.get(id).type === "figures" && !fields.get(id).disabled);
}

function judgeFigures(judge, form, { id, valuePath }, data, refused) {
  const { indicators, mode } = form.get("formFieldRegistry").get(id);
  const holder = valuePath.slice(0, -1).reduce((at, step) => at[step], data);
  const key = valuePath[valuePath.length - 1];
  const { errors, figures } = judge(holder[key], indicators, mode);
  holder[key] = figures;
  for (const [code, error] of Object.entries(errors)) refused[code ? `${text(valuePath)}.${code}` : text(valuePath)] = [error.code];
}

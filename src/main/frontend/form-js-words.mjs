// form-js 1.23 has no translation hook: while bundling, its fixed strings become calls of say(). A string that is no longer there
// as often as expected stops the build, so that an upgrade cannot bring English back unseen.
import { readFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

const editorWords = join(dirname(fileURLToPath(import.meta.url)), "src/process-editor/form/vietnamese.ts");
const say = join(dirname(fileURLToPath(import.meta.url)), "src/form/say.ts");

const strings = [
  ["emptyListMessage = 'No results'", "emptyListMessage = __say('No results')"],
  ["['Date and time must both be entered.'", "[__say('Date and time must both be entered.')"],
  ["placeholder: 'Search'", "placeholder: __say('Search')"],
  ["undefined : 'Search'", "undefined : __say('Search')"],
  ['title: "Remove tag"', 'title: __say("Remove tag"), "aria-label": __say("Remove tag") + ": " + getLabelCorrelation(entry)'],
  ["? 'No results' : 'All values selected'", "? __say('No results') : __say('All values selected')"],
  ['label: "Skip to search"', 'label: __say("Skip to search")'],
  ["valueLabel || 'Select'", "valueLabel || __say('Select')"],
  ['children: "Nothing to show."', 'children: __say("Nothing to show.")'],
  ["? 'Nothing to show.'", "? __say('Nothing to show.')"],
  ['text: "No content to show."', 'text: __say("No content to show.")'],
  ['"aria-label": "Previous page"', '"aria-label": __say("Previous page")'],
  ['"aria-label": "Next page"', '"aria-label": __say("Next page")'],
  ["`Click to sort by ${label} descending`", "__say('Click to sort by {0} descending', label)"],
  ["`Click to sort by ${label} ascending`", "__say('Click to sort by {0} ascending', label)"],
  ["return 'Click to remove sorting'", "return __say('Click to remove sorting')"],
  ['children: "Browse"', 'children: __say("Browse")'],
  ["return 'No files selected'", "return __say('No files selected')"],
  ["return `${files.length} files selected`", "return __say('{0} files selected', files.length)"],
  ["`Download ${fileName}`", "__say('Download {0}', fileName)"],
  ["'Unable to download document'", "__say('Unable to download document')", 2],
  ["'Document reference is not defined.'", "__say('Document reference is not defined.')"],
  ["\" \", 'Add new'", "\" \", __say('Add new')"],
  ["`Expand all (${values.length - 1})`", "__say('Expand all ({0})', values.length - 1)"],
  ["\" \", 'Collapse'", "\" \", __say('Collapse')"],
  ["`Remove list item ${itemIndex + 1}`", "__say('Remove list item {0}', itemIndex + 1)"],
  ['"aria-label": "Increment"', '"aria-label": __say("Increment")'],
  ['"aria-label": "Decrement"', '"aria-label": __say("Decrement")'],
  ['alt: "This is an image placeholder"', 'alt: ""'],
  // dates and times as they are written in the page's language
  ["function getLocaleDateFormat(locale = 'default') {", "function getLocaleDateFormat() { return __dateFormat(); }\nfunction unusedLocaleDateFormat(locale = 'default') {"],
  ["placeholder: getLocaleReadableDateFormat()", "placeholder: __say('dd/mm/yyyy')"],
  ["use24h ? 'hh:mm' : 'hh:mm --'", "__say('hh:mm')"],
  ["use24h = false,", "use24h = true,"],
  // messages of validation: codes of the server's own table
  ["'Value is not a number.'", "__refuse('number')"],
  ["'Value is expected to ' + (decimalDigits === 0 ? 'be an integer' : `have at most ${decimalDigits} decimal digit${decimalDigits > 1 ? 's' : ''}`) + '.'", "decimalDigits === 0 ? __refuse('integer') : __refuse('decimals', decimalDigits)"],
  ["`Please select a valid value, the two nearest valid values are ${previousValue} and ${nextValue}.`", "__refuse('increment', previousValue, nextValue)"],
  ["`Field must match pattern ${validation.pattern}.`", "__refuse('pattern')"],
  ["'Field is required.'", "__refuse('required')"],
  ["`Field must have minimum value of ${validation.min}.`", "__refuse('min', validation.min)"],
  ["`Field must have maximum value of ${validation.max}.`", "__refuse('max', validation.max)"],
  ["`Field must have minimum length of ${validation.minLength}.`", "__refuse('minLength', validation.minLength)"],
  ["`Field must have maximum length of ${validation.maxLength}.`", "__refuse('maxLength', validation.maxLength)"],
  ["'Field must be a valid  international phone number. (e.g. +4930664040900)'", "__refuse('phone')"],
  ["'Field must be a valid email.'", "__refuse('email')"],
  ["'Min validation value is not a valid number.'", "__refuse('number')"],
  ["'Max validation value is not a valid number.'", "__refuse('number')"],
];

export const formJsWords = {
  name: "form-js-words",
  setup(build) {
    build.onLoad({ filter: /@bpmn-io[\\/]form-js-viewer[\\/]dist[\\/]index\.es\.js$/ }, async ({ path }) => ({
      contents: translated(await readFile(path, "utf8")),
      loader: "js",
    }));
    build.onLoad({ filter: /@bpmn-io[\\/]form-js-editor[\\/]dist[\\/]index\.es\.js$/ }, async ({ path }) => ({
      contents: translatedEditor(await readFile(path, "utf8")),
      loader: "js",
    }));
    // The editor brings an older preact of its own; two of them in one tree of components lose each other's state.
    build.onResolve({ filter: /^preact(\/|$)/ }, ({ path, importer, kind }) =>
      /form-js-editor[\\/]dist/.test(importer) ? build.resolve(path, { resolveDir: dirname(fileURLToPath(import.meta.url)), kind }) : undefined,
    );
  },
};

const spoken = /(\b(?:label|title|description|tooltip|placeholder|emptyPlaceholder|children|text)|"aria-label"): ?('[A-Z][^'\\$\n]*'|"[A-Z][^"\\\n]*")/g;

/** The editor's words are many and change less than they matter: what stands beside a key of speech is looked up; what is not known stays English. */
function translatedEditor(source) {
  let times = 0;
  const text = source.replace(spoken, (_, key, words) => `${key}: ${(times++, "__sayInEditor")}(${words})`);
  if (times < 120) throw new Error(`form-js's editor says only ${times} things where 137 were found`);
  return `import { sayInEditor as __sayInEditor } from ${JSON.stringify(editorWords)};\n${text}`;
}

function translated(source) {
  let text = source;
  for (const [english, call, times = 1] of strings) {
    const found = text.split(english).length - 1;
    if (found !== times) throw new Error(`form-js says ${english} ${found} times, not ${times}`);
    text = text.split(english).join(call);
  }
  return `import { say as __say, refuse as __refuse, dateFormat as __dateFormat } from ${JSON.stringify(say)};\n${text}`;
}

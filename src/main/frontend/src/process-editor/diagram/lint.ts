import Linter from "bpmnlint/lib/linter";
import traverse from "bpmnlint/lib/traverse";
import labelRequired from "bpmnlint/rules/label-required";
import noImplicitEnd from "bpmnlint/rules/no-implicit-end";
import noImplicitSplit from "bpmnlint/rules/no-implicit-split";
import noImplicitStart from "bpmnlint/rules/no-implicit-start";
import type { Word, Words } from "../../shared/words";
import { byWeight, type Found } from "../editor";
import { refused } from "./allowed";
import { branchCondition, called, delegate, duration, form, outcome, post, table } from "./rules";

/** Each rule under the name by which the server knows the same fault; what only the linter asks has a name of its own. */
const factories: Record<string, () => unknown> = {
  post,
  "no-form": form,
  "no-outcome": outcome,
  "delegate-missing": delegate,
  "no-table": table,
  "no-called": called,
  "no-duration": duration,
  "no-condition": branchCondition,
  "no-name": labelRequired,
  "no-way-in": noImplicitStart,
  "no-way-out": noImplicitEnd,
  "two-ways-at-once": noImplicitSplit,
};

const sentences = {
  post: "lintPost",
  "no-form": "lintForm",
  "no-outcome": "lintOutcome",
  "delegate-missing": "lintDelegate",
  "no-table": "lintTable",
  "no-called": "lintCalled",
  "no-duration": "lintDuration",
  "no-condition": "lintCondition",
  "no-name": "lintName",
  "no-way-in": "lintWayIn",
  "no-way-out": "lintWayOut",
  "two-ways-at-once": "lintTwoWays",
  "element-not-allowed": "lintElement",
  "attribute-not-allowed": "lintAttribute",
} as const;

type Rule = keyof typeof sentences;

const kinds: Record<string, Word> = {
  "\\w*Task|CallActivity": "kindStep",
  "\\w*Gateway": "kindGateway",
  StartEvent: "kindStart",
  EndEvent: "kindEnd",
  "\\w*Event": "kindEvent",
  SequenceFlow: "kindWay",
  SubProcess: "kindSubProcess",
  Process: "kindProcess",
};

/** Advice: the process would run all the same. */
const ADVICE = new Set<string>(["no-name", "two-ways-at-once"]);

const linter = new Linter({
  config: { rules: Object.fromEntries(Object.keys(factories).map((name) => [name, ADVICE.has(name) ? "warn" : "error"])) },
  resolver: {
    resolveRule: (_: string, name: string) => factories[name],
    resolveConfig: () => undefined,
  },
});

/** What can be said of a drawing without asking the server, at once; never more than the server would find, but for advice. */
export async function lint(definitions: any, xml: string, file: string, say: Words): Promise<Found[]> {
  const reports: { id: string; rule: Rule; more?: string }[] = refused(xml);
  for (const [rule, found] of Object.entries<any[]>(await linter.lint(definitions)))
    for (const { id, category } of found) if (category !== "rule-error") reports.push({ id, rule: rule as Rule });
  const nodes = identified(definitions);
  return reports
    .map(({ id, rule, more }): Found => {
      const sentence = say(sentences[rule], title(nodes.get(id), say), more ?? "");
      return { severity: ADVICE.has(rule) ? "WARNING" : "ERROR", file, element: id, rule, words: sentence[0].toUpperCase() + sentence.slice(1) };
    })
    .sort(byWeight);
}

function identified(definitions: any): Map<string, any> {
  const nodes = new Map<string, any>();
  traverse(definitions, { enter: (node: any) => void (node.id && nodes.set(node.id, node)) });
  return nodes;
}

/** An element as people know it: its kind and its name, a way by what it joins. */
function title(node: any, say: Words): string {
  const kind = Object.entries(kinds).find(([type]) => new RegExp(`^bpmn:(${type})$`).test(node?.$type ?? ""))?.[1] ?? "kindElement";
  const name = (node?.name ?? "").trim();
  if (name) return say("lintNamed", say(kind), name);
  return kind === "kindWay" && node.sourceRef?.name && node.targetRef?.name ? say("lintBetween", node.sourceRef.name, node.targetRef.name) : say("lintUnnamed", say(kind));
}

// Our own rules for bpmnlint: what a step must say before it can run. The words stand elsewhere, in the language of the page.
type Node = any;
type Reporter = { report(id: string, message: string): void };
type Rule = () => { check(node: Node, reporter: Reporter): void };

const rule = (faulty: (node: Node) => boolean): Rule => () => ({
  check(node, reporter) {
    if (node.id && faulty(node)) reporter.report(node.id, "");
  },
});

const is = (node: Node, ...types: string[]) => types.some((type) => node.$type === `bpmn:${type}`);

export const post = rule((node) => is(node, "UserTask") && !node.get("camunda:candidateGroups"));

export const form = rule((node) => is(node, "UserTask") && !node.get("camunda:formRef"));

export const outcome = rule((node) => is(node, "UserTask") && !properties(node).some(({ name }) => name?.startsWith("outcome:")));

export const delegate = rule((node) => is(node, "ServiceTask") && !node.get("camunda:delegateExpression"));

export const table = rule((node) => is(node, "BusinessRuleTask") && !node.get("camunda:decisionRef"));

export const called = rule((node) => is(node, "CallActivity") && !node.get("calledElement"));

export const duration = rule((node) =>
  (node.eventDefinitions ?? []).some(
    (definition: Node) => is(definition, "TimerEventDefinition") && !["timeDuration", "timeDate", "timeCycle"].some((name) => definition.get(name)?.get("body")),
  ),
);

/** A way out of a gateway that asks, without a condition and not the way for everything else. */
export const branchCondition = rule((node) => {
  if (!is(node, "SequenceFlow") || node.conditionExpression?.get("body")) return false;
  const gateway = node.sourceRef;
  return !!gateway && is(gateway, "ExclusiveGateway", "InclusiveGateway") && (gateway.outgoing ?? []).length > 1 && gateway.default !== node;
});

function properties(node: Node): { name?: string }[] {
  return (node.extensionElements?.get("values") ?? []).filter((value: Node) => value.$type === "camunda:Properties").flatMap((holder: Node) => holder.get("values") ?? []);
}

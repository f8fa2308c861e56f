/** @jsxImportSource @bpmn-io/properties-panel/preact */
import { HeaderButton, SelectEntry, TextAreaEntry, TextFieldEntry, isSelectEntryEdited, isTextFieldEntryEdited } from "@bpmn-io/properties-panel";
import { useService } from "bpmn-js-properties-panel";
import { wordsIn, type Language, type Words } from "../../shared/words";
import type { Choice, Choices } from "../editor";
import { Properties } from "./properties";

type Element = any;
type Entry = { id: string; element: Element; component: (props: any) => unknown; isEdited?: unknown } & Record<string, unknown>;
type Group = { id: string; label: string; entries: Entry[] };

/** What may be set on each kind of element, and nothing else. */
class Panel {
  static $inject = ["propertiesPanel", "choices", "editorLanguage"];
  private readonly words: Words;

  constructor(panel: any, private readonly choices: Choices, language: Language) {
    this.words = wordsIn(language);
    panel.registerProvider(1000, this);
  }

  getGroups(element: Element) {
    return () => [this.general(element), ...this.kind(element), ...this.condition(element)].filter((group) => group.entries.length);
  }

  private general(element: Element): Group {
    const w = this.words;
    const named = !element.labelTarget || element.type === "label";
    return this.group("general", w("editGeneral"), [
      ...(named ? [text(element, "name", w("editName"), attribute("name"))] : []),
      ...(element.type === "bpmn:Process" ? [text(element, "ttl", w("editKeep"), attribute("camunda:historyTimeToLive"), w("editKeepHint"))] : []),
      documentation(element, w("editDocumentation")),
    ]);
  }

  private kind(element: Element): Group[] {
    const w = this.words;
    switch (element.type) {
      case "bpmn:UserTask":
        return [
          this.group("who", w("editWho"), [
            select(element, "post", w("editPost"), this.choices.posts, attribute("camunda:candidateGroups")),
            select(element, "unit", w("editUnit"), this.choices.unitRoles, property("unit")),
            select(element, "fourEyes", w("editFourEyes"), [{ value: "", label: w("editNobody") }, ...steps(element)], property("fourEyes"), w("editFourEyesHint")),
            text(element, "workingDays", w("editWorkingDays"), property("workingDays"), w("editWorkingDaysHint")),
          ]),
          this.group("form", w("editForm"), [select(element, "formRef", w("editFormFile"), blank(this.choices.forms), formRef)]),
          this.group("outcomes", w("editOutcomes"), outcomes(element, w)),
        ];
      case "bpmn:ServiceTask":
      case "bpmn:SendTask":
        return [this.group("what", w("editWhat"), [select(element, "delegate", w("editDelegate"), blank(this.choices.delegates), delegate), text(element, "writes", w("editWrites"), property("writes"), w("editWritesHint"))])];
      case "bpmn:BusinessRuleTask":
        return [this.group("what", w("editWhat"), [select(element, "decision", w("editTable"), blank(this.choices.tables), decisionRef), text(element, "result", w("editResult"), attribute("camunda:resultVariable"))])];
      case "bpmn:CallActivity":
        return [this.group("what", w("editWhat"), [select(element, "called", w("editCalled"), blank(this.choices.processes), attribute("calledElement"))])];
      default:
        return timer(element) ? [this.group("when", w("editWhen"), [text(element, "duration", w("editDuration"), duration, w("editDurationHint"))])] : [];
    }
  }

  private condition(element: Element): Group[] {
    if (element.type !== "bpmn:SequenceFlow") return [];
    return [this.group("condition", this.words("editCondition"), [text(element, "condition", this.words("editConditionText"), condition, this.words("editConditionHint"))])];
  }

  private group(id: string, label: string, entries: Entry[]): Group & { shouldOpen: boolean } {
    return { id, label, entries, shouldOpen: true };
  }
}

/** How a value is read from an element and written to it. */
type Place = { get(element: Element, tools: Tools): string; set(element: Element, value: string, tools: Tools): void };
type Tools = { modeling: any; factory: any; properties: Properties };

function useTools(): Tools {
  const modeling = useService("modeling");
  const factory = useService("bpmnFactory");
  return { modeling, factory, properties: new Properties(modeling, factory) };
}

const attribute = (name: string): Place => ({
  get: (element) => element.businessObject.get(name) ?? "",
  set: (element, value, { modeling }) => modeling.updateProperties(element, { [name]: value || undefined }),
});

const property = (name: string): Place => ({
  get: (element, { properties }) => properties.get(element, name),
  set: (element, value, { properties }) => properties.set(element, name, value),
});

/** A form and a table travel with their process, so the binding is never asked. */
const formRef: Place = {
  get: attribute("camunda:formRef").get,
  set: (element, value, { modeling }) =>
    modeling.updateProperties(element, { "camunda:formRef": value || undefined, "camunda:formRefBinding": value ? "deployment" : undefined }),
};

const decisionRef: Place = {
  get: attribute("camunda:decisionRef").get,
  set: (element, value, { modeling }) =>
    modeling.updateProperties(element, {
      "camunda:decisionRef": value || undefined,
      "camunda:decisionRefBinding": value ? "deployment" : undefined,
      "camunda:mapDecisionResult": value ? (element.businessObject.get("camunda:mapDecisionResult") ?? "singleEntry") : undefined,
    }),
};

const delegate: Place = {
  get: (element) => /^\$\{(\w+)}$/.exec(element.businessObject.get("camunda:delegateExpression") ?? "")?.[1] ?? "",
  set: (element, value, { modeling }) => modeling.updateProperties(element, { "camunda:delegateExpression": value ? `\${${value}}` : undefined }),
};

const condition: Place = {
  get: (element) => element.businessObject.get("conditionExpression")?.get("body") ?? "",
  set: (element, value, { modeling, factory }) =>
    modeling.updateProperties(element, { conditionExpression: value ? factory.create("bpmn:FormalExpression", { body: value }) : undefined }),
};

const duration: Place = {
  get: (element) => timer(element)?.get("timeDuration")?.get("body") ?? "",
  set: (element, value, { modeling, factory }) =>
    modeling.updateModdleProperties(element, timer(element), { timeDuration: value ? factory.create("bpmn:FormalExpression", { body: value }) : undefined }),
};

function timer(element: Element) {
  return element.businessObject.get?.("eventDefinitions")?.find((definition: any) => definition.$type === "bpmn:TimerEventDefinition");
}

function text(element: Element, id: string, label: string, place: Place, description?: string): Entry {
  return {
    id,
    element,
    isEdited: isTextFieldEntryEdited,
    component: () => {
      const tools = useTools();
      const debounce = useService("debounceInput");
      return (
        <TextFieldEntry
          id={id}
          element={element}
          label={label}
          description={description}
          debounce={debounce}
          getValue={() => place.get(element, tools)}
          setValue={(value: string) => place.set(element, value ?? "", tools)}
        />
      );
    },
  };
}

function select(element: Element, id: string, label: string, options: Choice[], place: Place, description?: string): Entry {
  return {
    id,
    element,
    isEdited: isSelectEntryEdited,
    component: () => {
      const tools = useTools();
      const now = place.get(element, tools);
      const known = options.some(({ value }) => value === now) ? options : [...options, { value: now, label: now }];
      return (
        <SelectEntry
          id={id}
          element={element}
          label={label}
          description={description}
          getOptions={() => known}
          getValue={() => place.get(element, tools)}
          setValue={(value: string) => place.set(element, value ?? "", tools)}
        />
      );
    },
  };
}

function documentation(element: Element, label: string): Entry {
  const text = () => element.businessObject.get("documentation")?.[0]?.get("text") ?? "";
  return {
    id: "documentation",
    element,
    component: () => {
      const { modeling, factory } = useTools();
      const debounce = useService("debounceInput");
      return (
        <TextAreaEntry
          id="documentation"
          element={element}
          label={label}
          debounce={debounce}
          getValue={text}
          setValue={(value: string) => modeling.updateProperties(element, { documentation: value ? [factory.create("bpmn:Documentation", { text: value })] : [] })}
        />
      );
    },
  };
}

/** The buttons under a task: a code that the gateways ask, and the word on the button. */
function outcomes(element: Element, w: Words): Entry[] {
  const PREFIX = "outcome:";
  const found = new Properties(undefined, undefined).starting(element, PREFIX);
  const rows = found.map(({ name }) => text(element, name, w("editOutcome", name.slice(PREFIX.length)), property(name)));
  return [
    ...rows,
    {
      id: "outcome-add",
      element,
      component: () => {
        const { properties } = useTools();
        const add = () => {
          const taken = new Set(properties.starting(element, PREFIX).map(({ name }) => name));
          let number = 1;
          while (taken.has(`${PREFIX}outcome${number}`)) number++;
          properties.set(element, `${PREFIX}outcome${number}`, w("editNewOutcome"));
        };
        return (
          <HeaderButton title={w("editAddOutcome")} class="button button--small editor__add" onClick={add}>
            {w("editAddOutcome")}
          </HeaderButton>
        );
      },
    },
  ];
}

function steps(element: Element): Choice[] {
  const scope = element.businessObject.$parent?.get("flowElements") ?? [];
  return scope
    .filter((other: any) => other.$type === "bpmn:UserTask" && other.id !== element.businessObject.id)
    .map((other: any) => ({ value: other.id, label: other.name || other.id }));
}

function blank(choices: Choice[]): Choice[] {
  return [{ value: "", label: "–" }, ...choices];
}

export const PanelModule = { __init__: ["panelProvider"], panelProvider: ["type", Panel] };

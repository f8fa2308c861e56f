import rules from "../../../../resources/engine/model-rules.json";

// Only what the shared list lets run can be drawn: everything else would be refused at the next check.
const elements = new Set(Object.keys(rules.bpmn));

const definitions: Record<string, string> = {
  timer: "bpmn:timerEventDefinition",
  message: "bpmn:messageEventDefinition",
  escalation: "bpmn:escalationEventDefinition",
  error: "bpmn:errorEventDefinition",
  terminate: "bpmn:terminateEventDefinition",
  conditional: "bpmn:conditionalEventDefinition",
  signal: "bpmn:signalEventDefinition",
  compensation: "bpmn:compensateEventDefinition",
  cancel: "bpmn:cancelEventDefinition",
  link: "bpmn:linkEventDefinition",
};

const NEVER = /(script-task|manual-task|with-task$|transaction|ad-?hoc|complex-gateway|instantiate|instantiating|data-object|data-store|toggle-loop|compensation|is-for|collapsed-subprocess|collapsed-ad-hoc)/;

/** Whether an entry of a palette or menu makes something that may run. */
export function mayDraw(entry: string): boolean {
  if (NEVER.test(entry)) return false;
  const definition = Object.keys(definitions).find((name) => entry.includes(`${name}-`) || entry.endsWith(`-${name}`));
  return !definition || elements.has(definitions[definition]);
}

type Entries = Record<string, any>;

/** Takes from palette and menus what may not run, and draws a user task where the stock editor draws a task of no kind. */
class Drawable {
  static $inject = ["palette", "contextPad", "popupMenu", "create", "elementFactory", "autoPlace", "translate"];

  constructor(palette: any, contextPad: any, popupMenu: any, create: any, elementFactory: any, autoPlace: any, translate: any) {
    const task = () => elementFactory.createShape({ type: "bpmn:UserTask" });
    palette.registerProvider(500, {
      getPaletteEntries: () => (entries: Entries) => {
        const kept = only(entries);
        if (kept["create.task"]) {
          const start = (event: Event) => create.start(event, task());
          kept["create.task"] = { ...kept["create.task"], className: "bpmn-icon-user-task", title: translate("Create user task"), action: { dragstart: start, click: start } };
        }
        return kept;
      },
    });
    contextPad.registerProvider(500, {
      getContextPadEntries: (element: any) => (entries: Entries) => {
        const kept = only(entries);
        if (kept["append.append-task"]) {
          const start = (event: Event) => create.start(event, task(), { source: element });
          const append = () => autoPlace.append(element, task());
          kept["append.append-task"] = { ...kept["append.append-task"], className: "bpmn-icon-user-task", title: translate("Append user task"), action: { dragstart: start, click: append } };
        }
        return kept;
      },
      getMultiElementContextPadEntries: () => (entries: Entries) => entries,
    });
    popupMenu.registerProvider("bpmn-replace", 500, {
      getPopupMenuEntries: () => (entries: Entries) => only(entries),
      getPopupMenuHeaderEntries: () => (entries: Entries) => only(entries),
    });
  }
}

function only(entries: Entries): Entries {
  return Object.fromEntries(Object.entries(entries).filter(([name]) => mayDraw(name)));
}

export const DrawableModule = { __init__: ["drawable"], drawable: ["type", Drawable] };

declare module "flatpickr/dist/esm/l10n/vn.js" {
  export const Vietnamese: import("flatpickr").default.CustomLocale;
}
declare module "*.css";
declare module "bpmn-js-properties-panel";
declare module "@bpmn-io/properties-panel";
declare module "dmn-js/lib/Modeler";
declare module "bpmn-js-token-simulation/lib/viewer";
declare module "bpmnlint/lib/*";
declare module "bpmnlint/rules/*";

import { FormContext } from "@bpmn-io/form-js-viewer";
import { useContext } from "preact/hooks";
import type { Desk } from "../form/desk";

export type TextSchema = {
  id: string;
  key: string;
  label?: string;
  remark?: string;
  texts?: { count: number; address: string };
  properties?: Record<string, string>;
};
export type TextProps = { field: TextSchema; value?: string; readonly?: boolean; disabled?: boolean; domId: string; errors?: string[]; onChange: (change: { value: string }) => void };

export function useDesk(): Desk {
  return (useContext(FormContext) as unknown as { getService: (name: string) => Desk }).getService("desk");
}

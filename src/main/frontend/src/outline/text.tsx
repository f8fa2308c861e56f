// form-js's own textarea with what belongs beside a text of the outline: a reviewer's note, and a field to write one.
import { FormContext, Textarea } from "@bpmn-io/form-js-viewer";
import { useContext, useState } from "preact/hooks";
import type { Desk } from "../form/desk";
import { Icon } from "../figures/parts";

export type TextSchema = { id: string; key: string; label?: string; remark?: string; properties?: Record<string, string> };
export type TextProps = { field: TextSchema; value?: string; readonly?: boolean; disabled?: boolean; domId: string; onChange: (change: { value: string }) => void };

const Plain = Textarea as unknown as (props: TextProps) => never;

export function useDesk(): Desk {
  return (useContext(FormContext) as unknown as { getService: (name: string) => Desk }).getService("desk");
}

export function OutlineText(props: TextProps) {
  const { field } = props;
  if (field.properties?.noteFor) return <NoteField {...props} />;
  return (
    <div class="outline">
      {field.remark && <Remark text={field.remark} />}
      <Plain {...props} />
    </div>
  );
}

OutlineText.config = (Textarea as unknown as { config: object }).config;

/** A field nobody needs for a report that is in order: it waits behind a button. */
function NoteField(props: TextProps) {
  const { words } = useDesk();
  const [open, setOpen] = useState(!!props.value);
  if (open || props.value) return <Plain {...props} />;
  const start = () => {
    setOpen(true);
    setTimeout(() => document.getElementById(props.domId)?.focus());
  };
  return (
    <button type="button" class="figure__same no-print" id={props.domId} aria-label={props.field.label} onClick={start}>
      {words("addNote")}
    </button>
  );
}

export function Remark({ text }: { text: string }) {
  const { words } = useDesk();
  return (
    <p class="figure__remark">
      <Icon name="note" />
      <span>
        {words("remark")}: {text}
      </span>
    </p>
  );
}

// form-js's own text fields with what belongs beside a text of the outline: a reviewer's note, a field to write one, the subordinates' texts.
import { Textarea, Textfield } from "@bpmn-io/form-js-viewer";
import { useRef, useState } from "preact/hooks";
import { Icon } from "../figures/parts";
import { useDesk, type TextProps } from "./desk";
import { Confirmations, Question } from "./question";
import { Subordinates } from "./subordinates";

const Plain = Textarea as unknown as (props: TextProps) => never;
const Line = Textfield as unknown as (props: TextProps) => never;

export function OutlineText(props: TextProps) {
  const { field, value, readonly, disabled, domId, onChange } = props;
  const known = useRef(value).current;
  const writes = !readonly && !disabled;
  if (field.properties?.noteFor) return <NoteField {...props} />;
  return (
    <div class="outline">
      {field.remark && <Remark text={field.remark} />}
      <Plain {...props} />
      {writes && <Question at={field.key} text={value ?? ""} known={known} />}
      {writes && field.texts && <Subordinates texts={field.texts} label={field.label ?? ""} insert={(text) => onChange({ value: joined(value, text) })} domId={domId} />}
    </div>
  );
}

OutlineText.config = (Textarea as unknown as { config: object }).config;

export function OutlineLine(props: TextProps) {
  return props.field.properties?.guard === "contacts" ? <Confirmations {...props} /> : <Line {...props} />;
}

OutlineLine.config = (Textfield as unknown as { config: object }).config;

function joined(before: string | undefined, text: string): string {
  return before?.trim() ? `${before.trimEnd()}\n${text}` : text;
}

/** A field nobody needs for a report that is in order: it waits behind a button. */
function NoteField(props: TextProps) {
  const { words } = useDesk();
  const [open, setOpen] = useState(!!props.value);
  const known = useRef(props.value).current;
  if (open || props.value)
    return (
      <div class="outline">
        <Plain {...props} />
        <Question at={props.field.key} text={props.value ?? ""} known={known} />
      </div>
    );
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

function Remark({ text }: { text: string }) {
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

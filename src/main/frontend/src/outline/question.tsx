// "This looks like a person's data": asked while one types, confirmed for this one finding, and until then not kept.
import { useEffect, useState } from "preact/hooks";
import { Icon } from "../figures/parts";
import { personal } from "./personal";
import { useDesk, type TextProps } from "./desk";

/** `known` is what was stored before: it was asked about before. */
export function Question({ at, text, known }: { at: string; text: string; known?: string }) {
  const desk = useDesk();
  const [, draw] = useState(0);
  useEffect(() => desk.watch(() => draw((count) => count + 1)), [desk]);
  const mark = text.trim() === (known ?? "").trim() ? null : personal(text);
  const token = `${at}:${mark}`;
  if (mark === null) return null;
  const confirmed = desk.confirmed().includes(token);
  return (
    <div class="question" role="status">
      {!confirmed && (
        <p class="question__text">
          <Icon name="warning" />
          <span>{desk.words("personal")}</span>
        </p>
      )}
      <label class="figure__flag">
        <input type="checkbox" checked={confirmed} onChange={(event) => desk.confirm(token, event.currentTarget.checked)} />
        {desk.words("personalConfirm")}
      </label>
    </div>
  );
}

/** The form's own field for confirmations: it holds them and shows nothing. */
export function Confirmations({ value, onChange }: TextProps) {
  const desk = useDesk();
  useEffect(() => {
    desk.holdConfirmations(value ?? "", (tokens) => onChange({ value: tokens }));
  }, [value, onChange]);
  return null;
}

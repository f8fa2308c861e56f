import { useEffect, useRef, useState } from "preact/hooks";
import type { Words } from "../shared/words";
import { emptyPlaces, withZeros, without, type Figures, type Group } from "./answers";
import { Icon } from "./parts";

/** "The rest: nothing to report": zeros for whole sections, asked once, taken back by one button. */
export function Rest({ groups, answers, change, words }: { groups: Group[]; answers: Figures; change: (next: Figures) => void; words: Words }) {
  const [asking, setAsking] = useState(false);
  const [left, setLeft] = useState<string[]>([]);
  const [written, setWritten] = useState<string[]>([]);
  const offers = groups
    .map((group) => ({ code: group.section?.code ?? "", title: title(group, words), keys: emptyPlaces(group.indicators, answers).map(({ key }) => key) }))
    .filter(({ keys }) => keys.length > 0);
  const chosen = offers.filter(({ code }) => !left.includes(code)).flatMap(({ keys }) => keys);
  const asked = useRef<HTMLFieldSetElement>(null);
  const told = useRef<HTMLParagraphElement>(null);
  // The button that was pressed is gone: the keyboard goes on at what took its place.
  useEffect(() => void (asking && asked.current?.focus()), [asking]);
  useEffect(() => void (written.length > 0 && told.current?.focus()), [written]);
  const fill = () => {
    change(withZeros(answers, chosen));
    setWritten(chosen);
    setAsking(false);
  };
  const undo = () => {
    change(without(answers, written.filter((key) => answers[key]?.value === 0)));
    setWritten([]);
  };
  return (
    <div class="figures__rest">
      {!asking && offers.length > 0 && (
        <button type="button" class="button" aria-expanded={false} onClick={() => { setLeft([]); setAsking(true); }}>
          <Icon name="nil" />
          {words("restNil")}
        </button>
      )}
      {asking && (
        <fieldset class="figures__ask" ref={asked} tabIndex={-1}>
          <legend>{words("restNilConfirm", chosen.length)}</legend>
          {offers.map(({ code, title, keys }) => (
            <label key={code} class="figures__offer">
              <input
                type="checkbox"
                checked={!left.includes(code)}
                onChange={(event) => setLeft(event.currentTarget.checked ? left.filter((one) => one !== code) : [...left, code])}
              />
              <span>{title}</span>
              <span class="count">{words("emptyCount", keys.length)}</span>
            </label>
          ))}
          <div class="cluster">
            <button type="button" class="button button--primary" disabled={chosen.length === 0} onClick={fill}>{words("restNilDo")}</button>
            <button type="button" class="button" onClick={() => setAsking(false)}>{words("cancel")}</button>
          </div>
        </fieldset>
      )}
      <p class="figures__done" role="status" ref={told} tabIndex={-1}>
        {written.length > 0 && words("restNilDone", written.length)}
        {written.length > 0 && <button type="button" class="figure__same" onClick={undo}>{words("restNilUndo")}</button>}
        {written.length === 0 && offers.length === 0 && words("restFull")}
      </p>
    </div>
  );
}

export function title({ section }: Group, words: Words): string {
  return section ? `${section.code}. ${section.title}` : words("other");
}

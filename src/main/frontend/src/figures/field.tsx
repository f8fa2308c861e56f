// The form-js component `figures`: a dated list of indicators, entered, reviewed or read.
import { FormContext } from "@bpmn-io/form-js-viewer";
import { useCallback, useContext, useEffect, useMemo, useRef, useState } from "preact/hooks";
import type { Desk } from "../form/desk";
import { check, message, type Mode } from "./rules";
import { asFigures, emptyPlaces, groups, progress, put, type Figures, type Given, type Group, type Indicator, type Section } from "./answers";
import { Icon, type Sheet } from "./parts";
import { Rest, title } from "./rest";
import { Row, type Judged } from "./row";
import { asDate } from "./shown";
import { FiguresTable } from "./table";

/** How many subordinates are in the sums. */
type Head = { expected: number; accepted: number; included: number; awaiting: number; address: string };
type Schema = { id: string; key: string; label?: string; indicators?: Indicator[]; sections?: Section[]; mode?: Mode; correct?: boolean; below?: Head; span?: { from: string; to: string } };
type Props = { field: Schema; value: unknown; readonly?: boolean; disabled?: boolean; domId: string; onChange: (change: { value: Figures }) => void };

export function FiguresField({ field, value, readonly, disabled, domId, onChange }: Props) {
  const desk = (useContext(FormContext) as unknown as { getService: (name: string) => Desk }).getService("desk");
  const { words, language } = desk;
  const indicators = field.indicators ?? [];
  const mode = readonly || disabled ? "read" : (field.mode ?? "enter");
  const answers = asFigures(value);
  const { judged, touch, sent, change, baseline } = useAnswers(field, answers, desk, onChange);
  const sheet = useMemo<Sheet>(() => ({ words, language, mode, correcting: field.correct !== false, set: sent, touch }), [mode, sent, touch]);
  const { done, of } = progress(indicators, answers);
  const wrong = Object.keys(judged).length;
  const rows = (members: Indicator[]) =>
    members.map((indicator) => <Row key={indicator.code} indicator={indicator} answers={answers} judged={judged} baseline={baseline} sheet={sheet} />);
  return (
    <section class={`fjs-form-field figures figures--${mode}`} id={domId} aria-labelledby={`${domId}-title`}>
      <h2 id={`${domId}-title`}>{field.label || words("figures")}</h2>
      {field.span && <p class="figures__span"><Icon name="calendar" />{words("span", asDate(field.span.from), asDate(field.span.to))}</p>}
      {field.below && (
        <p class="figures__below">
          {words("belowHead", field.below.accepted, field.below.expected)}
          {field.below.included > 0 && ` ${words("belowIncluded", field.below.included)}`}
          {field.below.awaiting > 0 && ` ${words("belowAwaiting", field.below.awaiting)}`}{" "}
          <a href={field.below.address}>{words("belowOpen")}</a>
        </p>
      )}
      {mode === "enter" && (
        <div class="figures__progress progress">
          <span class="progress__text">{words("progress", done, of)}</span>
          <progress max={of} value={done} aria-label={words("progress", done, of)}></progress>
          {wrong > 0 && <button type="button" class="figures__wrong" onClick={() => reach(Object.keys(judged)[0])}><Icon name="error" />{words("figuresInvalid", wrong)}</button>}
        </div>
      )}
      {mode === "read" && <FiguresTable indicators={indicators} sections={field.sections} answers={answers} words={words} language={language} />}
      {mode === "review" && groups(indicators, field.sections).map((group) => <Opened key={title(group, words)} group={group} words={words}>{rows(group.indicators)}</Opened>)}
      {mode === "enter" && <Entering field={field} answers={answers} rows={rows} change={change} words={words} judged={judged} />}
    </section>
  );
}

FiguresField.config = {
  type: "figures",
  keyed: true,
  name: "Figures",
  group: "basic-input",
  emptyValue: {},
  sanitizeValue: ({ value }: { value: unknown }) => asFigures(value),
  create: (options: object = {}) => ({ label: "", ...options }),
};

/** First what occurred last year, then the rest by sections, closed; the zeros for it stand between the two. */
function Entering({ field, answers, rows, change, words, judged }: { field: Schema; answers: Figures; rows: (members: Indicator[]) => unknown; change: (next: Figures) => void; words: Desk["words"]; judged: Judged }) {
  const used = (field.indicators ?? []).filter((indicator) => indicator.usedLastYear);
  const others = groups((field.indicators ?? []).filter((indicator) => !indicator.usedLastYear), field.sections);
  const occurring = groups(used, field.sections);
  return (
    <>
      {occurring.length > 0 && (
        <div class="figures__occurring">
          <h3>{words("occurring")}</h3>
          <p class="hint">{words("occurringHint")}</p>
          {occurring.map((group) => (
            <div key={title(group, words)}>
              <h4 class="figures__section">{title(group, words)}</h4>
              {rows(group.indicators) as never}
            </div>
          ))}
        </div>
      )}
      {others.length > 0 && (
        <div class="figures__others">
          <h3>{occurring.length > 0 ? words("rest") : words("figures")}</h3>
          <Rest groups={others} answers={answers} change={change} words={words} />
          {others.map((group, index) => (
            <Closed key={title(group, words)} group={group} answers={answers} words={words} judged={judged} open={occurring.length === 0 && index === 0}>
              {rows(group.indicators)}
            </Closed>
          ))}
        </div>
      )}
    </>
  );
}

function Closed({ group, answers, words, judged, open, children }: { group: Group; answers: Figures; words: Desk["words"]; judged: Judged; open: boolean; children: unknown }) {
  const empty = emptyPlaces(group.indicators, answers).length;
  const wrong = group.indicators.some(({ code }) => Object.keys(judged).some((key) => key === code || key.startsWith(`${code}.`)));
  return (
    <details class="figures__group" open={open}>
      <summary>
        <Icon name="down" />
        <span>{title(group, words)}</span>
        <span class="count">{empty > 0 ? words("emptyCount", empty) : words("full")}</span>
        {wrong && <Icon name="error" />}
      </summary>
      {children as never}
    </details>
  );
}

function Opened({ group, words, children }: { group: Group; words: Desk["words"]; children: unknown }) {
  return (
    <details class="figures__group" open>
      <summary><Icon name="down" /><span>{title(group, words)}</span></summary>
      {children as never}
    </details>
  );
}

/** Answers, and which of their errors may be shown by now. */
function useAnswers(field: Schema, answers: Figures, desk: Desk, onChange: Props["onChange"]) {
  const now = useRef(answers);
  now.current = answers;
  const baseline = useRef(answers).current;
  const [touched, setTouched] = useState<ReadonlySet<string>>(() => new Set(Object.keys(answers).filter((key) => typeof answers[key]?.value === "string")));
  const [, draw] = useState(0);
  useEffect(() => desk.watch(() => draw((count) => count + 1)), [desk]);
  const send = useRef(onChange);
  send.current = onChange;
  const change = useCallback((next: Figures) => {
    now.current = next;
    send.current({ value: next });
  }, []);
  const sent = useCallback((key: string, given: Given) => {
    desk.serverErrors = desk.serverErrors.filter((error) => error.key !== `figures.${key}`);
    change(put(now.current, key, given));
  }, []);
  const touch = useCallback((key: string) => setTouched((before) => (before.has(key) ? before : new Set([...before, key]))), []);
  const judged = useMemo(() => shownErrors(field, answers, desk, touched), [field, answers, touched, desk.judged, desk.serverErrors]);
  return { judged, touch, sent, change, baseline };
}

function shownErrors(field: Schema, answers: Figures, desk: Desk, touched: ReadonlySet<string>): Judged {
  const shown: Judged = {};
  for (const { key, message: text } of desk.serverErrors) shown[key.slice("figures.".length)] = { text, reason: false };
  for (const [key, error] of Object.entries(check(answers, field.indicators ?? [], field.mode ?? "enter"))) {
    if (!desk.judged && (!touched.has(key) || error.code === "figures.required")) continue;
    shown[key] = { text: message(error, desk.language), reason: error.code.startsWith("figures.reason") };
  }
  return shown;
}

function reach(key: string) {
  const box = document.getElementById(`figure-${key}`) ?? document.querySelector<HTMLElement>(`[id^="figure-${CSS.escape(key)}."]`);
  const section = box?.closest<HTMLDetailsElement>("details:not([open])");
  if (section) section.open = true;
  box?.focus();
}

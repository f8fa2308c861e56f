import { memo } from "preact/compat";
import { useState } from "preact/hooks";
import { derive, places, same, type Figures, type Given, type Indicator, type Place } from "./answers";
import { Beside, Choices, Icon, NumberBox, Said, Subordinates, type Sheet } from "./parts";
import { inWords } from "./shown";
import { show } from "./number";

export type Judged = Record<string, { text: string; reason: boolean }>;
type Props = { indicator: Indicator; answers: Figures; judged: Judged; baseline: Figures; sheet: Sheet };

function RowOf(props: Props) {
  const { indicator, answers, sheet } = props;
  const { words, mode } = sheet;
  const value = indicator.derived ? derive(indicator, answers) : null;
  return (
    <div class="figure" role="group" aria-labelledby={`${indicator.code}-name`}>
      <p class="figure__name">
        <span class="figure__code" aria-hidden="true">{indicator.code}</span>
        <span id={`${indicator.code}-name`}>{indicator.name}</span>
        {indicator.unit && <span class="visually-hidden" id={`${indicator.code}-unit`}>{words("unit", indicator.unit)}</span>}
      </p>
      {indicator.remark && <Remark text={indicator.remark} />}
      {indicator.derived ? (
        <p class="figure__derived numeric">{words("derived", value === null ? words("blank") : `${show(String(value), sheet.language)} ${indicator.unit ?? ""}`)}</p>
      ) : (
        <div class={indicator.dimensions ? "figure__places figure__places--split" : "figure__places"}>
          {places(indicator, answers).map((place) => (
            <div class="figure__place" key={place.key}>
              {place.label && (
                <span class="figure__part">
                  <span id={`figure-${place.key}-part`}>{place.label}</span>
                  {indicator.unit && ` (${indicator.unit})`}
                </span>
              )}
              {mode === "review" ? <Reviewed {...props} place={place} /> : <Entered {...props} place={place} />}
            </div>
          ))}
        </div>
      )}
    </div>
  );
}

/** A row is drawn anew only when something of its own changed. */
export const Row = memo(RowOf, (before, after) => {
  if (before.indicator !== after.indicator || before.sheet !== after.sheet || before.indicator.derived) return false;
  const keys = places(after.indicator, after.answers).map(({ key }) => key);
  return (
    before.indicator.code in before.answers === after.indicator.code in after.answers &&
    keys.every((key) => before.answers[key] === after.answers[key] && before.judged[key]?.text === after.judged[key]?.text)
  );
});

function Entered({ place, answers, judged, sheet }: Props & { place: Place }) {
  const given = answers[place.key];
  const error = judged[place.key];
  return (
    <>
      <NumberBox place={place} given={given} error={error?.text} sheet={sheet} />
      <Choices place={place} given={given} sheet={sheet} />
      <Subordinates place={place} given={given} sheet={sheet} />
      <Beside place={place} given={given} sheet={sheet} />
      <Said place={place} given={given} error={error?.text} asksReason={error?.reason ?? false} sheet={sheet} />
    </>
  );
}

/** A reader sees the figure first; changing it and noting something are one step away, and a change stays marked. */
function Reviewed(props: Props & { place: Place }) {
  const { place, answers, baseline, judged, sheet } = props;
  const { words, language, set } = sheet;
  const given = answers[place.key];
  const submitted = place.part.submitted ?? baseline[place.key];
  const changed = !same(given, submitted);
  const [correcting, setCorrecting] = useState(changed);
  const [noting, setNoting] = useState(!!given?.note);
  const whose = `${place.indicator.name}${place.label ? `, ${place.label}` : ""}`;
  const past = place.part.lastYear;
  return (
    <>
      <p class="figure__value">
        <strong class={changed ? "figure__new numeric" : "numeric"}>{inWords(given, words, language)}</strong> {given && place.indicator.unit}
        {past && <span class="figure__past">{words("lastYear", inWords(past as Given, words, language))}</span>}
      </p>
      {!correcting && <Subordinates place={place} given={given} sheet={sheet} fixed />}
      {!correcting && <Beside place={place} given={given} sheet={sheet} />}
      {given?.reason && <p class="figure__reason">{words("reason")}: {given.reason}</p>}
      {changed && <p class="badge badge--returned"><Icon name="draft" />{words("corrected", inWords(submitted, words, language))}</p>}
      {correcting && <Entered {...props} />}
      {noting && (
        <label class="figure__text">
          {words("note")}
          <textarea id={`figure-${place.key}-note`} rows={2} maxLength={1000} value={given?.note ?? ""} onInput={(event) => set(place.key, { ...given, note: event.currentTarget.value })} />
        </label>
      )}
      <div class="figure__acts no-print">
        {sheet.correcting && !correcting && (
          <button type="button" class="figure__same" aria-label={`${words("correct")}: ${whose}`} onClick={() => { setCorrecting(true); focusSoon(`figure-${place.key}`); }}>{words("correct")}</button>
        )}
        {sheet.correcting && correcting && (
          <button type="button" class="figure__same" aria-label={`${words("undoCorrection")}: ${whose}`} onClick={() => { set(place.key, { ...submitted, note: given?.note }); setCorrecting(false); }}>{words("undoCorrection")}</button>
        )}
        {!noting && (
          <button type="button" class="figure__same" aria-label={`${words("addNote")}: ${whose}`} onClick={() => { setNoting(true); focusSoon(`figure-${place.key}-note`); }}>{words("addNote")}</button>
        )}
      </div>
      {!correcting && judged[place.key] && <p class="error">{judged[place.key].text}</p>}
    </>
  );
}

/** After the drawing that brings the field. */
function focusSoon(id: string) {
  setTimeout(() => document.getElementById(id)?.focus());
}

function Remark({ text }: { text: string }) {
  return <p class="figure__remark"><Icon name="note" />{text}</p>;
}

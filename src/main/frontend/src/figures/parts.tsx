import { useState } from "preact/hooks";
import type { Words } from "../shared/words";
import { iconAddress } from "../shared/dom";
import { whenReleased } from "../form/steady";
import { show } from "./number";
import { QUALIFIERS } from "./rules";
import { fromLastYear, hasValue, ownPart, same, secondHalf, stated, typed, withOwn, type Given, type Place } from "./answers";
import { aimed, asTyped, inWords, summed } from "./shown";

export type Sheet = {
  words: Words;
  language: string;
  mode: string;
  correcting: boolean;
  set: (key: string, given: Given) => void;
  touch: (key: string) => void;
};

export function Icon({ name }: { name: string }) {
  return (
    <svg class="icon" aria-hidden="true">
      <use href={iconAddress(name)}></use>
    </svg>
  );
}

/** Qualifier, number, unit: read aloud as "trên 1.200 tổ". */
export function NumberBox({ place, given, error, sheet }: { place: Place; given?: Given; error?: string; sheet: Sheet }) {
  const { words, set, touch } = sheet;
  const [text, setText] = useState<string | null>(null);
  const { key, indicator } = place;
  const id = `figure-${key}`;
  const named = `${indicator.code}-name ${place.label ? `${id}-part ` : ""}${indicator.unit ? `${indicator.code}-unit` : ""}`;
  return (
    <div class="figure__box">
      <select
        class="figure__qualifier"
        aria-label={`${words("qualifier")}: ${indicator.name}${place.label ? `, ${place.label}` : ""}`}
        value={given?.qualifier ?? "exact"}
        disabled={!hasValue(given)}
        onChange={(event) => set(key, { ...given, qualifier: event.currentTarget.value })}
      >
        {QUALIFIERS.map((code) => (
          <option key={code} value={code}>
            {words(code as "exact")}
          </option>
        ))}
      </select>
      <input
        id={id}
        class="figure__number numeric"
        type="text"
        inputMode="decimal"
        autoComplete="off"
        aria-labelledby={named}
        aria-describedby={`${id}-past ${id}-said`}
        aria-invalid={error ? true : undefined}
        value={text ?? asTyped(given?.value)}
        onFocus={(event) => event.currentTarget.select()}
        onInput={(event) => {
          setText(event.currentTarget.value);
          set(key, typed(given, event.currentTarget.value));
        }}
        onBlur={() =>
          whenReleased(() => {
            setText(null);
            touch(key);
          })
        }
      />
      {indicator.unit && !place.label && <span class="figure__unit" aria-hidden="true">{indicator.unit}</span>}
    </div>
  );
}

/** The other ways to answer, and last year's figure. */
export function Choices({ place, given, sheet }: { place: Place; given?: Given; sheet: Sheet }) {
  const { words, language, set, touch } = sheet;
  const { key, indicator, part } = place;
  const past = part.lastYear && fromLastYear(part.lastYear);
  const whose = `${indicator.name}${place.label ? `, ${place.label}` : ""}`;
  const flag = (name: "notStated" | "pending") => (
    <label class="figure__flag">
      <input
        type="checkbox"
        aria-label={`${words(name)}: ${whose}`}
        checked={given?.[name] === true}
        onChange={(event) => {
          set(key, stated(given, name, event.currentTarget.checked));
          touch(key);
        }}
      />
      {words(name)}
    </label>
  );
  return (
    <div class="figure__choices">
      <span class="figure__past" id={`figure-${key}-past`}>
        {past && words("lastYear", inWords(past, words, language))}
      </span>
      {past && hasValue(past) && (
        <button
          type="button"
          class="figure__same"
          aria-label={`${words("sameAsLastYear")}: ${whose}`}
          disabled={same(past, given)}
          onClick={() => {
            set(key, { ...given, own: undefined, notStated: undefined, pending: undefined, qualifier: undefined, ...past });
            touch(key);
          }}
        >
          {words("sameAsLastYear")}
        </button>
      )}
      {flag("notStated")}
      {indicator.pending && flag("pending")}
    </div>
  );
}

/** By which register a figure is known; the key is the source of the server. */
const KNOWN: Record<string, Parameters<Words>[0]> = { awards: "known", models: "knownModels", safety: "knownSafety" };

/** What stands beside a figure to be read only: the first half of the year with the rest of it, and the target. */
export function Beside({ place, given, sheet }: { place: Place; given?: Given; sheet: Sheet }) {
  const { words, language } = sheet;
  const { half, target, known, knownFrom } = place.part;
  const rest = secondHalf(given, half);
  if (!half && target === undefined && known === undefined) return null;
  return (
    <p class="figure__beside">
      {half && <span>{words("half", inWords(half as Given, words, language))}</span>}
      {half && rest && <span>{words("secondHalf", inWords(rest, words, language))}</span>}
      {known !== undefined && <span>{words(KNOWN[knownFrom ?? ""] ?? "knownElsewhere", show(String(known), language))}</span>}
      {target !== undefined && <span>{aimed(given, target, words, language)}</span>}
    </p>
  );
}

/** What the subordinates' reports add up to, and the unit's own part on top of it; who only reads gets no box. */
export function Subordinates({ place, given, sheet, fixed }: { place: Place; given?: Given; sheet: Sheet; fixed?: boolean }) {
  const { words, language, set, touch } = sheet;
  const [text, setText] = useState<string | null>(null);
  const below = place.part.fromSubordinates;
  if (!below) return null;
  const own = ownPart(given, below);
  const whose = `${place.indicator.name}${place.label ? `, ${place.label}` : ""}`;
  return (
    <div class="figure__below">
      <span>
        <a href={below.address} aria-label={`${words("belowOpen")}: ${whose}`}>{summed(below, words, language)}</a>
        {(below.notStated ?? 0) > 0 && ` · ${words("belowNotStated", below.notStated!)}`}
        {(below.pending ?? 0) > 0 && ` · ${words("belowPending", below.pending!)}`}
        {(below.carried ?? 0) > 0 && ` · ${words("belowCarried", below.carried!)}`}
      </span>
      {below.sum !== undefined && fixed && own !== undefined && <span>{words("own")}: {inWords({ value: own }, words, language)}</span>}
      {below.sum !== undefined && !fixed && (
        <label>
          {words("own")}{" "}
          <input
            class="figure__own numeric"
            type="text"
            inputMode="decimal"
            autoComplete="off"
            aria-label={`${words("own")}: ${whose}`}
            value={text ?? asTyped(own)}
            onFocus={(event) => event.currentTarget.select()}
            onInput={(event) => {
              setText(event.currentTarget.value);
              set(place.key, withOwn(given, event.currentTarget.value, below));
            }}
            onBlur={() => whenReleased(() => { setText(null); touch(place.key); })}
          />
        </label>
      )}
    </div>
  );
}

/** The message keeps its line; a reason is asked for under it. */
export function Said({ place, given, error, asksReason, sheet }: { place: Place; given?: Given; error?: string; asksReason: boolean; sheet: Sheet }) {
  const { words, set, touch } = sheet;
  const id = `figure-${place.key}`;
  return (
    <div class="figure__said">
      <p class="error" id={`${id}-said`} aria-live="polite">
        {error && <Icon name="error" />}
        {error}
      </p>
      {(asksReason || given?.reason !== undefined) && (
        <label class="figure__text">
          <span>
            {words("reason")} <span class="hint">{words("reasonHint")}</span>
          </span>
          <textarea
            rows={2}
            maxLength={1000}
            value={given?.reason ?? ""}
            onInput={(event) => set(place.key, { ...given, reason: event.currentTarget.value })}
            onBlur={() => touch(place.key)}
          />
        </label>
      )}
    </div>
  );
}

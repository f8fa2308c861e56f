import type { Words } from "../shared/words";
import { derive, groups, places, reached, secondHalf, type Figures, type Given, type Indicator, type Part, type Section } from "./answers";
import { show } from "./number";
import { inWords, summed } from "./shown";

/** The figures as a sheet of paper has them. */
export function FiguresTable({ indicators, sections, answers, words, language }: { indicators: Indicator[]; sections?: Section[]; answers: Figures; words: Words; language: string }) {
  const said = (indicator: Indicator, given?: Given) => {
    if (!indicator.derived) return inWords(given, words, language);
    const value = derive(indicator, answers);
    return value === null ? words("blank") : show(String(value), language);
  };
  const rest = (given: Given | undefined, half: Part["half"]) => {
    const second = secondHalf(given, half);
    return second ? inWords(second, words, language) : "";
  };
  const goal = (given: Given | undefined, target?: number) => {
    if (target === undefined) return "";
    const percent = reached(given, target);
    return show(String(target), language) + (percent === null ? "" : ` (${show(String(percent), language)} %)`);
  };
  const parts = indicators.flatMap((indicator) => [indicator, ...(indicator.dimensions ?? [])]);
  const halves = parts.some((part) => part.half);
  const below = parts.some((part) => part.fromSubordinates);
  const targets = parts.some((part) => part.target !== undefined);
  return (
    <table class="table figures__table">
      <thead>
        <tr>
          <th scope="col">{words("indicator")}</th>
          <th scope="col" class="numeric">{words("value")}</th>
          <th scope="col">{words("unitOf")}</th>
          <th scope="col" class="numeric">{words("lastYearHead")}</th>
          {below && <th scope="col">{words("belowColumn")}</th>}
          {halves && <th scope="col" class="numeric">{words("halfHead")}</th>}
          {halves && <th scope="col" class="numeric">{words("secondHalfHead")}</th>}
          {targets && <th scope="col" class="numeric">{words("targetHead")}</th>}
          <th scope="col">{words("notes")}</th>
        </tr>
      </thead>
      {groups(indicators, sections).map(({ section, indicators: members }) => (
        <tbody key={section?.code ?? ""}>
          <tr class="figures__head">
            <th scope="colgroup" colSpan={5 + (below ? 1 : 0) + (halves ? 2 : 0) + (targets ? 1 : 0)}>{section ? `${section.code}. ${section.title}` : words("other")}</th>
          </tr>
          {members.flatMap((indicator) =>
            places(indicator, answers).map((place) => {
              const given = answers[place.key];
              return (
                <tr key={place.key}>
                  <th scope="row">{indicator.name}{place.label ? ` (${place.label})` : ""}</th>
                  <td class="numeric" data-label={words("value")}>{said(indicator, given)}</td>
                  <td data-label={words("unitOf")}>{indicator.unit}</td>
                  <td class="numeric muted" data-label={words("lastYearHead")}>{place.part.lastYear ? inWords(place.part.lastYear as Given, words, language) : ""}</td>
                  {below && <td data-label={words("belowColumn")}>{place.part.fromSubordinates && <a href={place.part.fromSubordinates.address}>{summed(place.part.fromSubordinates, words, language)}</a>}</td>}
                  {halves && <td class="numeric" data-label={words("halfHead")}>{place.part.half ? inWords(place.part.half as Given, words, language) : ""}</td>}
                  {halves && <td class="numeric" data-label={words("secondHalfHead")}>{rest(given, place.part.half)}</td>}
                  {targets && <td class="numeric" data-label={words("targetHead")}>{goal(given, place.part.target)}</td>}
                  <td data-label={words("notes")}>{[given?.reason, given?.note].filter(Boolean).join(" · ")}</td>
                </tr>
              );
            }),
          )}
        </tbody>
      ))}
    </table>
  );
}

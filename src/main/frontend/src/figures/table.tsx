import type { Words } from "../shared/words";
import { derive, groups, places, type Figures, type Given, type Indicator, type Section } from "./answers";
import { show } from "./number";
import { inWords } from "./shown";

/** The figures as a sheet of paper has them. */
export function FiguresTable({ indicators, sections, answers, words, language }: { indicators: Indicator[]; sections?: Section[]; answers: Figures; words: Words; language: string }) {
  const said = (indicator: Indicator, given?: Given) => {
    if (!indicator.derived) return inWords(given, words, language);
    const value = derive(indicator, answers);
    return value === null ? words("blank") : show(String(value), language);
  };
  return (
    <table class="table figures__table">
      <thead>
        <tr>
          <th scope="col">{words("indicator")}</th>
          <th scope="col" class="numeric">{words("value")}</th>
          <th scope="col">{words("unitOf")}</th>
          <th scope="col" class="numeric">{words("lastYearHead")}</th>
          <th scope="col">{words("notes")}</th>
        </tr>
      </thead>
      {groups(indicators, sections).map(({ section, indicators: members }) => (
        <tbody key={section?.code ?? ""}>
          <tr class="figures__head">
            <th scope="colgroup" colSpan={5}>{section ? `${section.code}. ${section.title}` : words("other")}</th>
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

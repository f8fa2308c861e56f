// The form-js component `proposals`: rows to write, the subordinates' proposals to tick, or a table to read.
import { useRef, useState } from "preact/hooks";
import { Icon } from "../figures/parts";
import { useDesk } from "./desk";
import { Question } from "./question";
import { asRows, include, included, leaveOut, type Merged, type Row } from "./rows";

type Option = { value: string; label: string };
type Schema = { id: string; key: string; label?: string; merged?: Merged[]; rows?: { key: string; values?: Option[] }[] };
type Props = { field: Schema; value: unknown; readonly?: boolean; disabled?: boolean; domId: string; errors?: string[]; onChange: (change: { value: Row[] }) => void };

export function ProposalsField({ field, value, readonly, disabled, domId, errors, onChange }: Props) {
  const rows = asRows(value);
  const addressees = field.rows?.find(({ key }) => key === "addressee")?.values ?? [];
  const change = (next: Row[]) => onChange({ value: next });
  const fixed = readonly || disabled;
  return (
    <section class="fjs-form-field proposals" id={domId} tabIndex={-1} aria-labelledby={`${domId}-title`}>
      <p class="fjs-form-field-label" id={`${domId}-title`}>{field.label}</p>
      {fixed ? <Read rows={rows} addressees={addressees} /> : <Write field={field} rows={rows} addressees={addressees} change={change} domId={domId} />}
      {errors?.map((error) => <p class="error" key={error}><Icon name="error" />{error}</p>)}
    </section>
  );
}

ProposalsField.config = {
  type: "proposals",
  keyed: true,
  name: "Proposals",
  group: "basic-input",
  emptyValue: [],
  sanitizeValue: ({ value }: { value: unknown }) => asRows(value),
  create: (options: object = {}) => ({ label: "", ...options }),
};

function Read({ rows, addressees }: { rows: Row[]; addressees: Option[] }) {
  const { words } = useDesk();
  if (rows.length === 0) return <p class="muted">{words("noProposals")}</p>;
  return (
    <ol class="proposals__read">
      {rows.map((row, index) => (
        <li key={index}>
          {row.matter} <span class="muted">({words("to")}: {named(addressees, row.addressee)})</span>
        </li>
      ))}
    </ol>
  );
}

function Write({ field, rows, addressees, change, domId }: { field: Schema; rows: Row[]; addressees: Option[]; change: (rows: Row[]) => void; domId: string }) {
  const { words } = useDesk();
  const known = useRef(rows).current;
  const put = (index: number, part: Row) => change(rows.map((row, at) => (at === index ? { ...row, ...part } : row)));
  const add = () => {
    change([...rows, { matter: "", addressee: addressees[0]?.value, from: "" }]);
    setTimeout(() => document.getElementById(`${domId}-${rows.length}`)?.focus());
  };
  return (
    <>
      <ol class="proposals__rows">
        {rows.map((row, index) => (
          <li key={index} class="proposals__row">
            <label>
              {words("matter")}
              <textarea id={`${domId}-${index}`} rows={2} maxLength={2000} value={row.matter ?? ""} onInput={(event) => put(index, { matter: event.currentTarget.value })} />
            </label>
            <Question at={`${field.key}[${index}].matter`} text={row.matter ?? ""} known={known.find(({ matter }) => matter === row.matter)?.matter} />
            <label>
              {words("addressee")}
              <select value={row.addressee ?? ""} onChange={(event) => put(index, { addressee: event.currentTarget.value })}>
                {addressees.map(({ value, label }) => <option key={value} value={value}>{label}</option>)}
              </select>
            </label>
            {row.from && <p class="hint">{words("proposedBy", count(row.from))}</p>}
            <button type="button" class="figure__same" aria-label={`${words("remove")}: ${index + 1}`} onClick={() => change(rows.filter((_, at) => at !== index))}>{words("remove")}</button>
          </li>
        ))}
      </ol>
      <button type="button" class="button button--small" onClick={add}>{words("addProposal")}</button>
      {(field.merged?.length ?? 0) > 0 && <Offered merged={field.merged!} rows={rows} addressees={addressees} change={change} />}
    </>
  );
}

const SHOWN = 20;

/** What subordinates proposed, the same matter joined: a tick takes it over with its sources. */
function Offered({ merged, rows, addressees, change }: { merged: Merged[]; rows: Row[]; addressees: Option[]; change: (rows: Row[]) => void }) {
  const { words } = useDesk();
  const [shown, setShown] = useState(SHOWN);
  return (
    <details class="subordinates no-print">
      <summary>
        <Icon name="down" />
        <span>{words("subordinateProposals")}</span>
        <span class="count">{merged.length}</span>
      </summary>
      <ul class="subordinates__list">
        {merged.slice(0, shown).map((one) => (
          <li key={`${one.addressee} ${one.matter}`}>
            <label class="proposals__offer">
              <input type="checkbox" checked={included(rows, one)} onChange={(event) => change(event.currentTarget.checked ? include(rows, one) : leaveOut(rows, one))} />
              <span>
                {one.matter} <span class="muted">({words("to")}: {named(addressees, one.addressee)})</span>
                <span class="hint proposals__names">{one.names.join(", ")}</span>
              </span>
            </label>
          </li>
        ))}
      </ul>
      {merged.length > shown && <button type="button" class="button button--small" onClick={() => setShown(shown + SHOWN)}>{words("more")}</button>}
    </details>
  );
}

function named(addressees: Option[], code?: string): string {
  return addressees.find(({ value }) => value === code)?.label ?? "";
}

function count(from: string): number {
  return from.trim().split(/\s+/).length;
}

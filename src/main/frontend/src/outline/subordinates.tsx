// The subordinates' accepted texts of the same period, beside the section they belong to.
import { useEffect, useState } from "preact/hooks";
import { Icon } from "../figures/parts";
import { wordsIn } from "../shared/words";
import { useDesk } from "./desk";

/** What is written in a report is Vietnamese. */
const VIETNAMESE = wordsIn("vi");

type Passage = { unit: string; text: string };
type Found = { items: Passage[]; of: number; next: number | null };
type Props = { texts: { count: number; address: string }; label: string; insert: (text: string) => void; domId: string };

export function Subordinates({ texts, label, insert, domId }: Props) {
  const { words } = useDesk();
  const [open, setOpen] = useState(false);
  return (
    <details class="subordinates no-print" onToggle={(event) => setOpen((event.target as HTMLDetailsElement).open)}>
      <summary>
        <Icon name="down" />
        <span>{words("subordinates")}</span>
        <span class="count">{texts.count}</span>
      </summary>
      {open && <Search address={texts.address} label={label} insert={insert} domId={domId} />}
    </details>
  );
}

function Search({ address, label, insert, domId }: Omit<Props, "texts"> & { address: string }) {
  const { words } = useDesk();
  const [query, setQuery] = useState("");
  const [found, setFound] = useState<Found | null>(null);
  const [failed, setFailed] = useState(false);
  const [told, setTold] = useState("");
  const look = async (page: number) => {
    try {
      const got = await load(address, query, page);
      setFailed(false);
      setFound((before) => (page > 0 && before ? { ...got, items: [...before.items, ...got.items] } : got));
    } catch {
      setFailed(true);
    }
  };
  useEffect(() => {
    const soon = setTimeout(() => void look(0), query ? 300 : 0);
    return () => clearTimeout(soon);
  }, [query]);
  const take = ({ unit, text }: Passage) => {
    insert(`${text.trim()} ${VIETNAMESE("accordingTo", unit)}`);
    setTold(words("inserted", unit));
  };
  return (
    <div class="subordinates__body">
      <label class="subordinates__search">
        {words("searchTexts")}
        <input type="search" value={query} aria-label={`${words("searchTexts")}: ${label}`} onInput={(event) => setQuery(event.currentTarget.value)} />
      </label>
      <p role="status" class="hint">{told || (found && words("textsFound", found.of))}</p>
      {failed && <p class="error">{words("notLoaded")} <button type="button" class="figure__same" onClick={() => void look(0)}>{words("again")}</button></p>}
      <ul class="subordinates__list">
        {found?.items.map((passage, index) => (
          <li key={`${passage.unit}-${index}`}>
            <p class="subordinates__unit">{passage.unit}</p>
            <p class="subordinates__text">{passage.text}</p>
            <button type="button" class="button button--small" aria-controls={domId} aria-label={`${words("insert")}: ${passage.unit}`} onClick={() => take(passage)}>
              {words("insert")}
            </button>
          </li>
        ))}
      </ul>
      {found?.next !== null && found?.next !== undefined && (
        <button type="button" class="button button--small" onClick={() => void look(found.next!)}>{words("more")}</button>
      )}
    </div>
  );
}

async function load(address: string, query: string, page: number): Promise<Found> {
  const [path, field] = address.split("?");
  const answer = await fetch(`${path}.json?${field}&q=${encodeURIComponent(query)}&page=${page}`, { headers: { Accept: "application/json" } });
  if (!answer.ok || answer.redirected) throw new Error(String(answer.status));
  return answer.json();
}

// The token of the page; a new sign-in makes the old one stale, so it can be fetched anew.
export function csrfHeader(): Record<string, string> {
  const name = meta("csrf-header")?.content;
  const token = meta("csrf-token")?.content;
  return name && token ? { [name]: token } : {};
}

/** Reads the token from the page as the server shows it now; false when nobody is signed in. */
export async function refreshCsrf(fetcher: typeof fetch = fetch): Promise<boolean> {
  const answer = await fetcher(location.href, { headers: { Accept: "text/html" }, credentials: "same-origin" });
  if (!answer.ok || new URL(answer.url || location.href).pathname !== location.pathname) return false;
  const page = new DOMParser().parseFromString(await answer.text(), "text/html");
  const token = page.querySelector<HTMLMetaElement>('meta[name="csrf-token"]')?.content;
  if (!token) return false;
  const stale = meta("csrf-token")?.content;
  meta("csrf-token")?.setAttribute("content", token);
  for (const field of document.querySelectorAll<HTMLInputElement>('input[type="hidden"][name="_csrf"]')) field.value = token;
  const headers = document.body.getAttribute("hx-headers");
  if (headers && stale) document.body.setAttribute("hx-headers", headers.replace(stale, token));
  return true;
}

function meta(name: string): HTMLMetaElement | null {
  return document.querySelector<HTMLMetaElement>(`meta[name="${name}"]`);
}

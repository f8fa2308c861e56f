// The token of the page; a new sign-in makes the old one stale, so it can be fetched anew.
export function csrfHeader(): Record<string, string> {
  const name = meta("csrf-header")?.content;
  const token = meta("csrf-token")?.content;
  return name && token ? { [name]: token } : {};
}

/** Reads the token from the page as the server shows it now; "signedOut" when it leads to the sign-in, "none" when it shows no token. */
export async function refreshCsrf(fetcher: typeof fetch = fetch): Promise<"fresh" | "signedOut" | "none"> {
  const answer = await fetcher(location.href, { headers: { Accept: "text/html" }, credentials: "same-origin" });
  if (!answer.ok) return "none";
  if (new URL(answer.url || location.href).pathname !== location.pathname) return "signedOut";
  const page = new DOMParser().parseFromString(await answer.text(), "text/html");
  const token = page.querySelector<HTMLMetaElement>('meta[name="csrf-token"]')?.content;
  if (!token) return "none";
  const stale = meta("csrf-token")?.content;
  meta("csrf-token")?.setAttribute("content", token);
  for (const field of document.querySelectorAll<HTMLInputElement>('input[type="hidden"][name="_csrf"]')) field.value = token;
  const headers = document.body.getAttribute("hx-headers");
  if (headers && stale) document.body.setAttribute("hx-headers", headers.replace(stale, token));
  return "fresh";
}

function meta(name: string): HTMLMetaElement | null {
  return document.querySelector<HTMLMetaElement>(`meta[name="${name}"]`);
}

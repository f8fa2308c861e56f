import { csrfHeader, refreshCsrf } from "./csrf";

export type DraftState =
  | { name: "idle" }
  | { name: "saving" }
  | { name: "saved"; at: Date }
  | { name: "failed" }
  | { name: "tooLarge" }
  | { name: "gone" }
  | { name: "signedOut" }
  | { name: "conflict"; stored: Stored };

export type Stored = { answers: Answers; version: number };
export type Answers = Record<string, unknown>;

type Settings = {
  url: string;
  version: number;
  read: () => Answers;
  tell: (state: DraftState) => void;
  fetcher?: typeof fetch;
  now?: () => Date;
};

const PAUSE = 1500;
const RETRY = [3000, 10_000, 30_000];
const KEEPALIVE_LIMIT = 60_000;

/** Keeps the answers on the server while somebody types; one request at a time, the newest answers last. */
export class Draft {
  state: DraftState = { name: "idle" };
  version: number;
  private dirty = false;
  private busy = false;
  private stopped = false;
  private failures = 0;
  private timer?: ReturnType<typeof setTimeout>;

  constructor(private readonly settings: Settings) {
    this.version = settings.version;
  }

  changed() {
    this.dirty = true;
    if (this.stopped || this.state.name === "conflict" || this.state.name === "gone") return;
    if (this.state.name === "saved") this.become({ name: "idle" });
    this.schedule(this.state.name === "signedOut" ? RETRY[1] : PAUSE);
  }

  /** Saves at once what is not saved yet. */
  async flush() {
    if (!this.dirty || this.busy || this.stopped || this.state.name === "conflict" || this.state.name === "gone") return;
    clearTimeout(this.timer);
    this.busy = true;
    this.dirty = false;
    if (this.state.name !== "signedOut") this.become({ name: "saving" });
    try {
      await this.heed(await this.put());
    } catch {
      this.failed();
    } finally {
      this.busy = false;
      if (this.dirty && this.state.name === "saved") this.schedule(PAUSE);
    }
  }

  /** The page goes away: the browser finishes the request without it. */
  leave() {
    if (!this.dirty || this.stopped || this.state.name === "conflict" || this.state.name === "gone") return;
    const body = this.body();
    this.dirty = false;
    void this.fetcher(this.settings.url, { ...this.request(body), keepalive: body.length < KEEPALIVE_LIMIT }).catch(() => {
      this.dirty = true;
    });
  }

  /** The answers are sent for good: a draft after that would only be in the way. */
  stop() {
    this.stopped = true;
    clearTimeout(this.timer);
  }

  resume() {
    this.stopped = false;
    if (this.dirty) this.schedule(PAUSE);
  }

  keepMine() {
    if (this.state.name !== "conflict") return;
    this.version = this.state.stored.version;
    this.dirty = true;
    this.become({ name: "idle" });
    return this.flush();
  }

  takeTheirs(): Answers {
    if (this.state.name !== "conflict") return {};
    const { answers, version } = this.state.stored;
    this.version = version;
    this.dirty = false;
    this.become({ name: "idle" });
    return answers;
  }

  retry() {
    this.dirty = true;
    return this.flush();
  }

  private async put(): Promise<Response> {
    const answer = await this.fetcher(this.settings.url, this.request(this.body()));
    if (answer.status !== 403) return answer;
    // The token of a session that ended is refused before anybody asks who sent it; after a new sign-in it is another one.
    const token = await refreshCsrf(this.fetcher);
    if (token === "signedOut") return new Response(null, { status: 401 });
    return token === "fresh" ? this.fetcher(this.settings.url, this.request(this.body())) : answer;
  }

  private async heed(answer: Response) {
    if (this.loggedOut(answer)) return this.signedOut();
    if (answer.status === 409) return this.conflict(await answer.json());
    if (answer.status === 413) return this.become({ name: "tooLarge" });
    if (answer.status === 404 || answer.status === 403) return this.become({ name: "gone" });
    if (!answer.ok) return this.failed();
    const { version } = await answer.json();
    this.version = version;
    this.failures = 0;
    this.become({ name: "saved", at: (this.settings.now ?? (() => new Date()))() });
  }

  private loggedOut(answer: Response): boolean {
    return answer.status === 401 || answer.redirected || (answer.ok && !/json/.test(answer.headers.get("content-type") ?? ""));
  }

  private signedOut() {
    this.dirty = true;
    this.become({ name: "signedOut" });
    this.schedule(RETRY[1]);
  }

  private conflict(problem: Partial<Stored> & { stored?: Stored }) {
    const stored = problem.stored ?? (problem as Stored);
    this.dirty = true;
    this.become(stored.answers && stored.version !== undefined ? { name: "conflict", stored } : { name: "gone" });
  }

  private failed() {
    this.dirty = true;
    if (this.state.name !== "signedOut") this.become({ name: "failed" });
    this.schedule(RETRY[Math.min(this.failures++, RETRY.length - 1)]);
  }

  private schedule(after: number) {
    clearTimeout(this.timer);
    this.timer = setTimeout(() => void this.flush(), after);
  }

  private become(state: DraftState) {
    this.state = state;
    this.settings.tell(state);
  }

  private body(): string {
    return JSON.stringify({ answers: this.settings.read(), version: this.version });
  }

  private request(body: string): RequestInit {
    return {
      method: "PUT",
      credentials: "same-origin",
      headers: { "Content-Type": "application/json", Accept: "application/json", "X-Requested-With": "XMLHttpRequest", ...csrfHeader() },
      body,
    };
  }

  private get fetcher(): typeof fetch {
    return this.settings.fetcher ?? ((...request) => fetch(...request));
  }
}

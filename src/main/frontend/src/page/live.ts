import htmx from "./htmx";

/** `<lantoa-live href="/events">` tells the page that its rows are stale. A hidden tab gives its connection back: a browser has six per server. */
class Live extends HTMLElement {
  private source?: EventSource;
  private readonly shown = () => (document.hidden ? this.close() : this.reopen());

  connectedCallback() {
    document.addEventListener("visibilitychange", this.shown);
    window.addEventListener("pagehide", this.close);
    if (!document.hidden) this.open();
  }

  disconnectedCallback() {
    document.removeEventListener("visibilitychange", this.shown);
    window.removeEventListener("pagehide", this.close);
    this.close();
  }

  private open() {
    const address = this.getAttribute("href");
    if (!address || this.source) return;
    this.source = new EventSource(address);
    this.source.addEventListener("tasks", () => stale("tasks"));
    this.source.addEventListener("notices", () => stale("notices"));
    // The browser connects again by itself, perhaps to another node; what was said meanwhile nobody repeats.
    let lost = false;
    this.source.addEventListener("error", () => (lost = true));
    this.source.addEventListener("open", () => {
      if (lost) this.lookAgain();
      lost = false;
    });
  }

  private reopen() {
    if (this.source) return;
    this.open();
    this.lookAgain();
  }

  private lookAgain() {
    stale("tasks");
    stale("notices");
  }

  private readonly close = () => {
    this.source?.close();
    this.source = undefined;
  };
}

function stale(what: string) {
  htmx.trigger(document.body, `${what}-changed`, {});
}

customElements.define("lantoa-live", Live);

/** The least that could show a call: a WebSocket, Lit, and the same mark once it is painted as the lobby screen's. */
import { html, LitElement } from "lit";

interface Frame {
  readonly seq: number;
  readonly event: { readonly number: string; readonly counter: number };
}

const SHOWN = 8;

class BarePage extends LitElement {
  static override properties = { frames: { state: true } };
  declare frames: readonly Frame[];

  constructor() {
    super();
    this.frames = [];
    const socket = new WebSocket(`ws://${location.host}/live`);
    socket.onmessage = ({ data }: MessageEvent<string>) => {
      // The bench sends nothing else.
      this.frames = [JSON.parse(data) as Frame, ...this.frames].slice(0, SHOWN);
    };
  }

  override render() {
    return html`${this.frames.map(({ event }) => html`<p>${event.number} → ${event.counter}</p>`)}`;
  }

  protected override updated(): void {
    const [newest] = this.frames;
    if (!newest) return;
    requestAnimationFrame(() =>
      requestAnimationFrame(() => (document.documentElement.dataset["paintedSeq"] = String(newest.seq))),
    );
  }
}

customElements.define("bare-page", BarePage);

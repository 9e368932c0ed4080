/**
 * `<ld-wall-frame>`: a lobby screen, made small: its own page, in a frame that is to that page as large as the screen's
 * glass, so that what is seen here is what hangs there.
 * @fires WallDrawnEvent when something of it has come out otherwise.
 */
import { css, html, LitElement, nothing, type PropertyValues } from "lit";
import { customElement, property, state } from "lit/decorators.js";
import { styleMap } from "lit/directives/style-map.js";
import type { Language } from "../../shared/domain/vocabulary.ts";
import { previewWords } from "../../shared/text/console-item.ts";
import { say } from "../../shared/text/text.ts";
import { LanguageController } from "../../shared/ui/language.ts";
import { base } from "../../shared/ui/styles.ts";
import { wallPreviewAddress, type FromWall, type ToWall, type WallDrawn } from "../../shared/ui/wall-preview.ts";
import type { ScreenItem, ScreenSettings } from "../../shared/wire/lobby.ts";
import { glassPixels } from "./preview-sizes.ts";

export class WallDrawnEvent extends Event {
  static readonly type = "wall-drawn";

  constructor(readonly drawn: WallDrawn) {
    super(WallDrawnEvent.type, { bubbles: true, composed: true });
  }
}

/** What the drawing is told of. */
const wantedFrom = ["settings", "shown", "items", "page", "isCalling"] as const;

@customElement("ld-wall-frame")
export class WallFrame extends LitElement {
  static override styles = [
    base,
    css`
      :host {
        display: block;
      }
      .frame {
        position: relative;
        overflow: hidden;
        border: 0.375rem solid #1c2426;
        border-radius: var(--ld-radius);
        background: #1c2426;
        color: #f3f7f6;
      }
      .frame.portrait {
        max-width: var(--upright, 15rem);
        margin: 0 auto;
      }
      iframe {
        position: absolute;
        top: 0;
        left: 0;
        border: 0;
        transform-origin: 0 0;
        pointer-events: none;
      }
      p {
        padding: var(--ld-space-4);
        font-size: var(--ld-text-s);
      }
    `,
  ];

  @property({ attribute: false }) settings: ScreenSettings | null = null;
  /** The screen's own language. */
  @property({ attribute: false }) shown: Language = "zh";
  @property({ attribute: false }) items: readonly ScreenItem[] = [];
  /** Which page of the item, from 0. */
  @property({ attribute: false }) page = 0;
  @property({ type: Boolean }) isCalling = false;

  /** Pixels here to one of the glass. */
  @state() private scale = 0.2;
  @state() private hasDrawn = false;

  private readonly language = new LanguageController(this);
  private readonly watch = new ResizeObserver(() => this.measure());
  private readonly heard = (event: MessageEvent) => this.hear(event);

  override connectedCallback(): void {
    super.connectedCallback();
    window.addEventListener("message", this.heard);
    this.watch.observe(this);
  }

  override disconnectedCallback(): void {
    window.removeEventListener("message", this.heard);
    this.watch.disconnect();
    this.hasDrawn = false;
    super.disconnectedCallback();
  }

  override updated(changed: PropertyValues<this>): void {
    this.measure();
    if (wantedFrom.some((name) => changed.has(name))) this.tell();
  }

  override render() {
    const { settings, scale } = this;
    if (!settings) return nothing;
    const { width, height } = glassPixels(settings.orientation);
    const size = { width: px(width), height: px(height), transform: `scale(${scale.toFixed(4)})` };
    const language = this.language.current;
    return html`<div
      class="frame ${settings.orientation}"
      style=${styleMap({ height: `calc(${px(height * scale)} + 0.75rem)` })}
    >
      <iframe
        src=${wallPreviewAddress}
        title=${say(previewWords.title, language)}
        tabindex="-1"
        style=${styleMap({ ...size, visibility: this.hasDrawn ? "visible" : "hidden" })}
      ></iframe>
      ${this.hasDrawn ? nothing : html`<p role="status">${say(previewWords.drawing, language)}</p>`}
    </div>`;
  }

  private get frame(): HTMLIFrameElement | null {
    return this.renderRoot.querySelector("iframe");
  }

  private hear({ source, origin, data }: MessageEvent): void {
    if (source === null || source !== this.frame?.contentWindow || origin !== location.origin) return;
    // Only the drawing stands in this frame, and says this.
    const said = data as FromWall;
    if (said.wall === "listening") {
      this.tell();
      return;
    }
    this.hasDrawn = true;
    this.dispatchEvent(new WallDrawnEvent(said.drawn));
  }

  private tell(): void {
    const { settings, shown: language, items, page, isCalling } = this;
    if (!settings) return;
    const said: ToWall = { wanted: { settings, language, items, page, isCalling } };
    this.frame?.contentWindow?.postMessage(said, location.origin);
  }

  private measure(): void {
    const frame = this.renderRoot.querySelector<HTMLElement>(".frame");
    if (!frame || !this.settings || frame.clientWidth === 0) return;
    this.scale = frame.clientWidth / glassPixels(this.settings.orientation).width;
  }
}

function px(value: number): string {
  return `${value.toFixed(2)}px`;
}

declare global {
  interface HTMLElementTagNameMap {
    "ld-wall-frame": WallFrame;
  }
}

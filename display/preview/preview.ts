/**
 * `<ld-wall-preview>`: a lobby screen within the console, drawn by what draws it on the wall: it is told what to show, and
 * tells how that came out. It hears only the page that it stands in, and of that only where it is the hub's own.
 */
import { css, html, LitElement, nothing } from "lit";
import { customElement, state } from "lit/decorators.js";
import { contrastOf, leastContrast } from "../../shared/ui/contrast.ts";
import { setLanguage } from "../../shared/ui/language.ts";
import type { FromWall, ToWall, WallDrawn, WallWanted } from "../../shared/ui/wall-preview.ts";
import type { ContentStage } from "../content/content-stage.ts";
import "../lobby/lobby-screen.ts";
import type { LobbyScreen } from "../lobby/lobby-screen.ts";
import { setAsMeasured } from "../measure.ts";
import { WallTrial } from "./wall-trial.ts";

const lookMillis = 200;

@customElement("ld-wall-preview")
export class WallPreview extends LitElement {
  static override styles = css`
    :host {
      display: block;
      height: 100vh;
      overflow: hidden;
    }
  `;

  @state() private wanted: WallWanted | null = null;
  private trial: WallTrial | null = null;
  private told = "";
  private timer: ReturnType<typeof setInterval> | undefined;
  private readonly heard = (event: MessageEvent) => this.hear(event);

  override connectedCallback(): void {
    super.connectedCallback();
    setAsMeasured();
    this.trial = new WallTrial();
    window.addEventListener("message", this.heard);
    this.timer = setInterval(() => this.look(), lookMillis);
    tell({ wall: "listening" });
  }

  override disconnectedCallback(): void {
    clearInterval(this.timer);
    window.removeEventListener("message", this.heard);
    super.disconnectedCallback();
  }

  override render() {
    return this.wanted ? html`<ld-lobby-screen .trial=${this.trial}></ld-lobby-screen>` : nothing;
  }

  private hear({ source, origin, data }: MessageEvent): void {
    if (source !== window.parent || origin !== location.origin) return;
    // Only the console speaks to this page, and says nothing else.
    const { wanted } = data as ToWall;
    setLanguage(wanted.language);
    this.wanted = wanted;
    this.told = "";
    this.trial?.want(wanted);
  }

  /** Turns to the page that is wanted, and tells how all came out when that has changed. */
  private look(): void {
    const { wanted, trial } = this;
    const screen = this.renderRoot.querySelector("ld-lobby-screen");
    if (!wanted || !screen || !trial?.line.hall) return;
    const stage = screen.renderRoot.querySelector("ld-content-stage");
    stage?.turnTo(wanted.page);
    const drawn = drawnOn(screen, stage, wanted);
    const words = JSON.stringify(drawn);
    if (words === this.told) return;
    this.told = words;
    tell({ wall: "drawn", drawn: { ...drawn, isMadeUp: trial.isMadeUp } });
  }
}

function drawnOn(
  screen: LobbyScreen,
  stage: ContentStage | null,
  { settings }: WallWanted,
): Omit<WallDrawn, "isMadeUp"> {
  const ticker = screen.renderRoot.querySelector(".ticker");
  const { page, pages, pageMillis } = stage?.paging ?? { page: 0, pages: 1, pageMillis: 0 };
  const hasRoom = stage !== null && settings.layout !== "calls-only";
  return {
    isShowing: stage?.paging !== null || ticker !== null,
    page,
    pages,
    pageSeconds: Math.round(pageMillis / 1_000),
    room: hasRoom ? { width: stage.clientWidth, height: stage.clientHeight } : null,
    text: stage?.fonts?.text ?? 0,
    contrast: stage?.paging ? leastContrast(stage.renderRoot) : ticker && contrastAt(ticker),
  };
}

function contrastAt(words: Element): number | null {
  const { color, backgroundColor } = getComputedStyle(words);
  return contrastOf(color, backgroundColor);
}

function tell(said: FromWall): void {
  if (window.parent !== window) window.parent.postMessage(said, location.origin);
}

declare global {
  interface HTMLElementTagNameMap {
    "ld-wall-preview": WallPreview;
  }
}

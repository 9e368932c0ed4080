/**
 * `<ld-content-stage>`: the glass on which items take turns. The next one's layer lies ready and unseen; at its turn it
 * comes over the one before, which leaves once it is covered, so that neither the ground nor anything older shows through.
 * @fires showing when another item, or none, stands on the glass.
 */
import { css, LitElement } from "lit";
import { customElement, property, state } from "lit/decorators.js";
import type { ScreenItem } from "../../shared/wire/lobby.ts";
import { ContentLayer, loadFaces, type Surroundings } from "./content-layer.ts";
import type { Paging } from "./face.ts";
import type { FileSource } from "./files.ts";
import { Player, type Shown } from "./player.ts";
import type { Fonts, Room } from "./room.ts";
import type { LiveContent } from "./sheet.ts";
import { keyOf } from "./turns.ts";

const tickMillis = 250;
const fadeMillis = 260;
/** How many items' rounds are kept in mind. */
const mostRounds = 500;

@customElement("ld-content-stage")
export class ContentStage extends LitElement {
  static override styles = css`
    :host {
      position: absolute;
      top: 0;
      right: 0;
      bottom: 0;
      left: 0;
      display: block;
      overflow: hidden;
      contain: strict;
    }
    .layer {
      position: absolute;
      top: 0;
      right: 0;
      bottom: 0;
      left: 0;
      overflow: hidden;
      opacity: 0;
      contain: strict;
    }
    .layer.on {
      opacity: 1;
      transition: opacity ${fadeMillis}ms linear;
    }
    @media (prefers-reduced-motion: reduce) {
      .layer.on {
        transition: none;
      }
    }
  `;

  /** What takes turns now, in order. */
  @property({ attribute: false }) turns: readonly ScreenItem[] = [];
  @property({ attribute: false }) live: LiveContent | null = null;
  @property({ attribute: false }) fonts: Fonts | null = null;
  /** Whether a call is being sounded. */
  @property({ type: Boolean }) isDucked = false;
  /** Whether something lies over it: then nothing goes on. */
  @property({ type: Boolean }) isHeld = false;

  /** Set before it is connected. */
  files: FileSource | null = null;
  /** The hub's time as an instant. */
  instant: () => string = () => "";
  /** Hears what was shown, and how long. */
  played: (shown: Shown) => void = () => undefined;

  /** As large as it is laid out. */
  @state() private box: Pick<Room, "width" | "height"> | null = null;
  private readonly resized = new ResizeObserver(([entry]) => {
    const { width, height } = entry?.contentRect ?? { width: 0, height: 0 };
    if (width > 0 && height > 0) this.box = { width, height };
  });
  private readonly rounds = new Map<string, number>();
  private layers: ContentLayer[] = [];
  private onGlass: ContentLayer | null = null;
  private timer: ReturnType<typeof setInterval> | undefined;
  private player: Player<ContentLayer> | null = null;

  /** Id of the item on the glass. */
  get showing(): string | null {
    return this.player?.showing ?? null;
  }

  /** How many items could not be shown of late. */
  get broken(): number {
    return this.player?.broken ?? 0;
  }

  /** How the turn of the item on the glass is parted; null while there is none. */
  get paging(): Paging | null {
    return this.onGlass?.paging ?? null;
  }

  /** Turns to a page of the item on the glass, which stays there only while it is held. */
  turnTo(page: number): void {
    const { paging } = this;
    if (paging && page < paging.pages) this.player?.seek(page * paging.pageMillis);
  }

  /** Counts what has been shown so far: the page is about to go. */
  settle(): void {
    this.player?.settle();
  }

  override connectedCallback(): void {
    super.connectedCallback();
    this.player = new Player<ContentLayer>({
      stage: {
        make: (item, failed) => this.make(item, failed),
        show: (layer) => this.show(layer),
        discard: (layer) => this.take(layer),
      },
      monotonic: () => performance.now(),
      instant: () => this.instant(),
      played: (shown) => this.played(shown),
    });
    this.timer = setInterval(() => this.player?.tick(), tickMillis);
    this.resized.observe(this);
    void loadFaces().catch(() => undefined);
  }

  override disconnectedCallback(): void {
    clearInterval(this.timer);
    this.resized.disconnect();
    this.player?.close();
    this.player = null;
    for (const layer of [...this.layers]) this.take(layer);
    super.disconnectedCallback();
  }

  protected override updated(): void {
    for (const layer of this.layers) layer.follow(this.turns);
    this.player?.hold(this.isHeld);
    // Nothing can be made before it is known how large it must be.
    if (this.surroundings) this.player?.tick(this.turns);
  }

  private get surroundings(): Surroundings | null {
    const { live, fonts, box, isDucked } = this;
    return live && fonts && box ? { live, room: { ...fonts, ...box }, isDucked } : null;
  }

  private make(item: ScreenItem, failed: () => void): ContentLayer {
    const key = keyOf(item);
    const round = (this.rounds.get(key) ?? -1) + 1;
    this.rounds.set(key, round);
    for (const known of this.rounds.keys()) if (this.rounds.size > mostRounds) this.rounds.delete(known);
    const { files } = this;
    if (!files) throw new Error("the stage has its files before its first item");
    const layer = new ContentLayer({ item, files, round, failed, surroundings: () => this.surroundings });
    this.layers.push(layer);
    this.renderRoot.append(layer.element);
    return layer;
  }

  private show(layer: ContentLayer | null): void {
    const before = this.onGlass;
    this.onGlass = layer;
    if (layer) {
      // It was made after the one before, and so lies over it.
      layer.element.classList.add("on");
      if (before) setTimeout(() => this.take(before), before.element.isConnected ? fadeMillis + 60 : 0);
    } else {
      // What still lies below it, covered until now, must not be seen again.
      for (const each of this.layers.filter(({ element }) => element.classList.contains("on"))) this.take(each);
    }
    this.dispatchEvent(new Event("showing"));
  }

  private take(layer: ContentLayer): void {
    layer.release();
    this.layers = this.layers.filter((each) => each !== layer);
  }
}

declare global {
  interface HTMLElementTagNameMap {
    "ld-content-stage": ContentStage;
  }
}

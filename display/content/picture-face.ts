/**
 * `<ld-picture-face>`: an image, or the pages of a PDF one after the other. A picture is decoded before it is put on the
 * glass; of a long PDF two pages at most are held at once.
 */
import { html, LitElement, nothing } from "lit";
import { customElement, property } from "lit/decorators.js";
import { pick } from "../../shared/text/text.ts";
import { base } from "../../shared/ui/styles.ts";
import type { ScreenItem } from "../../shared/wire/lobby.ts";
import { captionOf } from "./caption.ts";
import type { Face, Paging } from "./face.ts";
import type { FileSource, OpenFile } from "./files.ts";
import { mediaFaceStyles } from "./media-face.styles.ts";
import type { Room } from "./room.ts";
import type { LiveContent } from "./sheet.ts";

/** A page that changes sooner would flicker. */
const leastPageMillis = 3_000;

interface Picture {
  readonly page: number;
  readonly image: HTMLImageElement;
  readonly file: OpenFile;
}

@customElement("ld-picture-face")
export class PictureFace extends LitElement implements Face {
  static override styles = [base, mediaFaceStyles];

  @property({ attribute: false }) item: ScreenItem | null = null;
  @property({ attribute: false }) live: LiveContent | null = null;
  @property({ attribute: false }) room: Room | null = null;

  files: FileSource | null = null;
  /** Hears that a page could not be shown. */
  failed: () => void = () => undefined;
  private shown: Picture | null = null;
  private next: Picture | null = null;
  private loading: number | null = null;
  private isReleased = false;

  async prepare(): Promise<void> {
    this.shown = await this.load(0);
    this.requestUpdate();
    await this.updateComplete;
  }

  begin(): void {
    this.loadAhead();
  }

  again(): void {
    this.turn(0);
  }

  hold(): void {
    // Pictures stand still by themselves.
  }

  turn(elapsedMillis: number): void {
    const page = Math.floor(elapsedMillis / this.pageMillis) % this.pages;
    if (page === this.shown?.page) return;
    if (this.next?.page !== page) {
      void this.bring(page);
      return;
    }
    this.drop(this.shown);
    this.shown = this.next;
    this.next = null;
    this.requestUpdate();
    this.loadAhead();
  }

  get paging(): Paging {
    const { pages, pageMillis } = this;
    return { page: this.shown?.page ?? 0, pages, pageMillis };
  }

  leftMillis(elapsedMillis: number): number {
    return Math.max(0, this.pages * this.pageMillis - elapsedMillis);
  }

  release(): void {
    this.isReleased = true;
    this.drop(this.shown);
    this.drop(this.next);
    this.shown = null;
    this.next = null;
  }

  override render() {
    const { item, live, room, shown } = this;
    if (!item || !live || !room) return nothing;
    return html`<div class="picture">${shown?.image ?? nothing}</div>
      ${captionOf(item, live, room)}`;
  }

  private get pages(): number {
    return Math.max(1, this.item?.files?.length ?? 1);
  }

  private get pageMillis(): number {
    const share = ((this.item?.seconds ?? 0) * 1_000) / this.pages;
    return this.pages === 1 ? share : Math.max(leastPageMillis, share);
  }

  private loadAhead(): void {
    if (this.pages > 1) void this.bring(((this.shown?.page ?? 0) + 1) % this.pages);
  }

  private async bring(page: number): Promise<void> {
    if (this.loading === page || this.next?.page === page) return;
    this.loading = page;
    try {
      const picture = await this.load(page);
      // Meanwhile another page may have been wanted, or none any more.
      if (this.isReleased || this.loading !== page) {
        this.drop(picture);
        return;
      }
      this.drop(this.next);
      this.next = picture;
    } catch {
      if (!this.isReleased) this.failed();
    } finally {
      if (this.loading === page) this.loading = null;
    }
  }

  private async load(page: number): Promise<Picture> {
    const described = this.item?.files?.[page];
    if (!described || !this.files) throw new Error("the item has no such page");
    const file = await this.files.open(described);
    try {
      const image = new Image();
      image.alt = this.item && this.live ? pick(this.item.title, this.live.languages[0] ?? "zh") : "";
      image.src = file.url;
      await image.decode();
      if (this.isReleased) throw new Error("nobody waits for it any more");
      return { page, image, file };
    } catch (error) {
      file.release();
      throw error;
    }
  }

  private drop(picture: Picture | null): void {
    picture?.file.release();
    picture?.image.removeAttribute("src");
  }
}

declare global {
  interface HTMLElementTagNameMap {
    "ld-picture-face": PictureFace;
  }
}

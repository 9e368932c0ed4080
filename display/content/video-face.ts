/**
 * `<ld-video-face>`: a video, once through, or as far as its turn is set. It begins when it stands on the glass, is turned down while a call
 * sounds, and where it is held it goes on from where it was.
 */
import { html, LitElement, nothing } from "lit";
import { customElement, property } from "lit/decorators.js";
import { turnSeconds } from "../../shared/domain/programme.ts";
import { base } from "../../shared/ui/styles.ts";
import type { ScreenItem } from "../../shared/wire/lobby.ts";
import { captionOf } from "./caption.ts";
import type { Face } from "./face.ts";
import type { FileSource, OpenFile } from "./files.ts";
import { mediaFaceStyles } from "./media-face.styles.ts";
import type { Room } from "./room.ts";
import type { LiveContent } from "./sheet.ts";

const duckedVolume = 0.1;
/** A video that has not moved for so long does not move any more. */
const stuckMillis = 10_000;

@customElement("ld-video-face")
export class VideoFace extends LitElement implements Face {
  static override styles = [base, mediaFaceStyles];

  @property({ attribute: false }) item: ScreenItem | null = null;
  @property({ attribute: false }) live: LiveContent | null = null;
  @property({ attribute: false }) room: Room | null = null;
  /** Whether a call is being sounded. */
  @property({ type: Boolean }) isDucked = false;

  files: FileSource | null = null;
  /** Hears that it plays no longer. */
  failed: () => void = () => undefined;
  private readonly video = document.createElement("video");
  private file: OpenFile | null = null;
  private isHeld = false;
  private hasEnded = false;
  private isReleased = false;
  /** Where it was when it last moved, and how much of its turn was over then. */
  private moved = { seconds: 0, elapsedMillis: 0 };

  async prepare(): Promise<void> {
    const described = this.item?.files?.[0];
    if (!described || !this.files) throw new Error("the item has no video");
    const file = await this.files.open(described);
    if (this.isReleased) {
      file.release();
      throw new Error("nobody waits for it any more");
    }
    this.file = file;
    const { video } = this;
    video.preload = "auto";
    video.playsInline = true;
    video.disablePictureInPicture = true;
    this.soundAsWanted();
    const canPlay = new Promise<void>((resolve, reject) => {
      video.oncanplay = () => resolve();
      video.onerror = () => reject(new Error("the browser cannot play it"));
    });
    video.src = file.url;
    video.load();
    await canPlay;
    video.onerror = () => this.failed();
    video.onended = () => (this.hasEnded = true);
    await this.updateComplete;
  }

  begin(): void {
    this.moved = { seconds: 0, elapsedMillis: 0 };
    if (!this.isHeld) void this.play();
  }

  again(): void {
    this.hasEnded = false;
    this.video.currentTime = 0;
    this.begin();
  }

  hold(isHeld: boolean): void {
    this.isHeld = isHeld;
    if (isHeld) this.video.pause();
    else if (!this.hasEnded) void this.play();
  }

  turn(elapsedMillis: number): void {
    const { currentTime } = this.video;
    if (this.isHeld || this.hasEnded || currentTime !== this.moved.seconds)
      this.moved = { seconds: currentTime, elapsedMillis };
    else if (elapsedMillis - this.moved.elapsedMillis > stuckMillis) this.failed();
  }

  leftMillis(elapsedMillis: number): number {
    if (this.hasEnded) return 0;
    const { duration, currentTime } = this.video;
    const seconds = this.item?.seconds ?? 0;
    if (!Number.isFinite(duration)) return Math.max(0, seconds * 1_000 - elapsedMillis);
    // By its own place: one that began late is not cut short for it. At its end it tells by itself.
    const left = (turnSeconds(seconds, duration) - currentTime) * 1_000;
    return seconds < duration ? Math.max(0, left) : Math.max(1, left);
  }

  release(): void {
    this.isReleased = true;
    const { video } = this;
    video.oncanplay = null;
    video.onended = null;
    video.onerror = null;
    video.pause();
    // Only so does the browser let go of what it has decoded.
    video.removeAttribute("src");
    video.load();
    this.file?.release();
    this.file = null;
  }

  override render() {
    const { item, live, room } = this;
    if (!item || !live || !room) return nothing;
    return html`<div class="picture">${this.video}</div>
      ${captionOf(item, live, room)}`;
  }

  protected override updated(): void {
    this.soundAsWanted();
  }

  private soundAsWanted(): void {
    this.video.volume = this.isDucked ? duckedVolume : 1;
  }

  /** A browser that keeps pages silent still plays what is muted. */
  private async play(): Promise<void> {
    const { video } = this;
    try {
      await video.play();
    } catch (error) {
      if (this.isReleased || !(error instanceof DOMException) || error.name !== "NotAllowedError") return;
      video.muted = true;
      // A pause that comes meanwhile, for a call, breaks it off: that is no failure.
      await video.play().catch((reason: unknown) => {
        if (!this.isReleased && !(reason instanceof DOMException && reason.name === "AbortError")) this.failed();
      });
    }
  }
}

declare global {
  interface HTMLElementTagNameMap {
    "ld-video-face": VideoFace;
  }
}

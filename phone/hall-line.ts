/** What anyone may know of the hall, asked for again and again, with its age where the hub is away. */
import type { ApiAnswer } from "../shared/ui/api.ts";
import type { HallNow } from "../shared/wire/hall.ts";

export type HallPicture =
  | { readonly is: "opening" }
  | { readonly is: "away" }
  /** `asOf` is an instant in the hall's offset. */
  | { readonly is: "here"; readonly hall: HallNow; readonly isFresh: boolean; readonly asOf: string };

export interface HallLinePorts {
  readonly ask: () => Promise<ApiAnswer<HallNow>>;
  readonly changed: (picture: HallPicture) => void;
  /** How often to ask; null: only until the first answer. */
  readonly everyMillis: number | null;
}

const retryMillis = 5_000;

export class HallLine {
  private picture: HallPicture = { is: "opening" };
  private timer: ReturnType<typeof setTimeout> | undefined;
  private isStopped = false;

  constructor(private readonly ports: HallLinePorts) {
    void this.ask();
  }

  /** Asks at once. */
  async ask(): Promise<void> {
    clearTimeout(this.timer);
    const answer = await this.ports.ask();
    if (this.isStopped) return;
    if (answer.ok) this.become({ is: "here", hall: answer.value, isFresh: true, asOf: answer.value.now });
    else if (this.picture.is === "here") this.become({ ...this.picture, isFresh: false });
    else this.become({ is: "away" });
    const pause = answer.ok ? this.ports.everyMillis : retryMillis;
    clearTimeout(this.timer);
    if (pause !== null) this.timer = setTimeout(() => void this.ask(), pause);
  }

  stop(): void {
    this.isStopped = true;
    clearTimeout(this.timer);
  }

  private become(picture: HallPicture): void {
    this.picture = picture;
    this.ports.changed(picture);
  }
}

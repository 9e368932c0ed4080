/** What anyone may know of the hall, asked for again and again, with its age where the hub is away. */
import type { ApiAnswer } from "../shared/ui/api.ts";
import { HallKeeper } from "../shared/ui/hall-keeper.ts";
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

export class HallLine {
  private picture: HallPicture = { is: "opening" };
  private readonly keeper: HallKeeper;

  constructor(private readonly ports: HallLinePorts) {
    const { ask, everyMillis } = ports;
    this.keeper = new HallKeeper((hall) => this.become({ is: "here", hall, isFresh: true, asOf: hall.now }), {
      ask,
      failed: () => this.become(this.picture.is === "here" ? { ...this.picture, isFresh: false } : { is: "away" }),
      ...(everyMillis !== null && { everyMillis }),
    });
    void this.keeper.load();
  }

  /** Asks at once. */
  ask(): Promise<void> {
    return this.keeper.load();
  }

  stop(): void {
    this.keeper.close();
  }

  private become(picture: HallPicture): void {
    this.picture = picture;
    this.ports.changed(picture);
  }
}

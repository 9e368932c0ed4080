/** One item behind or on the glass: its layer, and in it the face that its kind asks for, loaded when it is first wanted. */
import type { ScreenItem } from "../../shared/wire/lobby.ts";
import type { Face, Paging } from "./face.ts";
import type { FileSource } from "./files.ts";
import type { Room } from "./room.ts";
import type { LiveContent } from "./sheet.ts";
import { keyOf } from "./turns.ts";

/** What a face needs from around it; it changes while the face stands. */
export interface Surroundings {
  readonly live: LiveContent;
  readonly room: Room;
  readonly isDucked: boolean;
}

export interface LayerOptions {
  readonly item: ScreenItem;
  readonly files: FileSource;
  readonly surroundings: () => Surroundings | null;
  /** How often the item has had its turn. */
  readonly round: number;
  readonly failed: () => void;
}

type FaceElement = HTMLElement &
  Face & { item: ScreenItem | null; live: LiveContent | null; room: Room | null; isDucked?: boolean };

export class ContentLayer implements Face {
  readonly element = document.createElement("div");
  private face: FaceElement | null = null;
  private isReleased = false;

  constructor(private readonly options: LayerOptions) {
    this.element.className = "layer";
    this.element.dataset["item"] = options.item.id;
    this.element.dataset["kind"] = options.item.kind;
  }

  async prepare(): Promise<void> {
    const face = await faceOf(this.options);
    if (this.isReleased) throw new Error("nobody waits for it any more");
    this.face = face;
    this.follow();
    this.element.append(face);
    await face.prepare();
  }

  /** Takes over what has changed around it, and in what it shows: a feed's entries change within a version. */
  follow(items: readonly ScreenItem[] = []): void {
    const around = this.options.surroundings();
    if (!this.face || !around) return;
    const own = keyOf(this.options.item);
    this.face.item = items.find((item) => keyOf(item) === own) ?? this.face.item;
    this.face.live = around.live;
    this.face.room = around.room;
    if ("isDucked" in this.face) this.face.isDucked = around.isDucked;
  }

  begin(): void {
    this.face?.begin();
  }

  again(): void {
    this.face?.again();
  }

  turn(elapsedMillis: number): void {
    this.face?.turn(elapsedMillis);
  }

  get paging(): Paging {
    return this.face?.paging ?? { page: 0, pages: 1, pageMillis: this.options.item.seconds * 1_000 };
  }

  leftMillis(elapsedMillis: number): number {
    return this.face?.leftMillis(elapsedMillis) ?? 0;
  }

  hold(isHeld: boolean): void {
    this.face?.hold(isHeld);
  }

  release(): void {
    this.isReleased = true;
    this.face?.release();
    this.face = null;
    this.element.remove();
  }
}

async function faceOf({ item, files, failed, round }: LayerOptions): Promise<FaceElement> {
  switch (item.kind) {
    case "notice":
    case "guide":
    case "feed":
    case "waiting":
    case "counters":
    case "today": {
      await import("./text-face.ts");
      return Object.assign(document.createElement("ld-text-face"), { item, round });
    }
    case "image":
    case "pdf": {
      await import("./picture-face.ts");
      return Object.assign(document.createElement("ld-picture-face"), { item, files, failed });
    }
    case "video": {
      await import("./video-face.ts");
      return Object.assign(document.createElement("ld-video-face"), { item, files, failed });
    }
    case "qr":
    case "clock": {
      await import("./card-face.ts");
      return Object.assign(document.createElement("ld-card-face"), { item });
    }
    case "ticker":
      throw new Error("a ticker has a line of its own");
    default:
      return item.kind satisfies never;
  }
}

/** Loads what faces are made of before it is wanted: the hub may be away by then. */
export async function loadFaces(): Promise<void> {
  await Promise.all([
    import("./text-face.ts"),
    import("./clean-html.ts"),
    import("./picture-face.ts"),
    import("./video-face.ts"),
    import("./card-face.ts"),
  ]);
}

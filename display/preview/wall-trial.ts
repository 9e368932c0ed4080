/** A lobby screen that hangs nowhere: the hall and its calls as anyone may know them, and what somebody writes for it. */
import { screenDefaults } from "../../shared/domain/screen-defaults.ts";
import { HallKeeper } from "../../shared/ui/hall-keeper.ts";
import { HubConnection } from "../../shared/ui/hub.ts";
import type { WallWanted } from "../../shared/ui/wall-preview.ts";
import type { HallNow } from "../../shared/wire/hall.ts";
import type { LobbyEvent, LobbySnapshot } from "../../shared/wire/live.ts";
import type { ScreenFile, ScreenItem, ScreenSettings } from "../../shared/wire/lobby.ts";
import type { OpenFile } from "../content/files.ts";
import type { LobbyTrial, OnStage } from "../lobby/lobby-work.ts";
import { blankPicture, fold, pictureOf, type Picture } from "../lobby/picture.ts";
import { busyHall, type BusyHall } from "./busy-hall.ts";

const hallEveryMillis = 30_000;
/** Editions of an item within one version of it. */
const mostEditions = 100_000;

export class WallTrial extends EventTarget implements LobbyTrial {
  readonly hasPicture = true;
  readonly calls = { hasPicture: true, painted: () => undefined };
  readonly plays = { add: () => undefined };
  readonly isSpokenOver = false;
  readonly joinAddress = null;
  readonly identifying = null;
  stage: OnStage | null = null;
  private readonly hub = new HubConnection();
  private readonly halls = new HallKeeper(
    (hall) => {
      this.hall = hall;
      this.changed();
    },
    { everyMillis: hallEveryMillis },
  );
  private hall: HallNow | null = null;
  private live: Picture = blankPicture;
  private wanted: WallWanted | null = null;
  /** Grows with what cannot be taken over while it stands: its files, and what could not be shown before. */
  private edition = 0;

  constructor() {
    super();
    void this.halls.load();
    this.hub.watch("lobby", {
      // The hub promises these shapes for this topic.
      snapshot: (data) => this.knows(pictureOf(data as LobbySnapshot)),
      event: (event, seq) => this.knows(fold(this.live, event as unknown as LobbyEvent, seq)),
    });
  }

  get line() {
    const { hub, hall } = this;
    return {
      hall,
      isLost: false,
      staleSince: null,
      now: () => hub.now(),
      instant: () => hub.instant(),
      emergency: () => null,
    };
  }

  get settings(): ScreenSettings {
    return this.wanted?.settings ?? screenDefaults;
  }

  get picture(): Picture {
    return this.busy.picture;
  }

  get isMadeUp(): boolean {
    return this.busy.isMadeUp;
  }

  get sound() {
    const [newest] = this.wanted?.isCalling === true ? this.picture.calls : [];
    return { unsounded: new Set(newest ? [newest.seq] : []), soundingSeq: null, isBlocked: false };
  }

  get items(): readonly ScreenItem[] {
    return (this.wanted?.items ?? []).map((item) => ({
      ...item,
      version: item.version * mostEditions + this.edition,
      schedule: {},
      priority: 0,
    }));
  }

  want(wanted: WallWanted): void {
    const before = this.wanted;
    this.wanted = wanted;
    const hasChanged = JSON.stringify(before?.items) !== JSON.stringify(wanted.items);
    const isAnother = keptOf(before) !== keptOf(wanted);
    if (hasChanged && (isAnother || (this.stage?.showing ?? null) === null)) this.edition += 1;
    this.changed();
  }

  /** Straight from the hub: nothing is kept for a trial. */
  open({ url }: ScreenFile): Promise<OpenFile> {
    return Promise.resolve({ url, release: () => undefined });
  }

  tick(): void {
    // The time is the hub's, and whatever else changes is told.
  }

  close(): void {
    this.hub.close();
    this.halls.close();
  }

  private get busy(): BusyHall {
    const { hall, live, hub } = this;
    return hall ? busyHall(hall, live, hub.instant()) : { picture: live, isMadeUp: false };
  }

  private knows(picture: Picture): void {
    this.live = picture;
    this.changed();
  }

  private changed(): void {
    this.dispatchEvent(new Event("change"));
  }
}

/** What a face takes when it is made, and never after. */
function keptOf(wanted: WallWanted | null): string {
  return JSON.stringify(wanted?.items.map(({ id, kind, files, service }) => [id, kind, files, service]));
}

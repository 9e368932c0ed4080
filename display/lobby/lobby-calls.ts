/**
 * The calls of a lobby screen: its picture, kept through losses and restarts, handed to who sounds them, and reported
 * to the hub when they are seen and heard. Dispatches `change`.
 */
import type { HubConnection } from "../../shared/ui/hub.ts";
import type { LobbyEvent, LobbySnapshot } from "../../shared/wire/live.ts";
import type { Announcer } from "./announcer.ts";
import type { NearbyVoice } from "./nearby-voice.ts";
import { blankPicture, fold, isAwaited, pictureOf, type Picture } from "./picture.ts";

/** Calls that wait to be reported as painted; a page in the background paints none. */
const mostUnpainted = 100;
/** The panel asks no more whether an older call stands on the glass. */
const askedMillis = 60_000;
/** Calls that wait to be said, and those that never are. */
const mostUnsaid = 100;

/** What this needs of a screen's line. */
export interface CallsLine {
  readonly hub: Pick<HubConnection, "watch" | "seen">;
  /** The hub's time as an instant. */
  instant(): string;
  reloadHall(): void;
}

/** Who says calls: this screen itself, and others that are heard here. */
export interface CallVoices {
  readonly announcer: Announcer;
  readonly nearby: NearbyVoice;
}

export class LobbyCalls extends EventTarget {
  picture: Picture = blankPicture;
  /** Whether the hub has told its calls at all. */
  hasPicture = false;
  private unpainted: readonly number[] = [];
  /** By `seq`, when the calls that were reported as painted were made; a restored hub gives a `seq` anew. */
  private readonly reported = new Map<number, string>();
  /** When each of the calls that are not said yet came to stand on the glass. */
  private readonly paintedAt = new Map<number, string>();
  private end: () => void;

  constructor(
    private readonly line: CallsLine,
    private readonly voices: CallVoices,
    /** Whether this screen says a call at all. */
    private readonly isOwn: (call: { readonly area: string }) => boolean = () => true,
  ) {
    super();
    this.end = this.watch();
  }

  /** Tells the hub which of the calls that came in stand on the glass now. */
  painted(shown: ReadonlySet<number>): void {
    const at = this.line.instant();
    const newest = Math.max(...shown);
    for (const seq of this.unpainted) {
      if (!shown.has(seq)) continue;
      this.line.hub.seen("lobby", seq, at);
      this.paintedAt.set(seq, at);
      const call = this.picture.calls.find((each) => each.seq === seq);
      if (call) this.reported.set(seq, call.at);
    }
    for (const seq of this.reported.keys()) if (this.reported.size > mostUnpainted) this.reported.delete(seq);
    for (const seq of this.paintedAt.keys()) if (this.paintedAt.size > mostUnsaid) this.paintedAt.delete(seq);
    // What came in since then stands on the glass a frame later.
    this.unpainted = this.unpainted.filter((seq) => seq > newest);
  }

  /** Tells the hub that a call is being said. A page in the background may say what it has not painted. */
  spoken(seq: number): void {
    this.line.hub.seen("lobby", seq, this.paintedAt.get(seq), this.line.instant());
    this.paintedAt.delete(seq);
  }

  private watch(): () => void {
    return this.line.hub.watch("lobby", {
      // The hub promises these shapes for this topic.
      snapshot: (data) => this.begin(data as LobbySnapshot),
      event: (event, seq) => this.happened(event as unknown as LobbyEvent, seq),
    });
  }

  /** The hall has another file, with other counters: only how all stands now tells which. */
  private beginAnew(): void {
    this.end();
    this.end = this.watch();
  }

  private begin(snapshot: LobbySnapshot): void {
    const isOtherDay = this.hasPicture && this.picture.date !== snapshot.date;
    this.picture = pictureOf(snapshot);
    this.hasPicture = true;
    if (isOtherDay) this.line.reloadHall();
    const own = this.picture.calls.filter((call) => this.isOwn(call));
    this.voices.announcer.listed(own, (call) => isAwaited(this.picture, call));
    this.expectPainted();
    this.dispatchEvent(new Event("change"));
  }

  /** A young call that no event told of, but a list, is to be reported as any other. */
  private expectPainted(): void {
    const now = Date.parse(this.line.instant());
    const young = this.picture.calls.filter(
      ({ seq, at }) => now - Date.parse(at) < askedMillis && this.reported.get(seq) !== at,
    );
    const listed = young.map(({ seq }) => seq).filter((seq) => !this.unpainted.includes(seq));
    this.unpainted = [...this.unpainted, ...listed].slice(-mostUnpainted);
  }

  private happened(event: LobbyEvent, seq: number | undefined): void {
    const { announcer, nearby } = this.voices;
    this.picture = fold(this.picture, event, seq);
    if (event.type === "called" && seq !== undefined) {
      this.unpainted = [...this.unpainted, seq].slice(-mostUnpainted);
      if (this.isOwn(event)) announcer.called({ ...event, seq });
      nearby.called({ ...event, seq });
    }
    if (event.type === "left" || event.type === "withdrawn")
      for (const voice of [announcer, nearby]) voice.gone(event.number);
    if (event.type === "counter") for (const voice of [announcer, nearby]) voice.counterChanged(event.counter);
    if (event.type === "speak") announcer.renamed(event);
    if (event.type === "saying") nearby.saying(event);
    if (event.type === "day") for (const voice of [announcer, nearby]) voice.newDay();
    if (event.type === "day" || event.type === "hall") this.line.reloadHall();
    if (event.type === "hall") this.beginAnew();
    this.dispatchEvent(new Event("change"));
  }
}

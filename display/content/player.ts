/**
 * Lets items take turns on the glass. The next one is prepared behind the glass and swapped in only when it can be painted
 * at once; one that cannot is passed over for a while and reported. What is withdrawn goes at the next tick, whatever
 * is ready. Knows no document: what is on the glass is a stage's affair.
 */
import type { ScreenItem } from "../../shared/wire/lobby.ts";
import type { Face } from "./face.ts";
import { keyOf, nextTurn } from "./turns.ts";

export interface Stage<F extends Face> {
  /** Makes an item's face behind the glass. `failed`: it can be shown no longer. */
  make(item: ScreenItem, failed: () => void): F;
  /** Puts a face on the glass in place of the one before, which then leaves; null: nothing of ours. */
  show(face: F | null): void;
  /** Takes a face away that was never shown. */
  discard(face: F): void;
}

/** What was shown: as it is told to the hub. */
export interface Shown {
  readonly item: string;
  readonly version: number;
  readonly at: string;
  readonly seconds: number;
}

export interface PlayerOptions<F extends Face> {
  readonly stage: Stage<F>;
  /** Milliseconds that no setting of a clock changes. */
  readonly monotonic: () => number;
  /** The hub's time as an instant. */
  readonly instant: () => string;
  readonly played: (shown: Shown) => void;
}

interface OnGlass<F> {
  readonly item: ScreenItem;
  readonly face: F;
  elapsedMillis: number;
  at: string;
  /** A newer version of it is published, and comes as soon as it can be painted. */
  isOutdated: boolean;
}

interface Coming<F> {
  readonly item: ScreenItem;
  readonly face: F;
  isReady: boolean;
}

/** What could not be shown is tried again after so long. */
const passedOverMillis = 60_000;
/** Whoever takes longer to load than this counts as broken. */
const prepareMillis = 20_000;
/** Two videos are decoded at once no longer than this. */
const heavyLeadMillis = 8_000;

export class Player<F extends Face> {
  private current: OnGlass<F> | null = null;
  private next: Coming<F> | null = null;
  private place = -1;
  private turns: readonly ScreenItem[] = [];
  private readonly passedOver = new Map<string, number>();
  private tickedAt: number;
  private isHeld = false;

  constructor(private readonly options: PlayerOptions<F>) {
    this.tickedAt = options.monotonic();
  }

  /** Id of the item on the glass. */
  get showing(): string | null {
    return this.current?.item.id ?? null;
  }

  /** How many items cannot be shown now. */
  get broken(): number {
    return this.passedOver.size;
  }

  /** To be called several times a second, and at once when what takes turns has changed. */
  tick(turns: readonly ScreenItem[] = this.turns): void {
    this.turns = turns;
    const now = this.options.monotonic();
    if (this.current && !this.isHeld) this.current.elapsedMillis += now - this.tickedAt;
    this.tickedAt = now;
    for (const [key, until] of this.passedOver)
      if (now >= until || !turns.some((item) => keyOf(item) === key)) this.passedOver.delete(key);
    this.keepPlace();
    this.current?.face.turn(this.current.elapsedMillis);
    this.chooseNext();
    this.swapWhenDue();
  }

  /** Something lies over the content, or does no longer; turns stand still meanwhile. */
  hold(isHeld: boolean): void {
    if (isHeld === this.isHeld) return;
    this.tick();
    this.isHeld = isHeld;
    this.current?.face.hold(isHeld);
  }

  /** Goes to a moment of the present item's turn. */
  seek(elapsedMillis: number): void {
    const { current } = this;
    if (!current || current.elapsedMillis === elapsedMillis) return;
    current.elapsedMillis = elapsedMillis;
    current.face.turn(elapsedMillis);
  }

  /** Counts what has been shown of the present item so far: the page is about to go. */
  settle(): void {
    if (this.current) this.count(this.current);
  }

  close(): void {
    this.settle();
    this.dropNext();
    if (this.current) this.options.stage.show(null);
    this.current = null;
  }

  /**
   * Where the present item stands in the list. What has left the list leaves the glass; what has a new version stays until
   * that one can be painted, or turns out not to be.
   */
  private keepPlace(): void {
    const { current, turns } = this;
    if (!current) return;
    const place = turns.findIndex((item) => keyOf(item) === keyOf(current.item));
    if (place >= 0) {
      this.place = place;
      return;
    }
    const renewed = turns.findIndex(({ id }) => id === current.item.id);
    const newer = turns[renewed];
    this.place = Math.max(-1, (renewed >= 0 ? renewed : this.place) - 1);
    current.isOutdated = newer !== undefined && !this.passedOver.has(keyOf(newer));
    if (current.isOutdated) return;
    this.leave();
    this.chooseNext();
    if (this.next?.isReady === true) this.swap(this.next);
    else this.options.stage.show(null);
  }

  private leave(): void {
    if (this.current) this.count(this.current);
    this.current = null;
  }

  private chooseNext(): void {
    const { current, next } = this;
    const wanted = nextTurn(this.turns, this.place, (item) => this.passedOver.has(keyOf(item)));
    const isAlone = wanted !== null && current !== null && keyOf(wanted) === keyOf(current.item);
    if (next && (wanted === null || isAlone || keyOf(next.item) !== keyOf(wanted))) this.dropNext();
    if (wanted === null || isAlone || this.next) return;
    const left = current?.face.leftMillis(current.elapsedMillis) ?? 0;
    if (wanted.kind !== "video" || left <= heavyLeadMillis || current?.isOutdated === true) this.prepare(wanted);
  }

  private prepare(item: ScreenItem): void {
    const { stage } = this.options;
    const face: F = stage.make(item, () => this.failed(face));
    const coming: Coming<F> = { item, face, isReady: false };
    this.next = coming;
    const late = setTimeout(() => this.failed(face), prepareMillis);
    face
      .prepare()
      .then(
        () => {
          coming.isReady = true;
          if (this.next === coming) this.swapWhenDue();
        },
        () => this.failed(face),
      )
      .finally(() => clearTimeout(late));
  }

  private failed(face: F): void {
    const which = [this.next, this.current].find((each) => each?.face === face);
    if (!which) return;
    this.passedOver.set(keyOf(which.item), this.options.monotonic() + passedOverMillis);
    if (this.next?.face === face) this.dropNext();
    else this.cutShort();
    this.tick();
  }

  /** The item on the glass cannot go on: the next one comes, or nothing of ours stands there. */
  private cutShort(): void {
    this.leave();
    if (this.next?.isReady === true) this.swap(this.next);
    else this.options.stage.show(null);
  }

  private swapWhenDue(): void {
    const { current, next } = this;
    const isOutdated = current?.isOutdated === true;
    // Below what lies over it something of the hall's may as well begin, but nothing goes on.
    if (this.isHeld && current && !isOutdated) return;
    const isOver = current === null || isOutdated || current.face.leftMillis(current.elapsedMillis) <= 0;
    if (!isOver) return;
    if (next?.isReady === true) this.swap(next);
    else if (current && !isOutdated && !next && this.turns.length > 0) this.goOn(current);
  }

  private swap({ item, face }: Coming<F>): void {
    this.leave();
    this.next = null;
    this.options.stage.show(face);
    this.place = this.turns.findIndex((each) => keyOf(each) === keyOf(item));
    this.current = { item, face, elapsedMillis: 0, at: this.options.instant(), isOutdated: false };
    face.begin();
    face.hold(this.isHeld);
    face.turn(0);
    this.chooseNext();
  }

  /** Nothing else can be shown: its turn begins anew. */
  private goOn(current: OnGlass<F>): void {
    this.count(current);
    current.face.again();
  }

  private count(current: OnGlass<F>): void {
    const { id: item, version } = current.item;
    const seconds = Math.round(current.elapsedMillis / 100) / 10;
    if (seconds > 0) this.options.played({ item, version, at: current.at, seconds });
    current.elapsedMillis = 0;
    current.at = this.options.instant();
  }

  private dropNext(): void {
    if (this.next) this.options.stage.discard(this.next.face);
    this.next = null;
  }
}

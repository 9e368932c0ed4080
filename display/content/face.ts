/** How a turn is parted: the page that is seen, of how many, and how long each stands. */
export interface Paging {
  readonly page: number;
  readonly pages: number;
  readonly pageMillis: number;
}

/** What stands on the glass for one item while its turn lasts. */
export interface Face {
  /** Ends once all of it is loaded and decoded, so that it can be painted at once; fails where it cannot be shown. */
  prepare(): Promise<void>;
  /** It stands on the glass from now on. */
  begin(): void;
  /** Its turn begins anew without its leaving the glass. */
  again(): void;
  /** Turns its pages. @param elapsedMillis of its turn. */
  turn(elapsedMillis: number): void;
  /** Absent where a turn has one page alone. */
  readonly paging?: Paging;
  /** How much is left of its turn; 0 once it is over. */
  leftMillis(elapsedMillis: number): number;
  /** Something lies over it: what moves stands still until it is given back. */
  hold(isHeld: boolean): void;
  /** Stops and lets go of everything it holds. */
  release(): void;
}

/**
 * Knows when calls stand on the glass: two frames after they were rendered they are painted.
 * `data-painted-seq` on the root tells whoever measures which call was painted last.
 */
export class PaintWatch {
  private renderedSeq: number | undefined;

  /** @param painted hears the `seq` of all calls that stand on the glass, after each frame that brought a new one. */
  constructor(private readonly painted: (shown: ReadonlySet<number>) => void) {}

  /** To be told at every rendering which calls it holds, newest first. */
  rendered(seqs: readonly number[]): void {
    const newest = seqs[0];
    // A page in the background paints nothing, and its frames would only pile up.
    if (newest === undefined || newest === this.renderedSeq || document.hidden) return;
    this.renderedSeq = newest;
    requestAnimationFrame(() => requestAnimationFrame(() => this.stands(newest, seqs)));
  }

  private stands(newest: number, seqs: readonly number[]): void {
    document.documentElement.dataset["paintedSeq"] = String(newest);
    this.painted(new Set(seqs));
  }
}

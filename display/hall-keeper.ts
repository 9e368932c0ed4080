/** Keeps what anyone may know of the hall: loads it, again and again until the hub answers, and anew when told. */
import { request } from "../shared/ui/api.ts";
import type { HallNow } from "../shared/wire/hall.ts";

const retryMillis = 5_000;

export class HallKeeper {
  private retry: ReturnType<typeof setTimeout> | undefined;
  private loads = 0;
  private isClosed = false;

  constructor(private readonly changed: (hall: HallNow) => void) {}

  /** Asks the hub; an answer that a later question overtook is dropped. */
  async load(): Promise<void> {
    clearTimeout(this.retry);
    this.loads += 1;
    const load = this.loads;
    const answer = await request<HallNow>("GET", "/api/hall");
    if (this.isClosed || load !== this.loads) return;
    if (answer.ok) this.changed(answer.value);
    else this.retry = setTimeout(() => void this.load(), retryMillis);
  }

  close(): void {
    this.isClosed = true;
    clearTimeout(this.retry);
  }
}

/**
 * Keeps the code with which a phone in the hall may take a number: asks for a new one before the old one ends.
 * Only a paired screen gets one.
 */
import { request } from "../../shared/ui/api.ts";
import type { JoinCode } from "../../shared/wire/hall.ts";

/** Somebody may scan at the last moment and still needs time to choose. */
const earlyMillis = 60_000;
const leastMillis = 10_000;
const retryMillis = 30_000;

export class JoinCodeKeeper {
  private timer: ReturnType<typeof setTimeout> | undefined;
  private isOn = false;

  /**
   * @param now the hub's time in milliseconds.
   * @param changed hears the address to scan; null while there is none.
   */
  constructor(
    private readonly token: string,
    private readonly now: () => number,
    private readonly changed: (address: string | null) => void,
  ) {}

  /** Begins or ends asking; the same again changes nothing. */
  keep(isOn: boolean): void {
    if (isOn === this.isOn) return;
    this.isOn = isOn;
    clearTimeout(this.timer);
    if (isOn) void this.ask();
    else this.changed(null);
  }

  private async ask(): Promise<void> {
    const answer = await request<JoinCode>("GET", "/api/join", { token: this.token });
    if (!this.isOn) return;
    const code = answer.ok ? answer.value : null;
    this.changed(code?.url ?? null);
    const left = code ? Date.parse(code.expiresAt) - this.now() - earlyMillis : retryMillis;
    this.timer = setTimeout(() => void this.ask(), Math.max(leastMillis, left));
  }
}

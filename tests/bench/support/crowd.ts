/** A crowd of live clients, and how long a frame took to reach the last of them. */
import type { Headers } from "./people.ts";
import { startPart, type Program } from "./programs.ts";

export interface CrowdOptions {
  readonly hub: Program;
  readonly clients: number;
  /** Text that the frames to be timed bear and no others. */
  readonly marker: string;
  readonly headers?: Headers;
  /** What each client sends first. */
  readonly hello?: object;
}

/** When the first and the last client had a frame, in nanoseconds of the machine's monotonic clock. */
export interface Reached {
  readonly firstAt: bigint;
  readonly lastAt: bigint;
}

export class Crowd {
  #heard: ((reached: Reached) => void) | null = null;

  private constructor(private readonly listeners: { program: Program | null }) {}

  static async gather({ hub, clients, marker, headers = {}, hello }: CrowdOptions): Promise<Crowd> {
    const listeners: { program: Program | null } = { program: null };
    const crowd = new Crowd(listeners);
    const address = `${hub.url.replace(/^http/, "ws")}/live`;
    listeners.program = await startPart("support/listeners", {
      args: [address, String(clients), marker, JSON.stringify(headers), hello ? JSON.stringify(hello) : ""],
      onMessage: (message) => crowd.#report(message),
    });
    return crowd;
  }

  /** Resolves when the next marked frame has reached everybody; to be asked for before it is sent. */
  reached(): Promise<Reached> {
    return new Promise((resolve) => (this.#heard = resolve));
  }

  async disperse(): Promise<void> {
    await this.listeners.program?.stop();
  }

  #report(message: unknown): void {
    // Written by `listeners.ts`, which sends nothing else.
    const { firstAt, lastAt } = message as { firstAt: string; lastAt: string };
    this.#heard?.({ firstAt: BigInt(firstAt), lastAt: BigInt(lastAt) });
    this.#heard = null;
  }
}

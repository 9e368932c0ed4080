/** Which devices are connected, and when each was last heard of. */
import type { Millis } from "../../shared/domain/vocabulary.ts";

export class Presence {
  readonly #connections = new Map<string, number>();
  readonly #lastSeen = new Map<string, Millis>();

  /** A device has connected; the returned function says that it has gone. */
  arrived(device: string, at: Millis): () => void {
    this.#connections.set(device, (this.#connections.get(device) ?? 0) + 1);
    this.heard(device, at);
    let hasLeft = false;
    return () => {
      if (hasLeft) return;
      hasLeft = true;
      this.#connections.set(device, (this.#connections.get(device) ?? 1) - 1);
    };
  }

  heard(device: string, at: Millis): void {
    this.#lastSeen.set(device, at);
  }

  of(device: string): { readonly connected: boolean; readonly lastSeenAt: Millis | null } {
    return { connected: (this.#connections.get(device) ?? 0) > 0, lastSeenAt: this.#lastSeen.get(device) ?? null };
  }
}

/** Which devices are connected, and when each was last heard of. */
import type { Millis, SoundState } from "../../shared/domain/vocabulary.ts";

export class Presence {
  readonly #connections = new Map<string, number>();
  readonly #lastSeen = new Map<string, Millis>();
  readonly #sounds = new Map<string, SoundState>();

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

  /** A screen tells whether it can sound anything. */
  sounds(device: string, sound: SoundState): void {
    this.#sounds.set(device, sound);
  }

  /** As it told last; null: nothing yet. */
  soundOf(device: string): SoundState | null {
    return this.#sounds.get(device) ?? null;
  }

  of(device: string): { readonly connected: boolean; readonly lastSeenAt: Millis | null } {
    return { connected: (this.#connections.get(device) ?? 0) > 0, lastSeenAt: this.#lastSeen.get(device) ?? null };
  }
}

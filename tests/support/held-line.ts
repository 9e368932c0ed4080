/** The hub's live side in a test's hands. */
import type { HubStatus, LiveEvent, Watcher } from "../../shared/ui/hub.ts";

export class HeldLine extends EventTarget {
  status: HubStatus = "live";
  reconnects = 0;
  readonly watchers = new Map<string, Watcher>();

  constructor(public nowMillis: number) {
    super();
  }

  watch(topic: string, watcher: Watcher): () => void {
    this.watchers.set(topic, watcher);
    return () => {
      if (this.watchers.get(topic) === watcher) this.watchers.delete(topic);
    };
  }

  reconnect(): void {
    this.reconnects += 1;
  }

  now(): number {
    return this.nowMillis;
  }

  become(status: HubStatus): void {
    this.status = status;
    this.dispatchEvent(new Event("status"));
  }

  /** Tells how a topic stands. */
  show(topic: string, data: unknown): void {
    this.watchers.get(topic)?.snapshot(data, 1);
  }

  tell(topic: string, event: LiveEvent): void {
    this.watchers.get(topic)?.event?.(event, undefined);
  }
}

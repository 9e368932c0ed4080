/**
 * Safari 13 knows EventTarget but refuses to make one, and the live line to the hub is one.
 * Imported before anything that extends it.
 */
type Listener = Parameters<EventTarget["addEventListener"]>[1];

/** As much of EventTarget as an object outside the document needs: listeners by type, in order, each once. */
export class PlainEventTarget {
  private readonly listeners = new Map<string, Set<Listener>>();

  addEventListener(type: string, listener: Listener): void {
    const known = this.listeners.get(type) ?? new Set<Listener>();
    this.listeners.set(type, known.add(listener));
  }

  removeEventListener(type: string, listener: Listener): void {
    this.listeners.get(type)?.delete(listener);
  }

  dispatchEvent(event: Event): boolean {
    for (const listener of [...(this.listeners.get(event.type) ?? [])]) {
      if (typeof listener === "function") listener.call(this, event);
      else listener?.handleEvent(event);
    }
    return !event.defaultPrevented;
  }
}

/** Puts `PlainEventTarget` in the place of an EventTarget that cannot be made. */
export function mendEventTarget(scope: { EventTarget: new () => unknown }): void {
  try {
    Reflect.construct(scope.EventTarget, []);
  } catch {
    scope.EventTarget = PlainEventTarget;
  }
}

mendEventTarget(globalThis);

/** Safari 13 knows EventTarget but refuses to make one; what dispatches events outside the document is made of this. */

/** As much of EventTarget as such an object needs: listeners by type, in order, each once. */
export class PlainEventTarget implements EventTarget {
  private readonly listeners = new Map<string, Set<EventListenerOrEventListenerObject>>();

  addEventListener(type: string, listener: EventListenerOrEventListenerObject | null): void {
    if (listener === null) return;
    const known = this.listeners.get(type) ?? new Set();
    this.listeners.set(type, known.add(listener));
  }

  removeEventListener(type: string, listener: EventListenerOrEventListenerObject | null): void {
    if (listener !== null) this.listeners.get(type)?.delete(listener);
  }

  dispatchEvent(event: Event): boolean {
    for (const listener of [...(this.listeners.get(event.type) ?? [])]) {
      if (typeof listener === "function") listener.call(this, event);
      else listener.handleEvent(event);
    }
    return !event.defaultPrevented;
  }
}

/** The browser's own EventTarget where one can be made of it, else the plain one. */
export function makeableEventTarget(own: new () => EventTarget): new () => EventTarget {
  try {
    Reflect.construct(own, []);
    return own;
  } catch {
    return PlainEventTarget;
  }
}

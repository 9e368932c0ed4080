/** Opens the live line; where the browser or its network forbids sockets altogether, it is a line that is always lost. */
import type { SocketLike } from "../shared/ui/hub.ts";

export function openSocket(url: string): SocketLike {
  try {
    return new WebSocket(url);
  } catch {
    return new ClosedSocket();
  }
}

class ClosedSocket implements SocketLike {
  onopen: ((event: never) => void) | null = null;
  onmessage: ((event: never) => void) | null = null;
  onclose: ((event: never) => void) | null = null;

  send(): void {
    // Nobody is there.
  }

  close(): void {
    // Never opened. The hub's line gives it up by itself after its time to open.
  }
}

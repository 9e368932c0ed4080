/** Printers on the network: a raw TCP connection a slip, port 9100 as a rule, closed after it. */
import { connect, type Socket } from "node:net";
import type { Millis } from "../../shared/domain/vocabulary.ts";
import type { PrinterTransport, TransportProblem } from "./port.ts";
import {
  usualDeadlines,
  type Farewell,
  type PrintDeadlines,
  type PrinterLink,
  type Unreached,
} from "./printer-link.ts";
import { LinkedPrinter } from "./printer-session.ts";
import { isStatusByte } from "./printer-status.ts";

export interface TcpAddress {
  readonly host: string;
  readonly port: number;
}

/** A printer at an address; `deadlines` in milliseconds, where they are to differ from the usual ones. */
export function tcpPrinter(address: TcpAddress, deadlines: Partial<PrintDeadlines> = {}): PrinterTransport {
  const all = { ...usualDeadlines, ...deadlines };
  return new LinkedPrinter(() => connectTo(address, all.connect), all);
}

/** `offline` where nobody takes the call in time. */
async function connectTo({ host, port }: TcpAddress, deadline: Millis): Promise<TcpLink | Unreached> {
  // Half open, so that a printer that hangs up is seen to do so instead of being answered in kind.
  const socket = connect({ host, port, allowHalfOpen: true, noDelay: true });
  const link = new TcpLink(socket);
  await link.until(() => !socket.connecting, deadline);
  if (!socket.connecting && link.failure === null) return link;
  link.drop();
  return { problem: "offline" };
}

class TcpLink implements PrinterLink {
  readonly canAnswer = true;
  #failure: TransportProblem | null = null;
  #isFinishing = false;
  #otherSideClosed = false;
  readonly #answers: number[] = [];
  readonly #waiting = new Set<() => void>();

  constructor(private readonly socket: Socket) {
    const changed = (change: () => void) => () => {
      change();
      for (const look of [...this.#waiting]) look();
    };
    socket.on(
      "connect",
      changed(() => undefined),
    );
    socket.on("data", (bytes: Buffer) => {
      changed(() => void this.#answers.push(...bytes.filter(isStatusByte)))();
    });
    socket.on(
      "end",
      changed(() => {
        this.#otherSideClosed = true;
        if (!this.#isFinishing) this.#failure ??= "closed-early";
      }),
    );
    socket.on(
      "error",
      changed(() => (this.#failure ??= "closed-early")),
    );
    socket.on(
      "close",
      changed(() => {
        if (!this.#otherSideClosed) this.#failure ??= "closed-early";
      }),
    );
  }

  get failure(): TransportProblem | null {
    return this.#failure;
  }

  ask(question: Buffer): void {
    this.#answers.length = 0;
    this.socket.write(question);
  }

  async nextStatus(deadline: Millis): Promise<number | null> {
    await this.until(() => this.#answers.length > 0 || this.#failure !== null, deadline);
    return this.#answers.shift() ?? null;
  }

  async write(bytes: Buffer, deadline: Millis): Promise<TransportProblem | null> {
    const slip = { isTaken: false };
    this.socket.write(bytes, () => {
      slip.isTaken = true;
      for (const look of [...this.#waiting]) look();
    });
    await this.until(() => slip.isTaken || this.#failure !== null, deadline);
    return this.#failure ?? (slip.isTaken ? null : "timeout");
  }

  async quiet(millis: Millis): Promise<void> {
    await this.until(() => this.#failure !== null, millis);
  }

  async finish(deadline: Millis): Promise<Farewell> {
    this.#isFinishing = true;
    this.socket.end();
    await this.until(() => this.#otherSideClosed || this.#failure !== null, deadline);
    this.socket.destroy();
    if (this.#failure !== null) return "broken";
    return this.#otherSideClosed ? "closed" : "silent";
  }

  drop(): void {
    this.#failure ??= "closed-early";
    this.socket.destroy();
  }

  /** Resolves once something holds, or after the deadline whether it does or not. */
  until(holds: () => boolean, deadline: Millis): Promise<void> {
    return new Promise((resolve) => {
      const done = (): void => {
        clearTimeout(timer);
        this.#waiting.delete(look);
        resolve();
      };
      const look = (): void => {
        if (holds()) done();
      };
      const timer = setTimeout(done, deadline);
      this.#waiting.add(look);
      look();
    });
  }
}

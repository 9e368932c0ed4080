/**
 * How long a request may take to come. Node knows one time for whole requests, whichever they are, and watches it for
 * next to nothing; a long video takes longer than a command may, so it is let through there and watched here.
 */
import type { IncomingMessage } from "node:http";
import type { Duplex } from "node:stream";
import fp from "fastify-plugin";

declare module "fastify" {
  interface FastifyContextConfig {
    /** Its body may take as long as it goes on coming. */
    isLong?: boolean;
  }
}

/** So much of a long body must come within the time that a short one has altogether. */
const LEAST_BYTES = 64 * 1024;

const watchedHere = new WeakSet<Duplex>();

/** Whether Node's limit of a request's time is not meant for what comes on this socket now. */
export function mayTakeLong(socket: Duplex): boolean {
  return watchedHere.has(socket);
}

/** @param millis within which the next piece of a long body must come. Whoever sends it more slowly is not answered: the connection ends. */
export const slowBodies = fp<{ readonly millis: number }>((app, { millis }, done) => {
  app.addHook("onRequest", ({ raw, routeOptions }, _reply, next) => {
    if (routeOptions.config.isLong === true) watch(raw, millis);
    next();
  });
  done();
});

function watch(body: IncomingMessage, millis: number): void {
  const { socket } = body;
  let before = socket.bytesRead;
  const timer = setInterval(() => {
    const { bytesRead } = socket;
    if (bytesRead - before < LEAST_BYTES) socket.destroy();
    before = bytesRead;
  }, millis).unref();
  const isHere = (): void => {
    clearInterval(timer);
    watchedHere.delete(socket);
  };
  watchedHere.add(socket);
  body.once("end", isHere).once("close", isHere);
}

/**
 * How long a request may take to come. Node knows one time for whole requests, whichever they are; a long video takes
 * longer than a command may, so heads have their time there, and bodies have theirs here.
 */
import fp from "fastify-plugin";

declare module "fastify" {
  interface FastifyContextConfig {
    /** Its body may take as long as it goes on coming. */
    isLong?: boolean;
  }
}

/** So much of a long body must come within the time that a short one has altogether. */
const LEAST_BYTES = 64 * 1024;

/** @param millis so long a body may take. Whoever sends it more slowly is not answered: the connection ends. */
export const slowBodies = fp<{ readonly millis: number }>((app, { millis }, done) => {
  app.addHook("onRequest", ({ raw, headers, routeOptions }, _reply, next) => {
    if (headers["transfer-encoding"] !== undefined || Number(headers["content-length"] ?? 0) > 0) {
      const isLong = routeOptions.config.isLong === true;
      let before = raw.socket.bytesRead;
      const look = (): void => {
        const { bytesRead } = raw.socket;
        if (isLong && bytesRead - before >= LEAST_BYTES) timer.refresh();
        else raw.destroy();
        before = bytesRead;
      };
      const timer = setTimeout(look, millis).unref();
      const isHere = (): void => {
        clearTimeout(timer);
      };
      raw.once("end", isHere).once("close", isHere);
    }
    next();
  });
  done();
});

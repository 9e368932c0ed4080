/** One line for what changes something or fails: the route's pattern, never the address, for addresses bear tokens. */
import fp from "fastify-plugin";

export const requestLog = fp((app, _, done) => {
  app.addHook("onResponse", (request, reply, finished) => {
    const line = {
      method: request.method,
      route: request.routeOptions.url ?? "none",
      status: reply.statusCode,
      millis: Math.round(reply.elapsedTime),
    };
    if (reply.statusCode >= 500) request.log.error(line, "answered");
    else if (request.method === "GET") request.log.debug(line, "answered");
    else request.log.info(line, "answered");
    finished();
  });
  done();
});

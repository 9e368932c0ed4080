/** Bodies are JSON only; a command that needs no word may come without one. */
import fp from "fastify-plugin";

export const jsonBodies = fp((app, _, done) => {
  const parse = app.getDefaultJsonParser("error", "error");
  app.removeAllContentTypeParsers();
  app.addContentTypeParser("application/json", { parseAs: "string" }, (request, body, parsed) => {
    if (body === "") parsed(null, {});
    else void parse(request, body.toString(), parsed);
  });
  app.addHook("preValidation", (request, _reply, next) => {
    if (request.body === undefined && request.method !== "GET" && request.method !== "HEAD") request.body = {};
    next();
  });
  done();
});

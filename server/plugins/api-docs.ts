/**
 * The API's own description, made of the schemas that validate its requests. It lives in an app of its own that nobody
 * reaches but the hub, so that a hall which never reads it never pays for it.
 */
import swagger from "@fastify/swagger";
import swaggerUi from "@fastify/swagger-ui";
import fastify, { type FastifyInstance, type RouteOptions } from "fastify";

export async function buildDocs(routes: readonly RouteOptions[]): Promise<FastifyInstance> {
  const app = fastify();
  app.setValidatorCompiler(() => () => true);
  app.setSerializerCompiler(() => (data) => JSON.stringify(data));
  await app.register(swagger, {
    openapi: {
      openapi: "3.1.0",
      info: { title: "Lundao hub", description: "Queue calling and lobby signage of one hall", version: "1" },
      components: {
        securitySchemes: {
          session: { type: "apiKey", in: "cookie", name: "lundao_session" },
          device: { type: "http", scheme: "bearer" },
        },
      },
    },
  });
  await app.register(swaggerUi, { routePrefix: "/api/docs" });
  for (const { method, url, schema, config } of routes) {
    const open = config?.for === undefined || config.for === "anyone";
    const security = open ? [] : [{ session: [] }, { device: [] }];
    app.route({ method, url, schema: { ...schema, security }, handler: () => null });
  }
  await app.ready();
  return app;
}

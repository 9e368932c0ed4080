/**
 * The API's own description, made of the schemas that validate its requests. It lives in an app of its own that nobody
 * reaches but the hub, so that a hall which never reads it never pays for it.
 */
import swagger from "@fastify/swagger";
import swaggerUi from "@fastify/swagger-ui";
import fastify, { type FastifyInstance, type FastifySchema, type RouteOptions } from "fastify";
import type { Audience } from "./callers.ts";
import { PROBLEM_TYPE } from "./problems.ts";

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
    refResolver: { buildLocalReference: (schema) => nameOf(schema) ?? "nameless" },
  });
  await app.register(swaggerUi, { routePrefix: "/api/docs" });
  const named = new Map<string, object>();
  const described = routes.map(({ method, url, schema, config }) => ({
    method,
    url,
    schema: { ...referring(withProblems(schema), named), security: securityOf(config?.for ?? "anyone") },
  }));
  for (const schema of named.values()) app.addSchema(schema);
  for (const route of described) app.route({ ...route, handler: () => null });
  await app.ready();
  return app;
}

/** Who may ask, as they show who they are; nobody need where an empty one stands among them. */
function securityOf(audience: Audience): Record<string, never[]>[] {
  if (audience === "anyone") return [];
  const { roles = [], devices = [], strangers = false } = audience;
  return [
    ...(roles.length > 0 ? [{ session: [] }] : []),
    ...(devices.length > 0 ? [{ device: [] }] : []),
    ...(strangers ? [{}] : []),
  ];
}

/** Answers are JSON, but refusals are problems. */
function withProblems(schema: FastifySchema | undefined): FastifySchema {
  // Every response is a schema by its status, as `describe` writes them.
  const { default: problem, ...answers } = (schema?.response ?? {}) as Readonly<Record<string, object>>;
  if (!problem) return schema ?? {};
  const refused = { description: "Refused: nothing happened", content: { [PROBLEM_TYPE]: { schema: problem } } };
  return { ...schema, response: { ...answers, default: refused } };
}

/** A schema whose named parts are references, so that each is described once; they are put into `named`. */
function referring<S extends object>(schema: S, named: Map<string, object>): S {
  const parts = Object.entries(schema).map(([key, part]: [string, unknown]) => [key, referred(part, named)]);
  // Only parts were changed, and a reference stands for what it refers to.
  return Object.fromEntries(parts) as S;
}

function referred(part: unknown, named: Map<string, object>): unknown {
  if (Array.isArray(part)) return part.map((each) => referred(each, named));
  if (typeof part !== "object" || part === null) return part;
  const name = nameOf(part);
  const schema = referring(part, named);
  if (name === null) return schema;
  named.set(name, schema);
  return { $ref: `${name}#` };
}

function nameOf(schema: object): string | null {
  return "$id" in schema && typeof schema.$id === "string" ? schema.$id : null;
}

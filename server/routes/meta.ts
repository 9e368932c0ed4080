/** Watching the hub, and its own description. What is rarely asked for is loaded when it first is. */
import Type from "typebox";
import type { FastifyInstance, RouteOptions } from "fastify";
import type { Hub, App } from "./kit.ts";
import { describe } from "./schemas.ts";
import { refuse } from "../../shared/domain/refusal.ts";
import { ClockDoubtNow } from "../../shared/wire/clock.ts";
import { VoiceHealth } from "../../shared/wire/voice.ts";
import { JournalWatch } from "../commands/journal-watch.ts";
import { Refused } from "../plugins/problems.ts";
import type { Metrics } from "../plugins/metrics.ts";

export interface MetaParts {
  readonly metrics: Metrics;
  readonly described: readonly RouteOptions[];
}

export function metaRoutes(app: App, hub: Hub, { metrics, described }: MetaParts): void {
  const watch = new JournalWatch(hub.context.writer, () => performance.now());

  app.get(
    "/healthz",
    {
      schema: describe({
        tag: "watching",
        summary: "Whether the journal is writable",
        answers: {
          200: Type.Object({
            status: Type.Literal("ok"),
            clock: ClockDoubtNow,
            voice: Type.Object({
              engine: VoiceHealth.properties.engine,
              problem: Type.Union([Type.String(), Type.Null()]),
            }),
          }),
        },
      }),
    },
    async () => {
      if (!(await watch.isWritable())) throw new Refused(refuse("not-durable"));
      const { engine, engines } = hub.voice.health;
      const problem = engines.find(({ problemAt }) => problemAt !== null)?.problem ?? null;
      return { status: "ok" as const, clock: hub.context.writer.sight.doubt, voice: { engine, problem } };
    },
  );

  app.get("/metrics", { schema: { hide: true } }, async (_, reply) => {
    const { text, type } = await metrics.read();
    return reply.type(type).send(text);
  });

  let docs: Promise<FastifyInstance> | null = null;
  const load = (): Promise<FastifyInstance> =>
    (docs ??= import("../plugins/api-docs.ts").then(({ buildDocs }) => buildDocs(described)));

  app.get("/api/openapi.json", { schema: { hide: true } }, async (_, reply) => {
    const answer = await (await load()).inject("/api/docs/json");
    return reply.type("application/json").send(answer.payload);
  });
  const forward = async (
    url: string,
  ): Promise<{ payload: Buffer; type: string; status: number; location: string | undefined }> => {
    const answer = await (await load()).inject(url);
    return {
      payload: answer.rawPayload,
      type: String(answer.headers["content-type"] ?? "text/plain"),
      status: answer.statusCode,
      location: typeof answer.headers.location === "string" ? answer.headers.location : undefined,
    };
  };
  for (const url of ["/api/docs", "/api/docs/*"]) {
    app.get(url, { schema: { hide: true } }, async (request, reply) => {
      const { payload, type, status, location } = await forward(request.url);
      if (location !== undefined) return reply.redirect(location, status);
      return reply.code(status).type(type).send(payload);
    });
  }
}

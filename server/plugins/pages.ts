/** The pages of the hall: files built once, compressed once, served as they lie. */
import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import fastifyStatic from "@fastify/static";
import helmet from "@fastify/helmet";
import type { FastifyInstance, FastifyReply } from "fastify";

export interface PagesOptions {
  /** The folder of built pages; where it is missing the hub serves its API alone. */
  readonly folder: string;
  readonly hasTls: boolean;
}

/** Where each page is reached, and where its file lies. */
const pages = {
  "/": "shared/ui/home/index.html",
  "/station/": "ticket-station/index.html",
  "/display/": "display/index.html",
  "/display/counter/": "display/counter/index.html",
  "/display/preview/": "display/preview/index.html",
  "/panel/": "counter-panel/index.html",
  "/console/": "manager-console/index.html",
  "/m/": "phone/index.html",
} as const;

/** What keeps the display pages on their screens; beside them, as it may keep nothing above its own folder. */
const WORKER = "display/service-worker.js";

const HASHED_SECONDS = 365 * 24 * 60 * 60;

/** In a scope of its own, so that answers of the API do not bear what concerns pages. */
export async function servePages(app: FastifyInstance, { folder, hasTls }: PagesOptions): Promise<void> {
  await app.register(helmet, {
    contentSecurityPolicy: {
      useDefaults: false,
      directives: {
        defaultSrc: ["'self'"],
        scriptSrc: ["'self'", ...inlineScriptHashes(folder)],
        styleSrc: ["'self'", "'unsafe-inline'"],
        imgSrc: ["'self'", "data:", "blob:"],
        mediaSrc: ["'self'", "blob:"],
        connectSrc: ["'self'", "ws:", "wss:"],
        objectSrc: ["'none'"],
        baseUri: ["'none'"],
        formAction: ["'self'"],
        frameAncestors: ["'self'"],
      },
    },
    // Plain HTTP in the hall is normal; what HTTPS alone can promise is promised there alone.
    strictTransportSecurity: hasTls ? { maxAge: HASHED_SECONDS } : false,
    crossOriginOpenerPolicy: false,
    crossOriginResourcePolicy: { policy: "same-origin" },
    originAgentCluster: false,
    referrerPolicy: { policy: "no-referrer" },
  });
  if (!existsSync(folder)) return;
  // Pages name no icon for the old boxes that ask for one regardless.
  app.get("/favicon.ico", { schema: { hide: true } }, (_request, reply) => reply.code(204).send());
  await app.register(fastifyStatic, {
    root: join(folder, "assets"),
    prefix: "/assets/",
    preCompressed: true,
    immutable: true,
    maxAge: HASHED_SECONDS * 1000,
  });
  const sendFresh =
    (file: string) =>
    (_request: unknown, reply: FastifyReply): FastifyReply =>
      reply.header("cache-control", "no-cache").sendFile(file, folder, { immutable: false, maxAge: 0 });
  if (existsSync(join(folder, WORKER))) app.get(`/${WORKER}`, { schema: { hide: true } }, sendFresh(WORKER));
  for (const [address, file] of Object.entries(pages)) {
    if (!existsSync(join(folder, file))) continue;
    const send = sendFresh(file);
    app.get(address, { schema: { hide: true } }, send);
    if (address !== "/")
      app.get(address.slice(0, -1), { schema: { hide: true } }, ({ url }, reply) =>
        reply.redirect(address + (/\?.*/.exec(url)?.[0] ?? "")),
      );
    if (address === "/m/")
      for (const page of ["/m/t/:token", "/m/b/:token"]) app.get(page, { schema: { hide: true } }, send);
  }
}

/** Hashes of the few inline scripts that the build puts into pages, listed by the build. */
function inlineScriptHashes(folder: string): readonly string[] {
  const file = join(folder, "csp.json");
  if (!existsSync(file)) return [];
  // The build writes this file, in this shape.
  return (JSON.parse(readFileSync(file, "utf8")) as { readonly scripts: readonly string[] }).scripts;
}

/** Files that lobby screens show: sent in by editors, served to whoever knows their hash, as on a public wall. */
import { createReadStream } from "node:fs";
import { stat } from "node:fs/promises";
import multipart from "@fastify/multipart";
import type { FastifyReply, FastifyRequest } from "fastify";
import Type from "typebox";
import { refuse } from "../../shared/domain/refusal.ts";
import { Media, MediaList } from "../../shared/wire/lobby.ts";
import { addMedia, removeMedia } from "../commands/media-commands.ts";
import type { MediaRow } from "../commands/lobby-ports.ts";
import { Refused, sure } from "../plugins/problems.ts";
import { mediaView } from "../views/media-view.ts";
import { anyStaff, editors } from "./audiences.ts";
import { rangeOf } from "./byte-range.ts";
import { once, present, staffOf, type App, type Hub } from "./kit.ts";
import { ById, describe, NoBody } from "./schemas.ts";

const BySha256 = Type.Object({ sha256: Type.String() });
const YEAR_SECONDS = 365 * 24 * 60 * 60;

/** Described as what it is; what is checked of it is checked as it comes. */
const Form = Type.Object(
  { file: Type.Unsafe<string>({ type: "string", format: "binary" }) },
  { description: "multipart/form-data with one file" },
);

export function mediaRoutes(app: App, hub: Hub): void {
  const view = (row: MediaRow): Media => mediaView(row, (at) => present(hub).zone.iso(at));

  // In a scope of its own: nowhere else is a form taken.
  void app.register(async (scope: App) => {
    await scope.register(multipart, { limits: { files: 2, fields: 2, parts: 4, headerPairs: 20 } });
    scope.post(
      "/api/media",
      {
        config: { for: editors, isLong: true },
        schema: {
          ...describe({
            tag: "lobby",
            summary: "Send in a picture, video or PDF",
            body: Form,
            answers: { 201: Media },
          }),
          consumes: ["multipart/form-data"],
        },
        validatorCompiler: () => () => true,
      },
      async (request, reply) => reply.code(201).send(view(await upload(hub, request))),
    );
  });

  app.get(
    "/api/media",
    {
      config: { for: anyStaff },
      schema: describe({ tag: "lobby", summary: "Files sent in, newest first", answers: { 200: MediaList } }),
    },
    () => ({ items: hub.context.store.media.list().map(view) }),
  );

  app.get(
    "/api/media/:id",
    {
      config: { for: anyStaff },
      schema: describe({ tag: "lobby", summary: "A file", params: ById, answers: { 200: Media } }),
    },
    ({ params }) => {
      const row = hub.context.store.media.find(params.id);
      if (!row) throw new Refused(refuse("not-found"));
      return view(row);
    },
  );

  app.delete(
    "/api/media/:id",
    {
      config: { for: editors },
      schema: describe({ tag: "lobby", summary: "Take a file away", params: ById, answers: { 200: NoBody } }),
    },
    async (request) => {
      const remove = removeMedia(request.params.id);
      const task: typeof remove = (work) => {
        staffOf(request.caller);
        return remove(work);
      };
      sure(
        await hub.media.store.remove(async () => {
          const row = await hub.context.writer.submit(task);
          return "refused" in row ? row : [row];
        }),
      );
      return {};
    },
  );

  app.get(
    "/media/:sha256",
    {
      schema: describe({
        tag: "lobby",
        summary: "The bytes of a file, by their hash; ranges may be asked for",
        params: BySha256,
        answers: { 200: Type.String({ description: "a picture or a video" }) },
      }),
    },
    async ({ params, headers }, reply) => {
      await serve(hub, { sha256: params.sha256, headers }, reply);
      return reply;
    },
  );
}

/** Refusals thrown, besides those of the store: `unsupported-media`, `invalid-request` where it is not one file. */
async function upload(hub: Hub, request: FastifyRequest): Promise<MediaRow> {
  if (!request.isMultipart()) {
    const isNothing = request.headers["content-type"] === undefined;
    throw new Refused(refuse(isNothing ? "invalid-request" : "unsupported-media", { field: "file" }));
  }
  const told = Number(request.headers["content-length"] ?? Number.NaN);
  const length = Number.isFinite(told) ? told : null;
  const refusal = hub.media.store.admits(length);
  if (refusal) throw new Refused(refusal);
  const parts = request.parts({ limits: { fileSize: Infinity } });
  const nextPart = () =>
    parts.next().then(
      ({ done, value }) => (done === true ? null : value),
      () => {
        throw new Refused(refuse("invalid-request", { field: "file" }));
      },
    );
  const part = await nextPart();
  if (part?.type !== "file" || part.fieldname !== "file")
    throw new Refused(refuse("invalid-request", { field: part?.fieldname ?? "file" }));
  const { user } = staffOf(request.caller);
  const upload = { name: part.filename, file: part.file, length, by: user.id };
  const row = await hub.media.store.add(upload, async (row, sha256) => {
    const more = await nextPart();
    if (more) return refuse("invalid-request", { field: more.fieldname });
    // What makes a repeated request the same one is its file.
    request.body = { sha256 };
    return hub.context.writer.submit(once(hub, request, addMedia(row)));
  });
  return sure(row);
}

interface Wanted {
  readonly sha256: string;
  readonly headers: FastifyRequest["headers"];
}

/** What was sent in can run nothing and reach nothing, wherever a browser opens it. */
async function serve(hub: Hub, { sha256, headers }: Wanted, reply: FastifyReply): Promise<void> {
  const file = hub.media.shelf.find(sha256);
  const length = file && (await stat(file.path).catch(() => null))?.size;
  if (!file || length !== file.bytes) throw new Refused(refuse("not-found"));
  const tag = `"${sha256}"`;
  void reply.headers({
    "content-type": file.type,
    "cache-control": `public, max-age=${String(YEAR_SECONDS)}, immutable`,
    etag: tag,
    "accept-ranges": "bytes",
    "x-content-type-options": "nosniff",
    "content-security-policy": "sandbox; default-src 'none'",
    "cross-origin-resource-policy": "same-origin",
  });
  if (headers["if-none-match"]?.split(",").some((known) => known.trim().replace(/^W\//, "") === tag) === true) {
    await reply.code(304).send();
    return;
  }
  const range = (headers["if-range"] ?? tag) === tag ? rangeOf(headers.range, length) : "all";
  if (range === null) {
    await reply
      .code(416)
      .header("content-range", `bytes */${String(length)}`)
      .send();
    return;
  }
  const { first, last } = range === "all" ? { first: 0, last: length - 1 } : range;
  if (range !== "all")
    void reply.code(206).header("content-range", `bytes ${String(first)}-${String(last)}/${String(length)}`);
  void reply.header("content-length", last - first + 1);
  await reply.send(createReadStream(file.path, { start: first, end: last }));
}

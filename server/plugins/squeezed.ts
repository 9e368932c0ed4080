/** Large answers made smaller on their way, for whoever can read them so: a screen that starts costs the hall's network little. */
import { promisify } from "node:util";
import { gzip } from "node:zlib";
import type { FastifyReply, FastifyRequest } from "fastify";

const squeeze = promisify(gzip);
/** Below that the head of the answer is the larger part of it. */
const WORTH_BYTES = 2_048;

/** An `onSend` hook for routes whose answers are long. */
export async function squeezed(request: FastifyRequest, reply: FastifyReply, payload: unknown): Promise<unknown> {
  void reply.header("vary", "Accept-Encoding");
  const accepts = request.headers["accept-encoding"]?.split(",").some((way) => way.trim() === "gzip") === true;
  if (!accepts || typeof payload !== "string" || payload.length < WORTH_BYTES) return payload;
  const small = await squeeze(payload);
  void reply.header("content-encoding", "gzip").header("content-length", small.length);
  return small;
}

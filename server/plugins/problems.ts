/** Every refusal leaves as RFC 9457 problem details, in the language asked for, with its stable code. */
import fp from "fastify-plugin";
import type { FastifyError, FastifyReply, FastifyRequest } from "fastify";
import { isRefusal, refusalStatus, refuse, type Refusal } from "../../shared/domain/refusal.ts";
import { refusalDetail, refusalTitle } from "../../shared/text/refusals.ts";
import type { Problem } from "../../shared/wire/common.ts";
import { languageOf } from "./languages.ts";

/** Thrown by hooks and handlers to end a request with a refusal. */
export class Refused extends Error {
  constructor(readonly refusal: Refusal) {
    super(refusal.refused);
  }
}

/** The answer, or the refusal thrown. */
export function sure<A>(answer: A | Refusal): A {
  if (isRefusal(answer)) throw new Refused(answer);
  return answer;
}

export interface ProblemOptions {
  /** The present instant as the hall writes it. */
  readonly now: () => string;
}

/** Turns thrown refusals, schema errors and everything unexpected into problems; tells of the latter only that they happened. */
export const problems = fp<ProblemOptions>((app, { now }, done) => {
  app.setErrorHandler((error: FastifyError | Refused, request, reply) => {
    const refusal = error instanceof Refused ? error.refusal : fromFramework(error);
    if (refusal.refused === "internal")
      request.log.error({ err: { name: error.name, message: error.message, stack: error.stack } }, "unexpected error");
    return send(reply, problemOf(request, refusal, now()), refusal);
  });
  app.setNotFoundHandler((request, reply) =>
    send(reply, problemOf(request, refuse("not-found"), now()), refuse("not-found")),
  );
  done();
});

/** What the framework itself refuses, before any hook: addresses that cannot be read. They are echoed nowhere. */
export function addressProblem(_error: FastifyError, request: FastifyRequest, reply: FastifyReply): FastifyReply {
  request.caller = { kind: "stranger", address: request.ip };
  return send(reply, problemOf(request, refuse("not-found"), new Date(0).toISOString()), refuse("not-found"));
}

function send(reply: FastifyReply, problem: Problem, { detail }: Refusal): FastifyReply {
  if (problem.status === 429) void reply.header("retry-after", String(detail?.["seconds"] ?? 60));
  if (problem.status === 503) void reply.header("retry-after", "2");
  return reply
    .code(problem.status)
    .type("application/problem+json")
    .serializer((body: Problem) => JSON.stringify(body))
    .send(problem);
}

function problemOf(request: FastifyRequest, refusal: Refusal, now: string): Problem {
  const language = languageOf(request.headers["accept-language"]);
  const audience = request.caller.kind === "stranger" ? "resident" : "staff";
  const params = { ...refusal.detail, ...(refusal.field !== undefined && { field: refusal.field }) };
  return {
    type: `https://lundao.invalid/problems/${refusal.refused}`,
    title: refusalTitle(refusal.refused, language),
    status: refusalStatus[refusal.refused],
    detail: refusalDetail(refusal.refused, language, { audience, params, now }),
    code: refusal.refused,
    ...(refusal.field !== undefined && { field: refusal.field }),
  };
}

function fromFramework(error: FastifyError): Refusal {
  if (error.validation) {
    const [first] = error.validation;
    const named = first?.params["additionalProperty"] ?? first?.params["missingProperty"];
    const path = (first?.instancePath ?? "").replace(/^\//, "").replaceAll("/", ".");
    const field = [path, typeof named === "string" ? named : ""].filter((part) => part !== "").join(".");
    return refuse("invalid-request", { field: field === "" ? (error.validationContext ?? "body") : field });
  }
  switch (error.statusCode) {
    case 413:
      return refuse("too-large");
    case 415:
      return refuse("unsupported-media");
    case 404:
      return refuse("not-found");
    case 429:
      return refuse("too-many-requests");
    case 503:
      return refuse("overloaded");
    default:
      return error.statusCode !== undefined && error.statusCode < 500
        ? refuse("invalid-request", { field: "body" })
        : refuse("internal");
  }
}

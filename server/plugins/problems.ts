/** Every refusal leaves as RFC 9457 problem details, in the language asked for, with its stable code. */
import fp from "fastify-plugin";
import type { FastifyError, FastifyReply, FastifyRequest } from "fastify";
import { isRefusal, refusalStatus, refuse, type Refusal } from "../../shared/domain/refusal.ts";
import type { Language, Millis } from "../../shared/domain/vocabulary.ts";
import { refusalDetail, refusalTitle, type RefusalTelling } from "../../shared/text/refusals.ts";
import { pick } from "../../shared/text/text.ts";
import type { Problem } from "../../shared/wire/common.ts";
import type { Caller } from "../commands/caller.ts";
import { languageOf } from "./languages.ts";

export const PROBLEM_TYPE = "application/problem+json";
/** No sentence that is told here speaks of a time. */
const NEVER = new Date(0).toISOString();

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
  /** An instant as the hall writes it. */
  readonly iso: (at: Millis) => string;
}

/** Turns thrown refusals, schema errors and everything unexpected into problems; tells of the latter only that they happened. */
export const problems = fp<ProblemOptions>((app, { now, iso }, done) => {
  app.setErrorHandler((error: FastifyError | Refused, request, reply) => {
    const refusal = error instanceof Refused ? error.refusal : fromFramework(error, request);
    if (refusal.refused === "internal")
      request.log.error({ err: { name: error.name, message: error.message, stack: error.stack } }, "unexpected error");
    return send(reply, problemOf(request, withInstants(refusal, iso), now()), refusal);
  });
  app.setNotFoundHandler((request, reply) =>
    send(reply, problemOf(request, refuse("not-found"), now()), refuse("not-found")),
  );
  done();
});

/** What the framework itself refuses, before any hook: addresses that cannot be read. They are echoed nowhere. */
export function addressProblem(_error: FastifyError, request: FastifyRequest, reply: FastifyReply): FastifyReply {
  request.caller = { kind: "stranger", address: request.ip };
  return send(reply, problemOf(request, refuse("not-found"), NEVER), refuse("not-found"));
}

/** The problem of a refusal that concerns no caller and no language that anybody knows of. */
export function anonymousProblem(refusal: Refusal): Problem {
  return problem(refusal, "zh", { audience: "resident", now: NEVER });
}

function send(reply: FastifyReply, problem: Problem, { detail }: Refusal): FastifyReply {
  if (problem.status === 429) void reply.header("retry-after", String(detail?.["seconds"] ?? 60));
  if (problem.status === 503) void reply.header("retry-after", "2");
  return reply
    .code(problem.status)
    .type(PROBLEM_TYPE)
    .serializer((body: Problem) => JSON.stringify(body))
    .send(problem);
}

function problemOf(request: FastifyRequest, refusal: Refusal, now: string): Problem {
  const language = languageOf(request.headers["accept-language"]);
  return problem(refusal, language, { audience: audienceOf(request.caller), now });
}

/** What a ticket station or a screen shows, residents read. */
function audienceOf(caller: Caller): RefusalTelling["audience"] {
  return caller.kind === "staff" || (caller.kind === "device" && caller.device.kind === "panel") ? "staff" : "resident";
}

function problem(refusal: Refusal, language: Language, telling: RefusalTelling): Problem {
  const { refused: code, field } = refusal;
  const named = field === undefined ? {} : { field };
  const nextOpening = refusal.detail?.["nextOpening"];
  const names = Object.fromEntries(
    Object.entries(refusal.names ?? {}).map(([name, text]) => [name, pick(text, language)]),
  );
  return {
    type: `https://lundao.invalid/problems/${code}`,
    title: refusalTitle(code, language),
    status: refusalStatus[code],
    detail: refusalDetail(code, language, { ...telling, params: { ...refusal.detail, ...names, ...named } }),
    code,
    ...named,
    ...(typeof refusal.detail?.["start"] === "string" && { start: refusal.detail["start"] }),
    ...(code === "unplayable" && { found: names["found"] ?? "", recipe: String(refusal.detail?.["command"] ?? "") }),
    ...(typeof nextOpening === "string" && { nextOpening }),
  };
}

/** The rules count in milliseconds; what leaves is an instant as the hall writes it. */
function withInstants(refusal: Refusal, iso: ProblemOptions["iso"]): Refusal {
  const { nextOpening, until } = refusal.detail ?? {};
  return {
    ...refusal,
    detail: {
      ...refusal.detail,
      ...(typeof nextOpening === "number" && { nextOpening: iso(nextOpening) }),
      ...(typeof until === "number" && { until: iso(until) }),
    },
  };
}

function fromFramework(error: FastifyError, { method }: FastifyRequest): Refusal {
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
      if (error.statusCode === undefined || error.statusCode >= 500) return refuse("internal");
      // Where there is no body to be wrong, it is an address of files that leads nowhere.
      return method === "GET" || method === "HEAD" ? refuse("not-found") : refuse("invalid-request", { field: "body" });
  }
}

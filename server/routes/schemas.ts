/** What routes say of their answers, for validation of requests and for the API's own description. */
import Type, { type TSchema } from "typebox";
import { Exactly, Problem } from "../../shared/wire/common.ts";

export const ById = Type.Object({ id: Type.String() });
export const ByNumber = Type.Object({ number: Type.String() });
export const ByToken = Type.Object({ token: Type.String() });

/** For commands that say everything by their address. */
export const NoBody = Exactly({});

interface Description {
  readonly tag: string;
  readonly summary: string;
  readonly body?: TSchema;
  readonly query?: TSchema;
  readonly params?: TSchema;
  readonly answers: Readonly<Record<number, TSchema>>;
}

interface RouteSchema<D extends Description> {
  readonly tags: readonly string[];
  readonly summary: string;
  readonly body: D["body"];
  readonly querystring: D["query"];
  readonly params: D["params"];
  readonly response: D["answers"] & { readonly default: typeof Problem };
}

/** A route's schema: what it takes, what it answers, and that it may refuse. */
export function describe<const D extends Description>({
  tag,
  summary,
  body,
  query,
  params,
  answers,
}: D): RouteSchema<D> {
  const schema = {
    tags: [tag],
    summary,
    ...(body && { body }),
    ...(query && { querystring: query }),
    ...(params && { params }),
    response: { ...answers, default: Problem },
  };
  // Parts that a route does not have are left out, not undefined, which the framework takes for a schema.
  return schema as RouteSchema<D>;
}

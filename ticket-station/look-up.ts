/** A scanned slip: a missed ticket is let back in, any other is told where it stands. */
import type { ApiAnswer, ApiOptions, ApiProblem } from "../shared/ui/api.ts";
import type { Ticket } from "../shared/wire/ticket.ts";

export type Found =
  | { readonly as: "requeued" | "unchanged"; readonly ticket: Ticket }
  | { readonly as: "refused"; readonly ticket: Ticket; readonly problem: ApiProblem }
  | { readonly as: "unknown" }
  | { readonly as: "away" };

export type Ask = (method: "GET" | "POST", path: string, options?: ApiOptions) => Promise<ApiAnswer<Ticket>>;

export async function lookUp(token: string, ask: Ask): Promise<Found> {
  const page = `/api/t/${encodeURIComponent(token)}`;
  const found = await ask("GET", page);
  if (!found.ok) return { as: found.problem.code === "hub-away" || found.status >= 500 ? "away" : "unknown" };
  if (found.value.state !== "missed") return { as: "unchanged", ticket: found.value };
  const requeued = await ask("POST", `${page}/requeue`);
  if (requeued.ok) return { as: "requeued", ticket: requeued.value };
  if (requeued.problem.code === "hub-away" || requeued.status >= 500) return { as: "away" };
  return { as: "refused", ticket: found.value, problem: requeued.problem };
}

/**
 * A wish that changes something, kept in the words it was first sent in until the hub has answered: it may have been
 * done, and wished again it must be the same request. The page's language may have changed meanwhile.
 */
import { newKey, type ApiAnswer } from "../shared/ui/api.ts";

export interface Wish<Body> {
  readonly body: Body;
  readonly key: string;
}

export class KeptWish<Body> {
  private kept: (Wish<Body> & { readonly what: string }) | null = null;

  /** `what` is the same where the same is wished. */
  of(what: string, body: Body): Wish<Body> {
    if (this.kept?.what !== what) this.kept = { what, body, key: newKey() };
    return this.kept;
  }

  /** Only where no answer came may it have been done; after any other the next wish is a new one. */
  heard(answer: ApiAnswer<unknown>): void {
    if (answer.ok || answer.problem.code !== "hub-away") this.kept = null;
  }
}

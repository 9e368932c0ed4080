/** Who is signed in at this panel. */
import type { User, Session } from "../../shared/wire/access.ts";
import type { ApiProblem } from "../../shared/ui/api.ts";
import type { Ask } from "./ports.ts";

/** `unknown` until the hub has said whether this browser is signed in. */
export type SignedIn = "unknown" | "out" | "in";

export class SignIn {
  state: SignedIn = "unknown";
  user: User | null = null;
  problem: ApiProblem | null = null;
  isBusy = false;

  constructor(
    private readonly ask: Ask,
    private readonly changed: () => void,
  ) {}

  /** Asks the hub who this browser belongs to; keeps what is known while the hub is away. */
  async check(): Promise<void> {
    const answer = await this.ask<Session>("GET", "/api/session");
    if (answer.ok) this.take(answer.value.user);
    else if (answer.problem.code === "not-signed-in") this.take(null);
    this.changed();
  }

  async enter(user: string, password: string): Promise<boolean> {
    if (this.isBusy) return false;
    this.isBusy = true;
    this.problem = null;
    this.changed();
    const answer = await this.ask<unknown>("POST", "/api/session", { body: { user, password } });
    this.isBusy = false;
    this.problem = answer.ok ? null : answer.problem;
    if (answer.ok) await this.check();
    this.changed();
    return answer.ok;
  }

  async leave(): Promise<ApiProblem | null> {
    const answer = await this.ask<unknown>("DELETE", "/api/session");
    if (!answer.ok && answer.problem.code !== "not-signed-in") return answer.problem;
    this.take(null);
    this.changed();
    return null;
  }

  /** A new password; the problem where the hub does not take it. */
  async changePassword(before: string, after: string): Promise<ApiProblem | null> {
    const answer = await this.ask<unknown>("POST", "/api/session/password", { body: { old: before, new: after } });
    return answer.ok ? null : answer.problem;
  }

  private take(user: User | null): void {
    this.user = user;
    this.state = user ? "in" : "out";
  }
}

/** The hub's HTTP side in a test's hands: answers by path, keeps what was asked, and can keep answers back. */
import type { ApiAnswer, ApiOptions, ProblemCode } from "../../shared/ui/api.ts";

export interface Asked {
  readonly method: string;
  readonly path: string;
  readonly body: unknown;
  readonly key: string | undefined;
}

type Answer = { readonly status: number; readonly value: unknown } | { readonly refused: string };

export class HeldApi {
  readonly asked: Asked[] = [];
  private readonly answers = new Map<string, Answer>();
  private isHeld: (asked: Asked) => boolean = () => false;
  private held: { readonly path: string; readonly go: () => void }[] = [];

  readonly ask = async <T>(method: string, path: string, options?: ApiOptions): Promise<ApiAnswer<T>> => {
    const asked = { method, path, body: options?.body, key: options?.key };
    this.asked.push(asked);
    if (this.isHeld(asked)) await new Promise<void>((go) => this.held.push({ path, go }));
    const answer = this.answers.get(path) ?? { status: 200, value: {} };
    if ("refused" in answer) return refused(answer.refused);
    return { ok: true, status: answer.status, value: answer.value as T };
  };

  answer(path: string, value: unknown): void {
    this.answers.set(path, { status: 200, value });
  }

  refuse(path: string, code: string): void {
    this.answers.set(path, { refused: code });
  }

  /** From now on the answers to one path, or to every command, wait for `release`. */
  hold(path?: string): void {
    this.isHeld = (asked) => (path === undefined ? asked.method === "POST" : asked.path === path);
  }

  release(): void {
    this.isHeld = () => false;
    for (const { go } of this.held.splice(0)) go();
  }

  /** Holds back every answer from now on, to be let go one path at a time, in whatever order. */
  holdAll(): void {
    this.isHeld = () => true;
  }

  letGo(path: string): void {
    const going = this.held.filter((each) => each.path === path);
    this.held = this.held.filter((each) => each.path !== path);
    for (const { go } of going) go();
  }

  posts(): Asked[] {
    return this.asked.filter(({ method }) => method === "POST");
  }

  /** How often a path was asked. */
  count(path: string): number {
    return this.asked.filter((each) => each.path === path).length;
  }
}

/** A refusal by any code of the list, or `hub-away`. */
export function refused(named: string): ApiAnswer<never> {
  const code = named as ProblemCode; // a test names a code as a reader would
  const status = code === "hub-away" ? 0 : code === "not-signed-in" ? 401 : code === "not-durable" ? 503 : 409;
  return { ok: false, status, problem: { code, title: code, detail: `detail of ${code}`, status } };
}

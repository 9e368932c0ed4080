/** One client alone: a request after the other over one kept connection, each timed by itself. */
import { Agent, request as httpRequest } from "node:http";
import type { Headers } from "./people.ts";
import type { Program } from "./programs.ts";

export interface Timed<A> {
  readonly millis: number;
  readonly body: A;
}

export class Alone {
  readonly #agent = new Agent({ keepAlive: true, maxSockets: 1 });

  constructor(
    private readonly program: Program,
    private readonly headers: Headers,
  ) {}

  get<A>(path: string): Promise<Timed<A>> {
    return this.#ask<A>("GET", path, "");
  }

  post<A>(path: string, body: object = {}): Promise<Timed<A>> {
    return this.#ask<A>("POST", path, JSON.stringify(body));
  }

  end(): void {
    this.#agent.destroy();
  }

  /** Throws where the hub refuses. */
  #ask<A>(method: string, path: string, text: string): Promise<Timed<A>> {
    return new Promise((resolve, reject) => {
      const begun = performance.now();
      const headers = {
        ...this.headers,
        ...(method === "POST" && { "content-type": "application/json", "content-length": text.length }),
      };
      const asked = httpRequest(`${this.program.url}${path}`, { method, headers, agent: this.#agent }, (answer) => {
        const chunks: Buffer[] = [];
        answer.on("data", (chunk: Buffer) => chunks.push(chunk));
        answer.on("end", () => {
          const millis = performance.now() - begun;
          const body = Buffer.concat(chunks).toString("utf8");
          if ((answer.statusCode ?? 500) >= 300)
            reject(new Error(`${method} ${path}: ${answer.statusCode ?? 0} ${body}`));
          // Each bench knows the shape of what it asks for.
          else resolve({ millis, body: JSON.parse(body) as A });
        });
      });
      asked.on("error", reject);
      asked.end(text);
    });
  }
}

/** The part of autocannon that the benches use; the package brings no types of its own. */
declare module "autocannon" {
  namespace autocannon {
    interface Request {
      method: "GET" | "POST";
      path: string;
      headers?: Readonly<Record<string, string>>;
      body?: string;
    }

    interface Options {
      url: string;
      connections: number;
      /** Requests in all; the run ends with the last answer. */
      amount: number;
      /** Each connection sends these in turn. */
      requests: readonly Request[];
    }

    interface Result {
      /** Answers by class of status. */
      "2xx": number;
      non2xx: number;
      errors: number;
      timeouts: number;
    }

    /** Settles within a second after the last answer. */
    interface Run extends PromiseLike<Result> {
      on(event: "start" | "response", listener: () => void): this;
    }
  }

  function autocannon(options: autocannon.Options): autocannon.Run;
  export = autocannon;
}

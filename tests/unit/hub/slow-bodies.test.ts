import { connect } from "node:net";
import fastify, { type FastifyInstance } from "fastify";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { slowBodies } from "../../../server/plugins/slow-bodies.ts";
import { refuseUnread } from "../../../server/plugins/unread-requests.ts";

const MILLIS = 150;

describe("bodies that come slowly", () => {
  let app: FastifyInstance;
  let port = 0;

  beforeEach(async () => {
    // Node looks at its connections only now and then.
    const http = { connectionsCheckingInterval: MILLIS / 3, headersTimeout: MILLIS };
    app = fastify({ http, requestTimeout: MILLIS, clientErrorHandler: refuseUnread });
    await app.register(slowBodies, { millis: MILLIS });
    app.addContentTypeParser("*", (_request, _payload, done) => done(null));
    const takes = async (request: { raw: AsyncIterable<Buffer> }) => {
      let bytes = 0;
      for await (const chunk of request.raw) bytes += chunk.length;
      return { bytes };
    };
    app.post("/short", takes);
    app.post("/long", { config: { isLong: true } }, takes);
    port = Number(new URL(await app.listen({ port: 0, host: "127.0.0.1" })).port);
  });

  afterEach(() => app.close());

  /** Sends a body in pieces, a piece whenever `MILLIS / 3` have passed; answers what came back until the end. */
  const send = (path: string, pieces: number, size: number): Promise<string> =>
    new Promise((resolve) => {
      let answer = "";
      const socket = connect(port, "127.0.0.1");
      const head = `POST ${path} HTTP/1.1\r\nhost: x\r\nconnection: close\r\ncontent-length: ${String(pieces * size)}\r\n\r\n`;
      socket.write(head);
      let sent = 0;
      const timer = setInterval(() => {
        if (sent++ < pieces) socket.write(Buffer.alloc(size));
        else clearInterval(timer);
      }, MILLIS / 3);
      socket.on("data", (chunk: Buffer) => (answer += chunk.toString()));
      socket.on("error", () => undefined);
      socket.on("close", () => {
        clearInterval(timer);
        resolve(answer);
      });
    });

  it("are not waited for where a command was to come", async () => {
    expect(await send("/short", 12, 50_000)).toBe("");
  });

  it("may take long where they are files, as long as they go on coming", async () => {
    expect(await send("/long", 12, 50_000)).toContain('{"bytes":600000}');
  });

  it("are not waited for either where they hardly come", async () => {
    expect(await send("/long", 12, 10)).toBe("");
  });
});

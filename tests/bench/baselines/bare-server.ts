/**
 * The least that could do a hub's work: Fastify, ws and better-sqlite3 with nothing of ours between them.
 * `POST /tickets` commits rows in groups, one transaction for all requests of a turn of the event loop (WAL, FULL),
 * and answers when they are on disk. `POST /broadcast` sends its body to every socket of `/live`.
 * Options: the database's file, what one request writes and is answered, a folder of pages to serve.
 */
import websocket from "@fastify/websocket";
import Database from "better-sqlite3";
import fastify from "fastify";
import { readFileSync } from "node:fs";
import path from "node:path";
import { parseArgs } from "node:util";

const { values } = parseArgs({
  options: {
    file: { type: "string", default: ":memory:" },
    rows: { type: "string", default: "500" },
    answer: { type: "string", default: "100" },
    pages: { type: "string" },
  },
});
/** The bytes of each row that a request writes. */
const rows = values.rows.split(",").map((bytes) => Buffer.alloc(Number(bytes), "r"));
const answer = JSON.stringify({ filler: "a".repeat(Math.max(0, Number(values.answer) - '{"filler":""}'.length)) });

const database = new Database(values.file);
database.pragma("journal_mode = WAL");
database.pragma("synchronous = FULL");
const inserts = rows.map((bytes, index) => {
  database.exec(`create table if not exists rows${index} (id integer primary key, bytes blob not null)`);
  const insert = database.prepare<[Buffer]>(`insert into rows${index} (bytes) values (?)`);
  return () => insert.run(bytes);
});
const commit = database.transaction((requests: number) => {
  for (let request = 0; request < requests; request += 1) for (const insert of inserts) insert();
});

let waiting: (() => void)[] = [];

function onDisk(): Promise<void> {
  return new Promise((resolve) => {
    waiting.push(resolve);
    if (waiting.length > 1) return;
    setImmediate(() => {
      const group = waiting;
      waiting = [];
      commit.immediate(group.length);
      for (const written of group) written();
    });
  });
}

const app = fastify();
await app.register(websocket, { options: { perMessageDeflate: false } });
app.addContentTypeParser("text/plain", { parseAs: "buffer" }, (_request, body, done) => done(null, body));

app.get("/", () => ({ here: true }));
app.post("/tickets", async (_request, reply) => {
  await onDisk();
  return reply.code(201).type("application/json").send(answer);
});
app.get("/live", { websocket: true }, (socket) => {
  socket.on("error", () => socket.terminate());
});
app.post<{ Body: Buffer }>("/broadcast", ({ body }) => {
  process.send?.({ committedAt: String(process.hrtime.bigint()) });
  for (const socket of app.websocketServer.clients) socket.send(body, { binary: false });
  return { sent: true };
});
const types = { ".html": "text/html", ".js": "text/javascript" } as const;
app.get<{ Params: { name: string } }>("/pages/:name", ({ params: { name } }, reply) => {
  const ending = name.endsWith(".js") ? ".js" : ".html";
  return reply.type(types[ending]).send(readFileSync(path.join(values.pages ?? "", path.basename(name))));
});

process.on("SIGTERM", () => {
  void app.close().then(() => {
    database.close();
    process.exit(0);
  });
});
process.stdout.write(`ready ${await app.listen({ port: 0, host: "127.0.0.1" })}\n`);

/** What is refused below the framework, by Node and by the socket library: their own answers would bear no code. */
import { STATUS_CODES, type IncomingMessage, type Server, type ServerResponse } from "node:http";
import type { Duplex } from "node:stream";
import { refuse, type Refusal } from "../../shared/domain/refusal.ts";
import { anonymousProblem, PROBLEM_TYPE } from "./problems.ts";
import { mayTakeLong } from "./slow-bodies.ts";

/** Node's own names for a head, or a chunk's head, that does not end. */
const tooLarge = new Set(["HPE_HEADER_OVERFLOW", "HPE_CHUNK_EXTENSIONS_OVERFLOW"]);

/** A request whose head cannot be read. Nothing of it is echoed or logged, for it may bear a token. */
export function refuseUnread(error: Error & { readonly code?: string }, socket: Duplex): void {
  if (error.code === "ERR_HTTP_REQUEST_TIMEOUT" && mayTakeLong(socket)) return;
  // Whoever has not even asked in time, such as a browser that opened a line in advance, waits for no answer.
  if (error.code === "ECONNRESET" || error.code === "ERR_HTTP_REQUEST_TIMEOUT" || !socket.writable) socket.destroy();
  else endWith(socket, tooLarge.has(error.code ?? "") ? refuse("too-large") : refuse("invalid-request"));
}

/** A handshake that is none. */
export function refuseHandshake(_error: Error, socket: Duplex): void {
  if (socket.writable)
    endWith(socket, refuse("invalid-request", { field: "Upgrade" }), "sec-websocket-version: 13\r\n");
}

/** Whoever expects what the hub does not know of is served all the same, as HTTP allows. */
export function serveWhateverIsExpected(server: Server): void {
  server.on("checkExpectation", (request: IncomingMessage, response: ServerResponse) => {
    server.emit("request", request, response);
  });
}

function endWith(socket: Duplex, refusal: Refusal, headers = ""): void {
  const problem = anonymousProblem(refusal);
  const body = JSON.stringify(problem);
  const head = [
    `HTTP/1.1 ${problem.status} ${STATUS_CODES[problem.status] ?? ""}`,
    `content-type: ${PROBLEM_TYPE}`,
    `content-length: ${Buffer.byteLength(body)}`,
    "connection: close",
  ];
  socket.end(`${head.join("\r\n")}\r\n${headers}\r\n${body}`, () => socket.destroy());
}

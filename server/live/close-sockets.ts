/** Saying goodbye to every live client when the hub stops. */
import type { FastifyInstance } from "fastify";

const GOING_AWAY = 1001;
/** Whoever has not answered by then is cut off: a hall must not wait for a machine that hangs. */
const PATIENCE_MILLIS = 1000;

export function closeSockets(this: FastifyInstance, done: () => void): void {
  const { websocketServer: server } = this;
  for (const client of server.clients) client.close(GOING_AWAY);
  const cutOff = setTimeout(() => {
    for (const client of server.clients) client.terminate();
  }, PATIENCE_MILLIS);
  server.close(() => {
    clearTimeout(cutOff);
    done();
  });
}

/**
 * A crowd of live clients in a process of its own. Reports, for each frame with the marker in it that all have received,
 * when the first and the last had it, on the machine's monotonic clock. Takes address, number, marker, the headers and
 * the first frame to send as JSON.
 */
import WebSocket from "ws";

const [address = "", number = "0", marker = "", headers = "{}", hello = ""] = process.argv.slice(2);
const clients = Number(number);
let [received, firstAt] = [0, 0n];

for (let client = 0; client < clients; client += 1) {
  // A few at a time, as a hall's screens come back after a break.
  if (client % 20 === 0) await new Promise((resolve) => setTimeout(resolve, 10));
  await connect();
}
process.stdout.write(`ready ${address}\n`);
process.on("SIGTERM", () => process.exit(0));

function connect(): Promise<void> {
  return new Promise((resolve, reject) => {
    // The headers are this bench's own, given to it as it was started.
    const socket = new WebSocket(address, {
      headers: JSON.parse(headers) as Record<string, string>,
      perMessageDeflate: false,
    });
    socket.on("error", reject);
    socket.on("close", (code) => {
      process.stderr.write(`a client was cut off: ${code}\n`);
      process.exit(1);
    });
    socket.on("message", (data: Buffer) => {
      if (data.includes(marker)) heard();
    });
    socket.on("open", () => {
      if (hello !== "") socket.send(hello);
      resolve();
    });
  });
}

function heard(): void {
  const now = process.hrtime.bigint();
  if (received === 0) firstAt = now;
  received += 1;
  if (received < clients) return;
  received = 0;
  process.send?.({ firstAt: String(firstAt), lastAt: String(now) });
}

/** Taking numbers: durable `POST /api/tickets` beside a bare route that commits as many rows and bytes. */
import path from "node:path";
import type { Bench, BenchOptions, Figure } from "./support/figure.ts";
import { compared } from "./support/figure.ts";
import { answersPerSecond, type Load } from "./support/load.ts";
import { command, pairDevice, signInManager, type Headers } from "./support/people.ts";
import { forget, newFolder, startPart, startHub, type Program } from "./support/programs.ts";
import { alternate } from "./support/statistics.ts";
import { tablesOf, writtenPerTicket } from "./support/written.ts";

const services = ["pension", "medical", "card", "proof", "allowance", "living"];
const SAMPLE = 400;

export const tickets: Bench = {
  name: "tickets",
  about: "numbers taken a second, each on disk before its answer, beside a bare Fastify route writing as much",
  run: async (options) => {
    const folder = newFolder();
    try {
      const { rowBytes, answerBytes } = await measureTicket(options, path.join(folder, "sample"));
      options.say(
        `a ticket writes ${rowBytes.length} rows of ${rowBytes.join(", ")} bytes and is answered with ${answerBytes}`,
      );
      const bare = await startPart("baselines/bare-server", {
        args: ["--file", path.join(folder, "bare.sqlite"), "--rows", rowBytes.join(), "--answer", String(answerBytes)],
      });
      const hub = await startHub({ dist: options.dist, data: path.join(folder, "hub") });
      try {
        const station = await pairDevice(hub, await signInManager(hub), "station");
        return await measure({ hub, bare, station }, options);
      } finally {
        await hub.stop();
        await bare.stop();
      }
    } finally {
      forget(folder);
    }
  },
};

/** What one ticket costs in rows and bytes, from a hub of its own. */
async function measureTicket(
  { dist }: BenchOptions,
  data: string,
): Promise<{ rowBytes: readonly number[]; answerBytes: number }> {
  const first = await startHub({ dist, data });
  const station = await pairDevice(first, await signInManager(first), "station");
  await first.stop();
  const before = tablesOf(data);
  const hub = await startHub({ dist, data });
  await answersPerSecond(hub, { connections: 4, amount: SAMPLE, requests: ticketRequests(station) });
  const answer = await command<object>(hub, "/api/tickets", { headers: station, body: { service: "pension" } });
  await hub.stop();
  const { rowBytes } = writtenPerTicket(before, tablesOf(data), SAMPLE + 1);
  return { rowBytes, answerBytes: JSON.stringify(answer).length };
}

interface Parties {
  readonly hub: Program;
  readonly bare: Program;
  readonly station: Headers;
}

async function measure({ hub, bare, station }: Parties, { isQuick, say }: BenchOptions): Promise<Figure[]> {
  const rounds = isQuick ? 3 : 15;
  const hubRequests = ticketRequests(station);
  const bareRequests = [{ method: "POST", path: "/tickets", headers: json, body: '{"service":"pension"}' }] as const;

  await answersPerSecond(hub, { connections: 50, amount: 2000, requests: hubRequests });
  await answersPerSecond(bare, { connections: 50, amount: 2000, requests: bareRequests });
  const figures: Figure[] = [];
  for (const { connections, amount, limit } of [
    { connections: 50, amount: isQuick ? 1000 : 2500, limit: 0.5 },
    { connections: 1, amount: isQuick ? 250 : 1000, limit: 0.7 },
  ]) {
    say(`${rounds} rounds of ${amount} numbers at ${connections} ${connections === 1 ? "connection" : "connections"}`);
    const pairs = await alternate(
      rounds,
      () => answersPerSecond(hub, { connections, amount, requests: hubRequests }),
      () => answersPerSecond(bare, { connections, amount, requests: bareRequests }),
    );
    const what =
      connections === 1 ? "numbers taken by one client alone" : `numbers taken at ${connections} connections`;
    figures.push(compared({ what, unit: "a second", bound: { is: "at least", limit } }, pairs));
  }
  return figures;
}

const json = { "content-type": "application/json" };

function ticketRequests(station: Headers): Load["requests"] {
  return services.map((service) => ({
    method: "POST",
    path: "/api/tickets",
    headers: { ...json, ...station },
    body: JSON.stringify({ service }),
  }));
}

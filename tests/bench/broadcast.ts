/** From the commit of a call to the last of a thousand live clients, beside `ws` sending the same bytes. */
import path from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import WebSocket from "ws";
import { COUNTER, SERVICE } from "./support/answers.ts";
import { Crowd } from "./support/crowd.ts";
import { compared, type Bench, type BenchOptions, type Figure } from "./support/figure.ts";
import { clerkAt, command, pairDevice, signInManager, type Headers } from "./support/people.ts";
import { bundled, forget, newFolder, startHub, startPart, type Program } from "./support/programs.ts";
import { alternate } from "./support/statistics.ts";

const CLIENTS = 1000;
const MARKER = '"type":"called"';
/** What follows a call, such as who should be ready next, is over by then. */
const QUIET_MILLIS = 500;
/** In which the commit's own message has come, for it goes another way than the frame. */
const HEARSAY_MILLIS = 20;
const MILLION = 1_000_000;

export const broadcast: Bench = {
  name: "broadcast",
  about: `from commit to the last of ${CLIENTS} live clients, beside a bare ws broadcast of the same bytes`,
  run: async (options) => {
    const folder = newFolder();
    const hubCommits = new Commits();
    const bareCommits = new Commits();
    const preload = await bundled("support/mark-commits");
    const hub = await startHub({
      dist: options.dist,
      data: path.join(folder, "hub"),
      preload,
      onMessage: hubCommits.hear,
    });
    const bare = await startPart("baselines/bare-server", { onMessage: bareCommits.hear });
    try {
      return await measure({ hub, hubCommits, bare, bareCommits }, options);
    } finally {
      await hub.stop();
      await bare.stop();
      forget(folder);
    }
  },
};

/** The instants at which a process has committed, or begun to send. */
class Commits {
  #instants: bigint[] = [];

  readonly hear = (message: unknown): void => {
    // Written by the bare server and `mark-commits.ts`, which send nothing else.
    this.#instants.push(BigInt((message as { committedAt: string }).committedAt));
  };

  /** The last one before an instant; whatever was before it is forgotten. */
  lastBefore(instant: bigint): bigint {
    const last = this.#instants.findLast((at) => at <= instant);
    if (last === undefined) throw new Error("nothing was committed before a frame arrived");
    this.#instants = this.#instants.filter((at) => at > instant);
    return last;
  }
}

interface Parties {
  readonly hub: Program;
  readonly hubCommits: Commits;
  readonly bare: Program;
  readonly bareCommits: Commits;
}

async function measure(
  { hub, hubCommits, bare, bareCommits }: Parties,
  { isQuick, say }: BenchOptions,
): Promise<Figure[]> {
  const manager = await signInManager(hub);
  const clerk = await clerkAt(hub, manager, COUNTER);
  const screen = await pairDevice(hub, manager, "screen");
  const station = await pairDevice(hub, manager, "station");
  const frame = await frameOfACall(hub, clerk, station);
  say(`a call is ${frame.length} bytes`);
  const hello = { t: "watch", topic: "lobby" };
  const atHub = await Crowd.gather({ hub, clients: CLIENTS, marker: MARKER, headers: screen, hello });
  const atBare = await Crowd.gather({ hub: bare, clients: CLIENTS, marker: MARKER });
  try {
    const rounds = isQuick ? 10 : 60;
    const callAtHub = (): Promise<number> =>
      fromCommitToLast(atHub, hubCommits, async () => {
        await command(hub, "/api/tickets", { headers: station, body: { service: SERVICE } });
        await pause(QUIET_MILLIS);
        return () => command(hub, `/api/counters/${COUNTER}/call-next`, { headers: clerk });
      });
    const round = async (): Promise<number> => {
      const millis = await callAtHub();
      await command(hub, `/api/counters/${COUNTER}/finish`, { headers: clerk, body: { arrived: true } });
      return millis;
    };
    const sendAtBare = (): Promise<number> =>
      fromCommitToLast(atBare, bareCommits, async () => {
        await pause(QUIET_MILLIS);
        return () =>
          fetch(`${bare.url}/broadcast`, { method: "POST", headers: { "content-type": "text/plain" }, body: frame });
      });
    for (let warm = 0; warm < 5; warm += 1) {
      await round();
      await sendAtBare();
    }
    say(`${rounds} rounds`);
    const pairs = await alternate(rounds, round, sendAtBare);
    const what = `commit to the last of ${CLIENTS} clients`;
    return [compared({ what, unit: "ms", bound: { is: "at most", limit: 1.3 } }, pairs)];
  } finally {
    await atHub.disperse();
    await atBare.disperse();
  }
}

/** The bytes that a call is on the lobby's topic. */
async function frameOfACall(hub: Program, clerk: Headers, station: Headers): Promise<string> {
  const socket = new WebSocket(`${hub.url.replace(/^http/, "ws")}/live`);
  const frame = new Promise<string>((resolve, reject) => {
    socket.on("error", reject);
    socket.on("message", (data: Buffer) => {
      if (data.includes(MARKER)) resolve(data.toString("utf8"));
    });
  });
  await new Promise((resolve) => socket.once("open", resolve));
  socket.send(JSON.stringify({ t: "watch", topic: "lobby" }));
  await new Promise((resolve) => socket.once("message", resolve));
  await command(hub, "/api/tickets", { headers: station, body: { service: SERVICE } });
  await command(hub, `/api/counters/${COUNTER}/call-next`, { headers: clerk });
  await command(hub, `/api/counters/${COUNTER}/finish`, { headers: clerk, body: { arrived: true } });
  const text = await frame;
  socket.close();
  return text;
}

/** Prepares, sends, and answers the milliseconds from the commit of what was sent to its last receiver. */
async function fromCommitToLast(
  crowd: Crowd,
  commits: Commits,
  prepare: () => Promise<() => Promise<unknown>>,
): Promise<number> {
  const send = await prepare();
  const reached = crowd.reached();
  await send();
  const { firstAt, lastAt } = await reached;
  await pause(HEARSAY_MILLIS);
  return Number(lastAt - commits.lastBefore(firstAt)) / MILLION;
}

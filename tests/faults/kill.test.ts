import { spawn } from "node:child_process";
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import Database from "better-sqlite3";
import { afterAll, beforeAll, describe, expect, it, vi } from "vitest";
import type { Recorded } from "../../server/domain/events.ts";
import { databaseFile } from "../../server/store/database.ts";
import { verifyChain } from "../../server/store/verify.ts";
import { projectRoot } from "../../tools/project.ts";
import { forget, MORNING, sampleHall, startHubProcess, temporaryFolder, type HubProcess } from "../support/hub.ts";
import { ask, clerkAt, device, must, signIn, type Answer, type Headers } from "./program.ts";
import { seeded } from "./seeded.ts";
import { asSeen, freshPicture, WatchingScreen } from "./watching-screen.ts";

const ROUNDS = 30;
const random = seeded(20261125);
const between = (least: number, most: number): number => Math.floor(least + random() * (most - least));
const pause = (millis: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, millis));

interface Asked {
  readonly key: string;
  readonly path: string;
  readonly body: object;
}

/** One who asks over and over, each request with a key of its own, and asks again what no answer came to. */
class Asker {
  /** What was asked and answered with success, in order. */
  readonly acknowledged: { readonly asked: Asked; readonly body: Answer["body"] }[] = [];
  repeated = 0;
  #unanswered: Asked | null = null;
  #count = 0;

  constructor(
    private readonly name: string,
    private readonly headers: Headers,
    private readonly next: (last: Answer["body"] | null) => Omit<Asked, "key">,
  ) {}

  /** Asks until the hub is gone. */
  async works(hub: HubProcess): Promise<void> {
    let last: Answer["body"] | null = null;
    for (;;) {
      this.#count += 1;
      const asked: Asked = this.#unanswered ?? { key: `${this.name}-${String(this.#count)}`, ...this.next(last) };
      if (this.#unanswered) this.repeated += 1;
      this.#unanswered = asked;
      const answer = await this.#ask(hub, asked);
      if (!answer) return;
      this.#unanswered = null;
      last = answer.status < 300 ? answer.body : null;
      if (last) this.acknowledged.push({ asked, body: last });
      expect([200, 201, 409]).toContain(answer.status);
      await pause(between(2, 14));
    }
  }

  /** The last thing acknowledged, asked once more with its key: it must be the same answer again. */
  async asksAgain(hub: HubProcess): Promise<void> {
    const last = this.acknowledged.at(-1);
    if (!last) return;
    const again = await this.#ask(hub, last.asked);
    expect(again?.body).toEqual(last.body);
  }

  /** Settles what is still open, without a kill. */
  async settles(hub: HubProcess): Promise<void> {
    if (!this.#unanswered) return;
    const answer = await this.#ask(hub, this.#unanswered);
    if (answer && answer.status < 300) this.acknowledged.push({ asked: this.#unanswered, body: answer.body });
    this.#unanswered = null;
  }

  async #ask(hub: HubProcess, { key, path, body }: Asked): Promise<Answer | null> {
    try {
      return await ask(hub.url, path, { headers: { ...this.headers, "idempotency-key": key }, body });
    } catch {
      return null;
    }
  }
}

describe("a hub that is killed over and over", () => {
  const data = temporaryFolder();
  const args: string[] = [];
  const env = { NODE_ENV: "test", LUNDAO_CLOCK: MORNING };
  const stations: Asker[] = [];
  const clerks: Asker[] = [];
  const screens = [new WatchingScreen(), new WatchingScreen(), new WatchingScreen()];
  let hub: HubProcess;
  let journal: Recorded[] = [];

  /** Killed before it says that it is ready, or just after. */
  const startInVain = async (): Promise<void> => {
    const program = join(projectRoot, "dist/server/main.js");
    const child = spawn(process.execPath, [program, "--data", data, "--port", "0", ...args], {
      env: { ...process.env, ...env, LUNDAO_SECRET_KEY: "00".repeat(32), LUNDAO_LOG: "error" },
      stdio: "ignore",
    });
    const gone = new Promise((resolve) => child.once("exit", resolve));
    await pause(between(50, 900));
    child.kill("SIGKILL");
    await gone;
  };

  const start = async (): Promise<void> => {
    hub = await startHubProcess({ data, args, env });
  };

  beforeAll(async () => {
    const sample = sampleHall();
    const rules = { ...sample.hall.rules, missAfterCalls: 1, missAfterSeconds: 0 };
    const hallFile = join(data, "hall.json");
    writeFileSync(hallFile, JSON.stringify({ ...sample, hall: { ...sample.hall, rules } }));
    args.push("--demo", "--hall", hallFile);
    await start();
    const manager = await signIn(hub.url);
    for (const number of [1, 2, 3]) {
      const station = await device(hub.url, "station");
      const services = ["household", "veterans", "proof"];
      stations.push(
        new Asker(`station-${String(number)}`, station, () => ({
          path: "/api/tickets",
          body: { service: services[between(0, services.length)] },
        })),
      );
    }
    for (const counter of [4, 5, 7]) {
      const clerk = await clerkAt(hub.url, manager, counter);
      clerks.push(new Asker(`clerk-${String(counter)}`, clerk, (last) => nextPress(counter, last)));
    }
  }, 60_000);

  afterAll(async () => {
    await Promise.all(screens.map((screen) => screen.goes()));
    await hub.kill();
    forget(data);
  });

  it("goes on after every kill, with every screen showing what is", { timeout: 240_000 }, async () => {
    for (let round = 1; round <= ROUNDS; round += 1) {
      // One screen is away every other round and has more to catch up with.
      const present = screens.filter((_, index) => index > 0 || round % 2 === 0);
      await Promise.all(present.map((screen) => screen.comes(hub.url)));
      const work = Promise.all([...stations, ...clerks].map((asker) => asker.works(hub)));
      await pause(between(150, 900));
      await hub.kill("SIGKILL");
      await work;
      await Promise.all(screens.map((screen) => screen.goes()));
      if (round % 5 === 0) await startInVain();
      await start();
      expect(verifyChain(databaseFile(data)).brokenAt).toBeNull();
      for (const asker of [...stations, ...clerks]) await asker.asksAgain(hub);
    }
    for (const asker of [...stations, ...clerks]) await asker.settles(hub);
    await Promise.all(screens.map((screen) => screen.comes(hub.url)));
    await vi.waitFor(
      async () => {
        const fresh = asSeen(await freshPicture(hub.url));
        for (const screen of screens) expect(asSeen(screen.picture)).toEqual(fresh);
      },
      { timeout: 5000, interval: 100 },
    );
    const list = await must(ask(hub.url, "/api/counters", { method: "GET", headers: await signIn(hub.url) }), 200);
    expect(JSON.stringify(list.body)).toContain("clerk-4");
    await hub.kill("SIGTERM");
    journal = readJournal(databaseFile(data));
  });

  const ofType = <T extends Recorded["type"]>(type: T) =>
    journal.filter((event): event is Extract<Recorded, { type: T }> => event.type === type);

  it("was put to work, and was cut off in the midst of it", () => {
    const askers = [...stations, ...clerks];
    const acknowledged = askers.reduce((sum, asker) => sum + asker.acknowledged.length, 0);
    const repeated = askers.reduce((sum, asker) => sum + asker.repeated, 0);
    expect(acknowledged).toBeGreaterThan(ROUNDS * 20);
    expect(repeated).toBeGreaterThan(ROUNDS);
  });

  it("has every ticket that it acknowledged, with the number it told", () => {
    const numbers = new Map(ofType("ticket-issued").map((event) => [event.ticket, event.number]));
    const told = stations.flatMap(({ acknowledged }) => acknowledged.map(({ body }) => body));
    expect(told.filter(({ id, number }) => numbers.get(String(id)) !== number)).toEqual([]);
  });

  it("issued no ticket that nobody asked for, and none twice for one press", () => {
    const told = stations.flatMap(({ acknowledged }) => acknowledged.map(({ body }) => String(body["id"])));
    expect(new Set(told).size).toBe(told.length);
    expect(
      ofType("ticket-issued")
        .map(({ ticket }) => ticket)
        .sort(),
    ).toEqual([...told].sort());
  });

  it("gave no number twice and left none out", () => {
    const bySequence = new Map<string, number[]>();
    for (const { prefix, sequence } of ofType("ticket-issued")) {
      bySequence.set(prefix, [...(bySequence.get(prefix) ?? []), sequence]);
    }
    expect(bySequence.size).toBe(3);
    for (const sequences of bySequence.values()) expect(sequences).toEqual(sequences.map((_, index) => index + 1));
  });

  it("has every call that it acknowledged, and none twice for one press", () => {
    const told = clerks.flatMap(({ acknowledged }) => acknowledged.flatMap(({ asked, body }) => calledBy(asked, body)));
    const called = ofType("ticket-called").map(({ ticket, counter }) => `${ticket} at ${String(counter)}`);
    expect(called.sort()).toEqual(told.sort());
  });

  it("called nobody to two counters", () => {
    const counters = new Map<string, Set<number>>();
    for (const { ticket, counter } of ofType("ticket-called")) {
      counters.set(ticket, (counters.get(ticket) ?? new Set()).add(counter));
    }
    expect([...counters.values()].every((each) => each.size === 1)).toBe(true);
  });

  it("told screens only what is on disk, each thing once, in order, leaving nothing out", () => {
    for (const screen of screens) {
      const seqs = screen.heard.map(({ seq }) => seq);
      expect(seqs).toEqual([...new Set(seqs)].sort((a, b) => a - b));
      expect(screen.snapshots).toBe(1);
      const calls = screen.heard.flatMap(({ seq, event }) =>
        event.type === "called" ? [[seq, event.number, event.counter]] : [],
      );
      const numbers = new Map(ofType("ticket-issued").map(({ ticket, number }) => [ticket, number]));
      const first = seqs[0] ?? 0;
      const inJournal = ofType("ticket-called").filter(({ seq }) => seq >= first);
      expect(calls).toEqual(inJournal.map(({ seq, ticket, counter }) => [seq, numbers.get(ticket), counter]));
    }
  });

  it("finds its own chain whole", async () => {
    const verified = spawn(process.execPath, [join(projectRoot, "dist/server/main.js"), "--verify", "--data", data], {
      stdio: "ignore",
    });
    expect(await new Promise((resolve) => verified.once("exit", resolve))).toBe(0);
  });
});

/** Calls the next; finishes whoever is in hand, and now and then calls the next with that. */
function nextPress(counter: number, last: Answer["body"] | null): Omit<Asked, "key"> {
  const at = (command: string, body: object) => ({ path: `/api/counters/${String(counter)}/${command}`, body });
  const inHand = last?.["state"] === "called" || (last?.["next"] ?? null) !== null;
  if (!inHand) return at("call-next", {});
  return random() < 0.2 ? at("miss", { next: random() < 0.5 }) : at("finish", { arrived: true, next: random() < 0.5 });
}

/** The call that an acknowledged press of a clerk told of. */
function calledBy({ path }: Asked, body: Answer["body"]): string[] {
  // Finish and miss answer the one called with it as `next`.
  const ticket = (path.endsWith("call-next") ? body : body["next"]) as {
    readonly id: string;
    readonly counter: number;
  } | null;
  return ticket ? [`${ticket.id} at ${String(ticket.counter)}`] : [];
}

function readJournal(file: string): Recorded[] {
  const database = new Database(file, { readonly: true });
  const rows = database.prepare<[], { bytes: Buffer }>("select bytes from journal order by seq").all();
  database.close();
  return rows.map(({ bytes }) => JSON.parse(bytes.toString("utf8")) as Recorded);
}

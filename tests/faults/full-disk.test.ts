import { execFileSync, spawnSync } from "node:child_process";
import { appendFileSync, mkdirSync, rmSync } from "node:fs";
import { join } from "node:path";
import { afterEach, beforeAll, describe, expect, it } from "vitest";
import { databaseFile } from "../../server/store/database.ts";
import { verifyChain } from "../../server/store/verify.ts";
import { forget, MORNING, startHubProcess, temporaryFolder, type HubProcess } from "../support/hub.ts";
import { LiveClient } from "../support/live-client.ts";
import { ask, clerkAt, device, must, signIn, type Headers } from "./program.ts";

/** A way to make a running hub's journal unwritable, and writable again. */
interface Trouble {
  readonly begin: (hub: HubProcess) => void;
  readonly end: (hub: HubProcess) => void;
}

/** No file may be written any more: works for whoever runs the tests, since it is the test's own process. */
const noFileGrows: Trouble = {
  begin: ({ child }) => void execFileSync("prlimit", ["--pid", String(child.pid), "--fsize=0:"]),
  end({ child }) {
    // A process that was killed takes its limit with it.
    if (child.signalCode === null) execFileSync("prlimit", ["--pid", String(child.pid), "--fsize=unlimited:"]);
  },
};

const filler = (hub: HubProcess): string => join(hub.data, "..", "filler");

/** The disk is really full: a small one of its own, which takes the right to mount. */
const diskIsFull: Trouble = {
  begin(hub) {
    const block = Buffer.alloc(4096, 0x5a);
    for (;;) {
      try {
        appendFileSync(filler(hub), block);
      } catch {
        return;
      }
    }
  },
  end(hub) {
    rmSync(filler(hub), { force: true });
  },
};

const mayMount = ((): boolean => {
  const folder = temporaryFolder();
  const isMounted = spawnSync("mount", ["-t", "tmpfs", "-o", "size=1m", "lundao-test", folder]).status === 0;
  if (isMounted) spawnSync("umount", [folder]);
  forget(folder);
  return isMounted;
})();

const mayLimit = spawnSync("prlimit", ["--version"]).status === 0;

/** How long it takes is told anew whenever the hub has looked again, whatever else goes on. */
function withoutWaits(body: unknown): unknown {
  return JSON.parse(JSON.stringify(body, (key, value: unknown) => (key === "estimate" ? null : value)));
}

describe.each([
  { name: "where no file may grow", trouble: noFileGrows, isPossible: mayLimit, megabytes: null },
  { name: "on a disk that is full", trouble: diskIsFull, isPossible: mayMount, megabytes: 6 },
])("a journal that cannot be written, $name", ({ trouble, isPossible, megabytes }) => {
  const folder = temporaryFolder();
  const env = { NODE_ENV: "test", LUNDAO_CLOCK: MORNING };
  let hub: HubProcess | null = null;
  let station: Headers = {};
  let clerk: Headers = {};

  beforeAll(() => {
    if (megabytes !== null && isPossible) {
      execFileSync("mount", ["-t", "tmpfs", "-o", `size=${String(megabytes)}m`, "lundao-test", folder]);
    }
    return () => {
      if (megabytes !== null && isPossible) spawnSync("umount", ["-l", folder]);
      forget(folder);
    };
  });

  afterEach(async () => {
    await hub?.kill();
    hub = null;
  });

  const start = async (): Promise<HubProcess> => {
    const data = join(folder, "data");
    mkdirSync(data, { recursive: true });
    hub = await startHubProcess({ data, env });
    return hub;
  };
  const take = (url: string, key: string) =>
    ask(url, "/api/tickets", { headers: { ...station, "idempotency-key": key }, body: { service: "household" } });
  const press = (
    url: string,
    command: string,
    { key, ...body }: { readonly key: string; readonly arrived?: true; readonly next?: true },
  ) => ask(url, `/api/counters/4/${command}`, { headers: { ...clerk, "idempotency-key": key }, body });
  const seen = async (url: string) => ({
    hall: withoutWaits((await ask(url, "/api/hall", { method: "GET" })).body["services"]),
    counters: (await ask(url, "/api/counters", { method: "GET", headers: clerk })).body,
    tickets: withoutWaits((await ask(url, "/api/tickets", { method: "GET", headers: clerk })).body),
    metrics: await (await fetch(`${url}/metrics`)).text().then((text) => /lundao_journal_seq (\d+)/.exec(text)?.[1]),
  });
  const isNotDurable = (answer: Awaited<ReturnType<typeof ask>>): void => {
    expect([answer.status, answer.body["code"], answer.headers["content-type"]]).toEqual([
      503,
      "not-durable",
      "application/problem+json",
    ]);
    expect(Number(answer.headers["retry-after"])).toBeGreaterThan(0);
  };

  it.skipIf(!isPossible)(
    "is told to everybody who asks for something, changes nothing, and is over once there is room",
    async () => {
      const running = await start();
      const { url } = running;
      station = await device(url, "station");
      clerk = await clerkAt(url, await signIn(url), 4);
      const first = await must(take(url, "first"), 201);
      await must(take(url, "second"), 201);
      await must(press(url, "call-next", { key: "call" }), 200);
      const screen = await LiveClient.open(url);
      screen.watch("lobby");
      await screen.rest();
      const before = await seen(url);

      trouble.begin(running);
      for (let tries = 0; tries < 3; tries += 1) {
        isNotDurable(await take(url, "third"));
        isNotDurable(await press(url, "finish", { key: "end", arrived: true, next: true }));
        isNotDurable(await press(url, "recall", { key: `recall-${String(tries)}` }));
        isNotDurable(await ask(url, "/api/session", { body: { user: "clerk-4", password: "password-of-clerk-4" } }));
        isNotDurable(await ask(url, "/healthz", { method: "GET" }));
      }
      // What would change nothing anyway proves nothing.
      isNotDurable(await ask(url, "/api/tickets/none/cancel", { headers: clerk }));
      expect(await seen(url)).toEqual(before);
      expect(await screen.numbered()).toEqual([]);
      expect(await (await fetch(`${url}/metrics`)).text()).toContain("lundao_journal_writable 0");

      trouble.end(running);
      const third = await must(take(url, "third"), 201);
      expect([first.body["number"], third.body["number"]]).toEqual(["H001", "H003"]);
      const ended = await must(press(url, "finish", { key: "end", arrived: true, next: true }), 200);
      expect(ended.body["next"]).toMatchObject({ number: "H002" });
      await must(ask(url, "/healthz", { method: "GET" }), 200);
      expect((await screen.rest()).flatMap(({ event, seq }) => (seq === undefined ? [] : [event?.type]))).toEqual([
        "waiting",
        "left",
        "called",
      ]);
      screen.close();
      expect((await take(url, "third")).body).toEqual(third.body);
    },
  );

  it.skipIf(!isPossible)("has lost nothing when the hub starts again, killed in the midst of it", async () => {
    const running = await start();
    const before = await seen(running.url);
    trouble.begin(running);
    isNotDurable(await take(running.url, "fourth"));
    await running.kill("SIGKILL");
    trouble.end(running);
    const { url } = await start();
    expect(verifyChain(databaseFile(join(folder, "data"))).brokenAt).toBeNull();
    const after = await seen(url);
    expect([after.tickets, after.counters]).toEqual([before.tickets, before.counters]);
    expect((await must(take(url, "fourth"), 201)).body["number"]).toBe("H004");
  });
});

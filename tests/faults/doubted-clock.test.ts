import { chmodSync, mkdirSync, writeFileSync } from "node:fs";
import { delimiter, join } from "node:path";
import { afterAll, beforeAll, describe, expect, it, vi } from "vitest";
import { forget, sampleHall, startHub, startHubProcess, temporaryFolder, TestClock } from "../support/hub.ts";
import { ask, device, must, signIn, type Headers } from "./program.ts";

/** The hub's last day: long before any machine's clock on which this is run. */
const LAST_DAY = "2020-01-06";

describe("a hub that is killed while it doubts its machine's clock", () => {
  const data = temporaryFolder();
  const programs = join(data, "programs");
  let hub: Awaited<ReturnType<typeof startHubProcess>> | null = null;
  let url = "";
  let station: Headers = {};

  /** The time service that the machine asks. */
  const timeServiceSays = (answer: "yes" | "no"): void => {
    const program = join(programs, "timedatectl");
    writeFileSync(program, `#!/bin/sh\n[ "$*" = "show --property=NTPSynchronized --value" ] && echo ${answer}\n`);
    chmodSync(program, 0o755);
  };
  const start = async (): Promise<void> => {
    await hub?.kill();
    const env = { PATH: `${programs}${delimiter}${process.env["PATH"] ?? ""}` };
    hub = await startHubProcess({ data, args: ["--demo"], env });
    ({ url } = hub);
  };
  const doubt = async () => (await must(ask(url, "/healthz", { method: "GET" }), 200)).body["clock"];
  const date = async () => (await must(ask(url, "/api/hall", { method: "GET" }), 200)).body["date"];
  const number = async () =>
    (await must(ask(url, "/api/tickets", { headers: station, body: { service: "proof" } }), 201)).body["number"];

  beforeAll(async () => {
    mkdirSync(programs);
    timeServiceSays("no");
    const clock = new TestClock(`${LAST_DAY}T09:00:00+08:00`);
    const before = await startHub({ data, clock, demo: true, hall: sampleHall() });
    await before.stop();
    await start();
    station = await device(url, "station");
  }, 60_000);

  afterAll(async () => {
    await hub?.kill();
    forget(data);
  });

  it("is in doubt still, kill after kill, and gives its numbers on the day it was", { timeout: 60_000 }, async () => {
    const given = [];
    for (let kill = 0; kill < 3; kill += 1) {
      expect([await doubt(), await date()]).toEqual(["pause", LAST_DAY]);
      given.push(await number());
      await start();
    }
    expect(given.map((each) => Number(String(each).slice(-3)))).toEqual([1, 2, 3]);
  });

  it("goes by the machine once it is confirmed, and after the next kill too", { timeout: 60_000 }, async () => {
    const manager = await signIn(url);
    const { body } = await must(ask(url, "/api/clock", { method: "GET", headers: manager }), 200);
    await must(ask(url, "/api/clock/confirm", { headers: manager, body: { machine: body["machine"] } }), 200);
    const today = await date();
    expect(today).not.toBe(LAST_DAY);
    await start();
    expect([await doubt(), await date()]).toEqual([null, today]);
    expect(String(await number()).slice(-3)).toBe("001");
  });
});

describe("a hub that doubts its machine's clock where a time service is", () => {
  it("goes by the machine as soon as the service stands behind it", { timeout: 60_000 }, async () => {
    const data = temporaryFolder();
    const programs = join(data, "programs");
    mkdirSync(programs);
    writeFileSync(join(programs, "timedatectl"), "#!/bin/sh\necho yes\n", { mode: 0o755 });
    const clock = new TestClock(`${LAST_DAY}T09:00:00+08:00`);
    const before = await startHub({ data, clock, demo: true, hall: sampleHall() });
    await before.stop();
    const env = { PATH: `${programs}${delimiter}${process.env["PATH"] ?? ""}` };
    const hub = await startHubProcess({ data, args: ["--demo"], env });
    const hall = async () => (await ask(hub.url, "/api/hall", { method: "GET" })).body;
    await vi.waitFor(async () => expect((await hall())["date"]).not.toBe(LAST_DAY), { timeout: 30_000, interval: 250 });
    await hub.kill();
    forget(data);
  });
});

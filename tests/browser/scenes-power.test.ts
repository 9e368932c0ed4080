import { afterEach, describe, expect, it } from "vitest";
import type { PrintJob } from "../../shared/wire/print.ts";
import type { Ticket } from "../../shared/wire/ticket.ts";
import { ask, clerkAt, device, must, signIn, type Headers } from "../faults/program.ts";
import { FakePrinter } from "../support/fake-printer.ts";
import { forget, MORNING, startHubProcess, temporaryFolder, type HubProcess } from "../support/hub.ts";
import { isMarkedCopy, printedSlip, wordsOn } from "../support/slips.ts";
import { board, chimes, openScreen, stands, until } from "./lobby-page.ts";
import { openStation, tap, viewIs } from "./station-page.ts";
import { played, Stage } from "./stage.ts";

const stage = played(new Stage());
const data = temporaryFolder();
let hub: HubProcess;
let printer: FakePrinter;

/** The hub as it starts when its machine has power. */
async function powered(at: string, port = 0): Promise<HubProcess> {
  return startHubProcess({ data, port, env: { NODE_ENV: "test", LUNDAO_CLOCK: at } });
}

async function list<A>(path: string, headers: Headers): Promise<A[]> {
  const { body } = await must(ask(hub.url, path, { method: "GET", headers }), 200);
  return (body as { items: A[] }).items;
}

/** The number on a whole slip. */
function numberOn(slip: Buffer): string | undefined {
  return wordsOn(printedSlip(slip)).find((line) => /^[A-Z]+\d+$/.test(line));
}

afterEach(async () => {
  await hub.kill();
  await printer.turnOff();
  forget(data);
});

describe("power off at the hub and the printer in mid-print", () => {
  it(
    "loses neither the number nor its slip, and station and lobby come back by themselves",
    { timeout: 120_000 },
    async () => {
      printer = await FakePrinter.start();
      hub = await powered(MORNING);
      const manager = await signIn(hub.url);
      const clerk = await clerkAt(hub.url, manager, 2);
      const headers = await device(hub.url, "station");
      const [own] = await list<{ id: string }>("/api/devices", manager);
      const settings = { kind: "tcp", ...printer.address, columns: 48 };
      await must(
        ask(hub.url, `/api/devices/${own?.id ?? ""}/printer`, { method: "PUT", headers: manager, body: settings }),
        200,
      );
      const { page: screen } = stage.page(await openScreen(stage.browser, { url: hub.url, token: "" }));
      await screen.getByText("还没有叫号").waitFor();
      const { page: station } = stage.page(await openStation(stage.browser, { url: hub.url, station: { headers } }));
      await tap(station, "[data-service=pension]");
      await station.locator("[data-slip=printed]").waitFor();
      await must(ask(hub.url, "/api/counters/2/call-next", { headers: clerk }), 200);
      await stands(screen, "S001");
      for (let second = 0; second < 16; second++) await station.clock.runFor(1_000);
      await viewIs(station, "services");

      const whole = printer.slips[0]?.length ?? 0;
      printer.switches.losesPowerAfterBytes = Math.floor(whole / 2);
      await tap(station, "[data-service=pension]");
      await station.locator("[data-number=S002]").first().waitFor();
      await printer.until(({ deliveries }) => deliveries.length === 2);
      await hub.kill("SIGKILL");
      await printer.turnOff();
      expect(printer.slips).toHaveLength(1);
      expect(printer.deliveries[1]?.slip.length).toBe(Math.floor(whole / 2));
      await screen.locator(".foot.stale").getByText("叫号可能不是最新").waitFor();
      for (let second = 0; second < 30; second++) await station.clock.runFor(1_000);
      // A number that is not on paper stays on the glass.
      expect(await station.locator("[data-number]").first().getAttribute("data-number")).toBe("S002");

      hub = await powered("2026-11-25T09:02:00+08:00", Number(new URL(hub.url).port));
      const [ticket] = await list<Ticket>("/api/tickets?number=S002", manager);
      expect([ticket?.state, ticket?.service]).toEqual(["waiting", "pension"]);
      await screen.locator(".foot.stale").waitFor({ state: "detached" });
      const pending = await list<PrintJob>("/api/print-jobs?state=pending", manager);
      expect(pending.map(({ number }) => number)).toEqual(["S002"]);

      printer.switches.losesPowerAfterBytes = null;
      await printer.turnOn();
      await station.locator("[data-slip=printed]").waitFor();
      const slips = printer.slips.map((slip) => [numberOn(slip), isMarkedCopy(slip)]);
      expect(slips).toEqual([
        ["S001", false],
        ["S002", true],
      ]);
      expect(wordsOn(printedSlip(printer.slips[1] ?? Buffer.alloc(0))).join()).toContain("补打");
      for (let second = 0; second < 16; second++) await station.clock.runFor(1_000);
      await viewIs(station, "services");
      await tap(station, "[data-service=pension]");
      await station.locator("[data-number=S003]").first().waitFor();
      await station.locator("[data-slip=printed]").waitFor();

      // The clerk is signed in still, the window open, and the one in its hand as before.
      await must(ask(hub.url, "/api/counters/2/finish", { headers: clerk, body: { arrived: true, next: true } }), 200);
      await stands(screen, "S002");
      expect((await board(screen)).map(({ number }) => number)).toEqual(["S002", "S001"]);
      await until(screen, async () => (await chimes(screen)).calls === 2);
      expect(await chimes(screen)).toEqual({ calls: 2, recalls: 0 });
    },
  );
});

import { afterEach, describe, expect, it } from "vitest";
import type { Device } from "../../shared/wire/access.ts";
import type { Ticket } from "../../shared/wire/ticket.ts";
import { FakePrinter } from "../support/fake-printer.ts";
import { forget, MANAGER_PASSWORD, startHubProcess, temporaryFolder, type HubProcess } from "../support/hub.ts";
import { isMarkedCopy, printedSlip, wordsOn } from "../support/slips.ts";

const data = temporaryFolder();
let hub: HubProcess | null = null;
let printer: FakePrinter | null = null;

afterEach(async () => {
  await hub?.kill();
  await printer?.turnOff();
  forget(data);
});

/** A request to the hub as a program would send it; the answer's shape is the caller's to know. */
async function ask<A>(path: string, { method = "POST", headers = {}, body = {} }: Asked = {}): Promise<Answered<A>> {
  const answer = await fetch(`${hub?.url ?? ""}${path}`, {
    method,
    headers: { "content-type": "application/json", ...headers },
    ...(method !== "GET" && { body: JSON.stringify(body) }),
  });
  if (!answer.ok) throw new Error(`${path}: ${String(answer.status)} ${await answer.text()}`);
  return { body: (await answer.json()) as A, cookie: answer.headers.get("set-cookie")?.split(";")[0] ?? "" };
}

interface Asked {
  readonly method?: string;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: object;
}

interface Answered<A> {
  readonly body: A;
  readonly cookie: string;
}

describe("a hub killed in the middle of printing", () => {
  it("prints the slip again at its next start, says that it may be the second, and then the others in order", async () => {
    printer = await FakePrinter.start({ fallsSilentAfterBytes: 1 });
    hub = await startHubProcess({ data });
    const { cookie } = await ask("/api/session", { body: { user: "manager", password: MANAGER_PASSWORD } });
    const { body: offer } = await ask<{ id: string; secret: string }>("/api/devices", { body: { kind: "station" } });
    const { body: device } = await ask<{ token: string }>(`/api/devices/${offer.id}/token`, {
      body: { secret: offer.secret },
    });
    const settings = { kind: "tcp", ...printer.address, columns: 48 };
    await ask<Device>(`/api/devices/${offer.id}/printer`, { method: "PUT", headers: { cookie }, body: settings });

    const headers = { authorization: `Bearer ${device.token}` };
    const { body: first } = await ask<Ticket>("/api/tickets", { headers, body: { service: "pension" } });
    await printer.until(({ slips }) => slips.length === 1);
    const { body: second } = await ask<Ticket>("/api/tickets", { headers, body: { service: "pension" } });
    await hub.kill("SIGKILL");

    printer.switches.fallsSilentAfterBytes = null;
    hub = await startHubProcess({ data });
    await printer.until(({ slips }) => slips.length === 3);
    const told = printer.slips.map((slip) => ({
      number: wordsOn(printedSlip(slip)).find((line) => /^[A-Z]+\d+$/.test(line)),
      isCopy: isMarkedCopy(slip),
    }));
    expect(told).toEqual([
      { number: first.number, isCopy: false },
      { number: first.number, isCopy: true },
      { number: second.number, isCopy: false },
    ]);
  });
});

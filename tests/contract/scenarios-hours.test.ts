import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { prepareHall } from "../../server/first-start.ts";
import type { HallFile, HallService } from "../../shared/wire/hall-file.ts";
import { Desk, expected, type Person, type Refused } from "../support/desk.ts";
import { forget, hallUnder, sampleHall, startHub, type TestHub } from "../support/hub.ts";

type RefusedUntil = Refused & { readonly nextOpening?: string };

/** The sample hall, a service of it under other settings. */
function hallWith(id: string, settings: Partial<HallService>): HallFile {
  const file = hallUnder({ onePerPerson: "off" });
  const services = file.services.map((service) => (service.id === id ? { ...service, ...settings } : service));
  return { ...file, services };
}

describe("what queue systems test themselves on: hours, quotas, and what is closed", () => {
  let hub: TestHub;
  let desk: Desk;
  let guide: Person;
  let station: Person;

  const open = async (settings: Partial<HallService> = {}): Promise<void> => {
    hub = await startHub({ hall: hallWith("proof", settings) });
    desk = new Desk(hub);
    guide = await desk.staff("guide");
    station = await desk.station();
  };
  const reopen = async (settings: Partial<HallService>): Promise<void> => {
    await hub.stop();
    forget(hub.data);
    await open(settings);
  };
  const refusal = async (service: string, who = station): Promise<(string | number | undefined)[]> => {
    const { body } = await who.post<RefusedUntil>("/api/tickets", { service }, { "accept-language": "zh" });
    return [body.status, body.code, body.nextOpening, body.detail];
  };
  const issued = async (): Promise<string[]> => {
    const { body } = await guide.get<{ items: { number: string }[] }>("/api/tickets");
    return body.items.map(({ number }) => number);
  };

  beforeEach(() => open());

  afterEach(async () => {
    await hub.stop();
    forget(hub.data);
  });

  it("22: a new day starts the numbers again, and yesterday's tickets have expired", async () => {
    const ticket = await station.take("proof");
    expect(ticket.number).toBe("Z001");
    hub.clock.set("2026-11-26T08:31:00+08:00");
    expect((await station.take("proof")).number).toBe("Z001");
    expect((await guide.ticket(ticket.id)).state).toBe("expired");
  });

  it("22: a full quota is refused with the next opening: of the next period, or of the next day", async () => {
    await reopen({ quota: { period: 2, day: 3 } });
    const taken = [await station.take("proof"), await station.take("proof")];
    const [status, code, next] = await refusal("proof");
    expect([status, code, next]).toEqual([422, "quota-reached", "2026-11-25T13:30:00.000+08:00"]);
    expect((await refusal("proof", guide))[1]).toBe("quota-reached");
    hub.clock.set("2026-11-25T13:30:00+08:00");
    taken.push(await station.take("proof"));
    const over = await refusal("proof");
    expect(over.slice(0, 3)).toEqual([422, "quota-reached", "2026-11-26T08:30:00.000+08:00"]);
    expect(over[3]).toMatch(/号已取完.*明早8:30/);
    hub.clock.set("2026-11-26T08:30:00+08:00");
    expect((await station.take("proof")).number).toBe("Z001");
    expect(taken.map(({ number }) => number)).toEqual(["Z001", "Z002", "Z003"]);
  });

  it("23: an unknown service is refused, and no number is lost over it", async () => {
    const refused = await station.post("/api/tickets", { service: "moon-travel" });
    expect([refused.status, refused.body.code, refused.body.field]).toEqual([404, "not-found", "service"]);
    expect((await station.take("proof")).number).toBe("Z001");
  });

  it("23: a closed station says why and when it opens, and no number is lost over it", async () => {
    hub.clock.set("2026-11-25T12:10:00+08:00");
    const [status, code, next, detail] = await refusal("proof");
    expect([status, code, next]).toEqual([422, "outside-hours", "2026-11-25T13:30:00.000+08:00"]);
    expect(detail).toContain("13:30");
    expect(await issued()).toEqual([]);
    hub.clock.set("2026-11-25T13:30:00+08:00");
    expect((await station.take("proof")).number).toBe("Z001");
  });

  it("23: a service closed at this hour, or stopped, says why and when; the others go on", async () => {
    const week = sampleHall().hall.hours;
    await reopen({ hours: { ...week, wed: [["10:00", "11:30"]] } });
    const [status, code, next] = await refusal("proof");
    expect([status, code, next]).toEqual([422, "outside-hours", "2026-11-25T10:00:00.000+08:00"]);
    await station.take("living");
    hub.clock.set("2026-11-25T10:00:00+08:00");
    expected(await guide.post("/api/services/proof/stop", { reason: "网络故障", until: "10:40" }), 200);
    const stopped = await refusal("proof");
    expect(stopped.slice(0, 3)).toEqual([422, "service-closed", "2026-11-25T10:40:00.000+08:00"]);
    expect(stopped[3]).toContain("网络故障");
    await station.take("living");
    hub.clock.set("2026-11-25T10:40:00+08:00");
    expect((await station.take("proof")).number).toBe("Z001");
    expect(await issued()).toEqual(["L001", "L002", "Z001"]);
  });

  it("25: an emergency is raised, seen by everybody, and ended", async () => {
    const seen = async (who: Person) =>
      expected(await who.get<{ emergency: { title: { zh: string } } | null }>("/api/emergency"), 200).emergency?.title
        .zh;
    const everybody = [desk.stranger(), station, await desk.device("screen"), await desk.staff("clerk")];
    expect((await everybody[3]?.post("/api/emergency", { template: "fire", minutes: 10 }))?.body.code).toBe(
      "not-allowed",
    );
    expected(await guide.post("/api/emergency", { template: "fire", minutes: 10 }), 201);
    for (const who of everybody) expect(await seen(who)).toBe("请立即离开大厅");
    expect((await refusal("proof"))[1]).toBe("emergency");
    expect((await guide.ask("DELETE", "/api/emergency")).status).toBe(204);
    for (const who of everybody) expect(await seen(who)).toBeUndefined();
    expect((await station.take("proof")).number).toBe("Z001");
  });

  it("25: a service with waiting tickets cannot be deleted", async () => {
    const { number } = await station.take("proof");
    const file = hub.hub.context.writer.state.hall?.file ?? sampleHall();
    const counters = file.counters.map(({ presets: _, ...counter }) => ({
      ...counter,
      tiers: counter.tiers.map((tier) => tier.filter((id) => id !== "proof")).filter((tier) => tier.length > 0),
    }));
    const without = { ...file, services: file.services.filter(({ id }) => id !== "proof"), counters };
    const hallFile = join(hub.data, "without-proof.json");
    writeFileSync(hallFile, JSON.stringify(without));
    const replaced = { ...hub.hub, config: { ...hub.hub.config, hallFile, replaceHall: true } };
    await expect(prepareHall(replaced, () => null)).rejects.toThrow(
      `LUNDAO_HALL: ${number} still needs proof, which is not in the file's services; replace the hall after hours`,
    );
    expect((await (await desk.clerkAt(7)).next()).number).toBe(number);
  });

  it("25: it can only be closed, and whoever waits for it keeps the place", async () => {
    const clerk = await desk.clerkAt(7);
    const waiting = [await station.take("proof"), await station.take("proof")];
    expected(await guide.post("/api/services/proof/stop", { reason: "停电" }), 200);
    expect((await refusal("proof"))[1]).toBe("service-closed");
    expect((await clerk.press("call-next")).body.code).toBe("nobody-waiting");
    for (const { id } of waiting) expect((await guide.ticket(id)).state).toBe("waiting");
    expected(await guide.post("/api/services/proof/resume"), 200);
    const called = [];
    for (const _ of waiting) {
      called.push((await clerk.next()).id);
      await clerk.serves();
    }
    expect(called).toEqual(waiting.map(({ id }) => id));
  });
});

import { beforeEach, describe, expect, it, vi } from "vitest";
import { BookingDesk } from "../../../counter-panel/data/booking-desk.ts";
import { Sender } from "../../../counter-panel/data/sender.ts";
import { HeldApi } from "../../support/held-api.ts";

const asked = (text: string): string => `/api/bookings?q=${text}`;
const slotsOf = (service: string): string => `/api/services/${service}/slots`;

let api: HeldApi;
let desk: BookingDesk;

beforeEach(() => {
  api = new HeldApi();
  const changed = () => undefined;
  const sender = new Sender({ ask: api.ask, monotonic: () => 0, changed });
  desk = new BookingDesk({ ask: api.ask, sender, changed, checkedIn: () => undefined });
});

describe("answers that come late at the desk of bookings", () => {
  it("show nobody else's booking than the one looked for last", async () => {
    api.answer(asked("1111"), { items: [{ id: "b-1" }] });
    api.answer(asked("2222"), { items: [{ id: "b-2" }] });
    api.holdAll();
    const late = desk.find("1111");
    await vi.waitUntil(() => api.count(asked("1111")) === 1);
    const last = desk.find("2222");
    await vi.waitUntil(() => api.count(asked("2222")) === 1);
    api.letGo(asked("2222"));
    await last;
    api.letGo(asked("1111"));
    await late;
    expect(desk.wanted).toBe("2222");
    expect(desk.items?.map(({ id }) => id)).toEqual(["b-2"]);
  });

  it("show no slots of another service than the one chosen last, nor while these are asked for", async () => {
    api.answer(slotsOf("card"), { date: "2026-11-25", items: [], days: [] });
    api.answer(slotsOf("pension"), { date: "2026-11-26", items: [], days: [] });
    await desk.lookAt("card", null);
    expect(desk.slots?.date).toBe("2026-11-25");
    api.holdAll();
    const late = desk.lookAt("card", null);
    const last = desk.lookAt("pension", null);
    expect(desk.slots).toBeNull();
    api.letGo(slotsOf("pension"));
    await last;
    api.letGo(slotsOf("card"));
    await late;
    expect(desk.slots?.date).toBe("2026-11-26");
  });
});

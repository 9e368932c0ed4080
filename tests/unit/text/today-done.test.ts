import { describe, expect, it } from "vitest";
import { doneToday, type DoneToday } from "../../../shared/text/today-done.ts";
import { aService } from "../../support/samples.ts";

const where = {
  hall: { services: [aService()] },
  counters: [
    {
      number: 3,
      label: { zh: "A区03", en: "Counter A03" },
      presetNames: [{ preset: "everything", name: null, services: ["civil"] }],
    },
  ],
};
const told = (change: DoneToday, language: "zh" | "en" = "zh") => doneToday(change, where, language);

describe("what a change for today has done", () => {
  it("names the service, and until when it is stopped where that was said", () => {
    expect(told({ type: "stop", service: "civil", until: "10:40" })).toBe("社区证明已暂停，到10:40");
    expect(told({ type: "stop", service: "civil", until: null })).toBe("社区证明已暂停");
    expect(told({ type: "resume", service: "civil" }, "en")).toBe("Certificates: taken up again");
  });

  it("names the counter and what it does now", () => {
    expect(told({ type: "preset", counter: 3, preset: "everything" })).toBe("A区03已改办「全部业务」");
  });

  it("names the time until which the hall is open, and the paper numbers", () => {
    expect(told({ type: "extend", until: "18:00" })).toBe("已延长到18:00");
    expect(told({ type: "paper", items: [{ number: "P001" }, { number: "P007" }] })).toBe("已补录2个：P001、P007");
  });
});

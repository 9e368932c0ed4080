import { describe, expect, it } from "vitest";
import type { ApiProblem } from "../../../shared/ui/api.ts";
import { tellView } from "../../../ticket-station/view-words.ts";
import { freshSession, type Session } from "../../../ticket-station/session.ts";
import { aHall, aService } from "../../support/samples.ts";

const hall = aHall();
const refused = (code: ApiProblem["code"]): Session => ({
  ...freshSession,
  view: { at: "refused", problem: { code, title: "", detail: "", status: 409 } },
});

describe("what stands over a page of the station", () => {
  it("promises a number for a tap only where one is given", () => {
    const closed = { services: [aService({ open: false, closedFor: "outside-hours" })] };
    expect(tellView(freshSession, hall, "zh")).toEqual({ heading: "您要办什么？", how: "点一下就出号" });
    expect(tellView(freshSession, closed, "zh")).toEqual({ heading: "您要办什么？", how: "" });
  });

  it("says what is with a booking, and of everything else that no number was given", () => {
    expect(tellView(refused("already-checked-in"), hall, "zh").heading).toBe("已取过号");
    expect(tellView(refused("too-early"), hall, "zh").heading).toBe("未到时间");
    expect(tellView(refused("quota-reached"), hall, "zh").heading).toBe("没有取到号");
  });
});

import { describe, expect, it } from "vitest";
import { closedShort, closedWhy, stoppedWhileWaiting } from "../../../shared/text/closed-service.ts";
import { aService } from "../../support/samples.ts";

const now = "2026-11-25T10:05:00.000+08:00";
const stopped = (reason: string | null, until: string | null) =>
  aService({
    open: false,
    closedFor: "service-closed",
    nextOpening: until ?? "2026-11-26T08:30:00.000+08:00",
    stopped: { reason, since: now, until },
  });

describe("a service that gives no numbers", () => {
  it("says in a few words why and when again", () => {
    const at = (closedFor: "quota-reached" | "outside-hours") =>
      aService({ open: false, closedFor, nextOpening: "2026-11-26T08:30:00.000+08:00" });
    expect(closedShort(at("quota-reached"), now, "zh")).toBe("号已取完，明早8:30可取");
    expect(closedShort(at("outside-hours"), now, "en")).toBe("No numbers now; next 8:30 tomorrow");
    expect(closedShort(aService(), now, "zh")).toBeNull();
  });

  it("says the reason for which it is stopped, and no time where nobody knows one", () => {
    const until = "2026-11-25T10:40:00.000+08:00";
    expect(closedWhy(stopped("网络故障", until), now, "zh")).toBe("暂停办理：网络故障，10:40恢复");
    expect(closedWhy(stopped("Network", until), now, "en")).toBe("Suspended: Network; back at 10:40");
    expect(closedWhy(stopped("网络故障", null), now, "zh")).toBe("暂停办理：网络故障");
    expect(closedWhy(stopped(null, until), now, "zh")).toBe("暂停办理，10:40恢复");
  });

  it("tells those who wait for it that their place is kept, and only while it is stopped", () => {
    expect(stoppedWhileWaiting(stopped("停电", null), now, "zh")).toBe("暂停办理：停电。您的号有效，顺序不变");
    expect(stoppedWhileWaiting(aService({ closedFor: "outside-hours" }), now, "zh")).toBeNull();
  });
});

import { describe, expect, it } from "vitest";
import { serviceName, tellTicket, titleOf } from "../../../phone/ticket-telling.ts";
import { aHall, aLeg, aService, aTicket } from "../../support/samples.ts";

const hall = aHall();

describe("what a ticket's page says", () => {
  it("tells a waiting resident how many are ahead and where it will be", () => {
    const telling = tellTicket(aTicket(), hall, "zh");
    expect(telling.headline).toBe("等候中，前面5位");
    expect(telling.lines).toEqual(["办理窗口：3号窗口"]);
    expect(telling).toMatchObject({ tone: "calm", ahead: 5, canGiveUp: true, comeBack: null });
  });

  it("says that one is next rather than that nobody is ahead", () => {
    expect(tellTicket(aTicket({ ahead: 0 }), hall, "zh").headline).toBe("等候中，下一位就是您");
  });

  it("leaves the count out while it is unknown", () => {
    expect(tellTicket(aTicket({ ahead: null }), hall, "zh").headline).toBe("等候中");
  });

  it("says the time of an appointment first", () => {
    const ticket = aTicket({ class: "appointment", ahead: null, dueAt: "2026-11-25T10:00:00.000+08:00" });
    expect(tellTicket(ticket, hall, "zh").lines[0]).toBe("预约时间 10:00");
  });

  it("tells the estimate when there is one", () => {
    const ticket = aTicket({ estimate: { p50: 1500, p90: 2400 } });
    expect(tellTicket(ticket, hall, "zh").lines[0]).toBe("还要等约25分钟");
  });

  it("names every counter that may call, and where there are too many says to listen", () => {
    const where = [1, 2, 3, 4, 5].map((number) => ({ zh: `${String(number)}号窗口`, en: `Counter ${String(number)}` }));
    const at = (count: number) => aHall({ services: [aService({ where: where.slice(0, count) })] });
    expect(tellTicket(aTicket(), at(4), "zh").lines).toEqual(["办理窗口：1、2、3、4号窗口"]);
    expect(tellTicket(aTicket(), at(4), "en").lines).toEqual(["Served at Counter 1, 2, 3 or 4"]);
    expect(tellTicket(aTicket(), at(5), "zh").lines).toEqual(["办理窗口：听叫号"]);
  });

  it("sends a called resident to the counter by the hall's own label", () => {
    const telling = tellTicket(aTicket({ state: "called", counter: 3, calls: 1 }), hall, "zh");
    expect(telling).toMatchObject({ tone: "now", headline: "请到A区03", canGiveUp: false });
  });

  it("says when it was a recall", () => {
    const first = tellTicket(aTicket({ state: "called", counter: 3, calls: 1 }), hall, "en");
    const again = tellTicket(aTicket({ state: "called", counter: 3, calls: 2 }), hall, "en");
    expect(again.lines).not.toEqual(first.lines);
  });

  it("still names the counter when the hall could not be asked", () => {
    expect(tellTicket(aTicket({ state: "called", counter: 7, calls: 1 }), null, "zh").headline).toBe("请到7号窗口");
    expect(tellTicket(aTicket({ state: "called", counter: 7, calls: 1 }), null, "en").headline).toBe(
      "Please go to counter 7",
    );
  });

  it("sends the resident to the counter where the call itself starts service", () => {
    const autoStart = aHall({ rules: { ...hall.rules, autoStart: true } });
    const serving = aTicket({ state: "serving", counter: 3, calls: 1 });
    expect(tellTicket(serving, autoStart, "zh")).toMatchObject({ tone: "now", headline: "请到A区03" });
    expect(tellTicket(serving, hall, "zh")).toMatchObject({ tone: "calm", headline: "正在办理" });
  });

  it("tells a missed resident what coming back means, the page's own key first and the desk second", () => {
    const telling = tellTicket(aTicket({ state: "missed", ahead: null }), hall, "zh");
    expect(telling).toMatchObject({ tone: "missed", headline: "已叫过您的号", canGiveUp: true });
    expect(telling.comeBack).toEqual([
      "恢复后，排在同类第3位之后",
      "叫过60分钟内可以恢复，最多2次",
      "也可以到咨询台恢复",
    ]);
  });

  it("sends who has come back too often to the desk, and says so once", () => {
    const telling = tellTicket(aTicket({ state: "missed", requeues: 2 }), hall, "zh");
    expect(telling).toMatchObject({ headline: "已叫过您的号，请到咨询台", lines: [], comeBack: null });
  });

  it("says that one is back in line, and behind how many", () => {
    const back = aTicket({ requeues: 1, ahead: 3, legs: [aLeg({ calledAt: "2026-11-25T09:10:00.000+08:00" })] });
    expect(tellTicket(back, hall, "zh").headline).toBe("已恢复，再等3位");
  });

  it("says after a transfer that the number stays good and which counter will call", () => {
    const legs = [aLeg({ state: "transferred", calledAt: "2026-11-25T09:10:00.000+08:00" }), aLeg()];
    const moved = aTicket({ legs, counter: 3, ahead: 1, requeues: 1 });
    expect(tellTicket(moved, hall, "zh")).toMatchObject({ headline: "原号有效，请等A区03叫号", lines: ["前面1位"] });
    expect(tellTicket({ ...moved, ahead: 0 }, hall, "zh").lines).toEqual(["下一位就是您"]);
    expect(tellTicket({ ...moved, counter: null }, hall, "zh").headline).toBe("原号有效，请等叫号");
  });

  it("speaks of the return, not of the transfer, once a transferred ticket was missed and came back", () => {
    const legs = [aLeg({ state: "transferred" }), aLeg({ calledAt: "2026-11-25T09:30:00.000+08:00" })];
    expect(tellTicket(aTicket({ legs, requeues: 1, ahead: 2 }), hall, "zh").headline).toBe("已恢复，再等2位");
  });

  it("tells who is on hold to come straight back", () => {
    const held = tellTicket(aTicket({ state: "held", counter: 3 }), hall, "zh");
    expect(held).toMatchObject({ headline: "回来请直接到A区03", canGiveUp: true });
  });

  it.each(["finished", "cancelled", "expired", "unfinished"] as const)(
    "offers nothing more once a ticket is %s",
    (state) => {
      expect(tellTicket(aTicket({ state }), hall, "zh")).toMatchObject({
        tone: "over",
        canGiveUp: false,
        comeBack: null,
      });
    },
  );
});

describe("the page's title", () => {
  it("begins with a mark and the counter when the ticket is called", () => {
    const ticket = aTicket({ state: "called", counter: 3, calls: 1 });
    expect(titleOf(ticket, tellTicket(ticket, hall, "zh"))).toBe("● 请到A区03 · A012");
  });

  it("begins with the number while waiting", () => {
    const ticket = aTicket();
    expect(titleOf(ticket, tellTicket(ticket, hall, "zh"))).toBe("A012 · 等候中，前面5位");
  });
});

describe("the service's name", () => {
  it("is the hall's, and empty where the hall is unknown", () => {
    expect(serviceName(aTicket(), hall, "en")).toBe("Certificates");
    expect(serviceName(aTicket(), null, "en")).toBe("");
  });
});

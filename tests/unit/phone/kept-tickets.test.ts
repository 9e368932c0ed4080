import { beforeEach, describe, expect, it } from "vitest";
import { dropTicket, keepTicket, keptTickets } from "../../../phone/kept-tickets.ts";
import { forget, remember } from "../../../shared/ui/memory.ts";

const today = "2026-11-25";
const at = `${today}T09:00:00.000+08:00`;

beforeEach(() => {
  forget("lundao.tickets");
});

describe("tickets taken on this phone", () => {
  it("are kept, newest first", () => {
    keepTicket("one", { number: "A001", issuedAt: at });
    keepTicket("two", { number: "B001", issuedAt: at });
    expect(keptTickets(today).map(({ number }) => number)).toEqual(["B001", "A001"]);
  });

  it("are kept once each", () => {
    keepTicket("one", { number: "A001", issuedAt: at });
    keepTicket("one", { number: "A001", issuedAt: at });
    expect(keptTickets(today)).toHaveLength(1);
  });

  it("are forgotten when their day is over", () => {
    keepTicket("old", { number: "A001", issuedAt: "2026-11-24T09:00:00.000+08:00" });
    expect(keptTickets(today)).toEqual([]);
    keepTicket("new", { number: "A002", issuedAt: at });
    expect(keptTickets("2026-11-24")).toEqual([]);
  });

  it("are dropped when the visit is over", () => {
    keepTicket("one", { number: "A001", issuedAt: at });
    keepTicket("two", { number: "B001", issuedAt: at });
    dropTicket("one");
    expect(keptTickets(today).map(({ token }) => token)).toEqual(["two"]);
  });

  it.each(["no JSON", "{}", '[1, null, {"token": 3}]'])("do not stumble over what else may stand there: %s", (text) => {
    remember("lundao.tickets", text);
    expect(keptTickets(today)).toEqual([]);
  });
});

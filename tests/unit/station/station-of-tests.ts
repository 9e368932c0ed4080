/** A station without a page, before a hub that says what a test lets it say. */
import type { Language } from "../../../shared/domain/vocabulary.ts";
import type { HallNow } from "../../../shared/wire/hall.ts";
import type { PrinterHealth } from "../../../shared/wire/access.ts";
import type { Ticket } from "../../../shared/wire/ticket.ts";
import { HallFeed } from "../../../ticket-station/hall-feed.ts";
import { StationFlow } from "../../../ticket-station/station-flow.ts";
import { HeldApi } from "../../support/held-api.ts";
import { HeldLine } from "../../support/held-line.ts";
import { aHall, aService, aTicket } from "../../support/samples.ts";

export const ticketToken = "Zq3vN8s0aXkPb2mYtR5w1c";
export const ticketPath = `/api/t/${ticketToken}`;

/** A number as the one who took it gets it; its slip is on its way. */
export function taken(more: Partial<Ticket> = {}): Ticket {
  return aTicket({ number: "S001", token: ticketToken, print: { job: "j1", state: "pending" }, ...more });
}

export interface Station {
  readonly api: HeldApi;
  readonly line: HeldLine;
  readonly feed: HallFeed;
  readonly flow: StationFlow;
  /** What was dispatched, by type, `change` left out. */
  readonly told: readonly string[];
  readonly printer: (condition: PrinterHealth["condition"]) => void;
}

/** The hall has been loaded and the printer is ready. */
export async function openStation(hall: Partial<HallNow> = {}): Promise<Station> {
  const api = new HeldApi();
  const line = new HeldLine(Date.parse("2026-11-25T09:00:00.000+08:00"));
  api.answer("/api/hall", aHall({ services: [aService(), aService({ id: "pension" })], ...hall }));
  api.answer("/api/tickets", taken());
  api.answer(ticketPath, taken());
  const feed = new HallFeed({ hub: line, device: "d1", loadHall: () => api.ask<HallNow>("GET", "/api/hall") });
  let language: Language = "zh";
  let keys = 0;
  const flow = new StationFlow({
    hub: line,
    feed,
    token: "device",
    request: api.ask,
    newKey: () => `key-${String((keys += 1))}`,
    language: {
      get: () => language,
      set: (chosen) => {
        language = chosen;
      },
    },
  });
  const told: string[] = [];
  flow.addEventListener("unpaired", () => told.push("unpaired"));
  const printer = (condition: PrinterHealth["condition"]) => {
    line.tell("screen/d1", { type: "printer", at: "", printer: { condition } });
  };
  printer("ready");
  await settled();
  return { api, line, feed, flow, told, printer };
}

/** Everything that needs no clock to happen has happened. */
export async function settled(): Promise<void> {
  for (let turn = 0; turn < 20; turn += 1) await Promise.resolve();
}

/** Calls, counters and a hall for the stories of lobby screens. */
import type { HallNow } from "../../../shared/wire/hall.ts";
import type { LobbyCall, LobbyCounter } from "../../../shared/wire/live.ts";
import type { ListedCall } from "../../../display/lobby/picture.ts";
import { aHall, aService } from "../../support/samples.ts";

export const nine = "2026-11-25T09:00:00.000+08:00";

/** An instant so many seconds after nine. */
export function at(seconds: number): string {
  return new Date(Date.parse(nine) + seconds * 1_000 + 8 * 3_600_000).toISOString().replace("Z", "+08:00");
}

export function lobbyCall(number: string, counter: number, more: Partial<LobbyCall> = {}): LobbyCall {
  return {
    type: "called",
    number,
    counter,
    label: { zh: `${String(counter)}号窗口`, en: `Counter ${String(counter)}` },
    area: "main",
    service: "pension",
    lang: "zh",
    times: 1,
    at: nine,
    waiting: 3,
    ...more,
  };
}

export function listedCall(number: string, counter: number, more: Partial<ListedCall> = {}): ListedCall {
  const { waiting: _, ...call } = lobbyCall(number, counter);
  return { ...call, seq: 1, ...more };
}

export function lobbyCounter(counter: number, more: Partial<LobbyCounter> = {}): LobbyCounter {
  return {
    counter,
    label: { zh: `${String(counter)}号窗口`, en: `Counter ${String(counter)}` },
    area: "main",
    state: "open",
    returnAt: null,
    number: null,
    services: ["pension"],
    ...more,
  };
}

export function hallNow(more: Partial<HallNow> = {}): HallNow {
  return aHall({
    id: "hall",
    name: { zh: "江滨社区便民服务中心", en: "Jiangbin Community Service Centre" },
    languages: ["zh", "en"],
    now: nine,
    periods: [
      { from: "2026-11-25T08:30:00.000+08:00", to: "2026-11-25T12:00:00.000+08:00" },
      { from: "2026-11-25T13:30:00.000+08:00", to: "2026-11-25T17:30:00.000+08:00" },
    ],
    nextOpening: "2026-11-26T08:30:00.000+08:00",
    categories: [
      { id: "social", name: { zh: "社会保障", en: "Social security" } },
      { id: "medical", name: { zh: "医疗保障", en: "Medical" } },
      { id: "empty", name: { zh: "没有事项", en: "Nothing" } },
    ],
    services: [
      service("pension", "social", "养老待遇"),
      service("card", "social", "社保卡"),
      service("claims", "medical", "医保报销"),
    ],
    areas: [{ id: "main", name: { zh: "综合服务区", en: "Service area" } }],
    counters: [
      {
        number: 1,
        label: { zh: "1号窗口", en: "Counter 1" },
        name: { zh: "社保窗口", en: "Social security" },
        area: "main",
        services: ["pension"],
      },
      {
        number: 8,
        label: { zh: "咨询台", en: "Desk" },
        name: { zh: "咨询台", en: "Information desk" },
        area: "main",
        services: [],
      },
    ],
    voice: { languages: ["zh", "en"], repeat: 2, yao: true },
    ...more,
  });
}

function service(id: string, category: string, name: string): HallNow["services"][number] {
  return aService({ id, prefix: "S", name: { zh: name, en: id }, category, waiting: 0, where: [] });
}

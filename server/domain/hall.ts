/**
 * The hall as the rules see it: the hall file with every default filled in and looked up by key.
 * Types come from the wire's schema, the one truth; nothing of it runs here.
 */
import type { HallCounter, HallFile, HallService } from "../../shared/wire/hall-file.ts";
import type { Text } from "../../shared/wire/common.ts";
import type { TransferPosition } from "../../shared/domain/vocabulary.ts";

/** Every rule that has a number or a switch, none left open. Names and units as in `hall.rules`. */
export interface Rules {
  readonly overflowMinutes: number;
  readonly priorityRun: number;
  readonly requeueBehind: number;
  readonly requeueTimes: number;
  readonly requeueMinutes: number;
  readonly holdMinutes: number;
  readonly transferPosition: TransferPosition;
  readonly autoStart: boolean;
  readonly phoneTickets: boolean;
  readonly phoneOpenLimit: number;
  readonly statutoryReasons: readonly string[];
  readonly courtesyReasons: readonly string[];
  readonly missAfterCalls: number;
  readonly missAfterSeconds: number;
  readonly callAcross: boolean;
  readonly retainDays: number;
}

export interface Hall {
  readonly file: HallFile;
  readonly id: string;
  readonly timezone: string;
  readonly rules: Rules;
  readonly services: ReadonlyMap<string, HallService>;
  readonly counters: ReadonlyMap<number, HallCounter>;
}

/** Fills in the defaults of `domain.md`; expects a file that has passed `checkHall`. */
export function hallFrom(file: HallFile): Hall {
  const given = file.hall.rules ?? {};
  return {
    file,
    id: file.hall.id,
    timezone: file.hall.timezone,
    rules: {
      overflowMinutes: given.overflowMinutes ?? 30,
      priorityRun: given.priorityRun ?? 2,
      requeueBehind: given.requeueBehind ?? 3,
      requeueTimes: given.requeueTimes ?? 2,
      requeueMinutes: given.requeueMinutes ?? 60,
      holdMinutes: given.holdMinutes ?? 45,
      transferPosition: given.transferPosition ?? "front",
      autoStart: given.autoStart ?? false,
      phoneTickets: given.phoneTickets ?? false,
      phoneOpenLimit: given.phoneOpenLimit ?? 20,
      statutoryReasons: given.statutoryReasons ?? [],
      courtesyReasons: given.courtesyReasons ?? [],
      missAfterCalls: given.missAfterCalls ?? 3,
      missAfterSeconds: given.missAfterSeconds ?? 60,
      callAcross: given.callAcross ?? false,
      retainDays: given.retainDays ?? 30,
    },
    services: new Map(file.services.map((service) => [service.id, service])),
    counters: new Map(file.counters.map((counter) => [counter.number, counter])),
  };
}

/** What residents read of a counter: its label, else its number as a window. */
export function counterLabel(counter: HallCounter): Text {
  return (
    counter.label ?? {
      zh: `${String(counter.number)}号窗口`,
      en: `Counter ${String(counter.number)}`,
      "zh-Hant": `${String(counter.number)}號窗口`,
    }
  );
}

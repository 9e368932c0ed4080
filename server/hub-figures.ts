/** What `/metrics` tells of the hall as it stands. */
import { calendarAlarm, unserved } from "./domain/alarms.ts";
import type { Writer } from "./commands/writer.ts";
import type { MetricsOptions } from "./plugins/metrics.ts";

/** @param clients how many live connections there are. */
export function hubFigures(writer: Writer, clients: () => number): MetricsOptions {
  return {
    waiting: () => writer.state.queue.size,
    seq: () => writer.state.seq,
    isWritable: () => writer.isWritable,
    clock: () => writer.sight,
    clients,
    overtime: () => writer.state.today.overtime,
    unserved: () => unserved(writer.state, writer.now()).reduce((sum, { waiting }) => sum + waiting, 0),
    isCalendarKnown: () => calendarAlarm(writer.state, writer.now()) === null,
  };
}

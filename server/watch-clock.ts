/** Looks after the machine's clock, and tells the log and the technician what becomes of it. */
import type { FastifyBaseLogger } from "fastify";
import { systemTimeService } from "./clock.ts";
import { ClockWatch } from "./commands/clock-watch.ts";
import type { Context } from "./commands/context.ts";
import type { TimeService } from "./commands/ports.ts";
import type { HubTopics } from "./live/hub-topics.ts";
import { messageOf } from "./message-of.ts";
import { clockView } from "./views/clock-view.ts";

export interface ClockWiring {
  readonly topics: HubTopics;
  /** Absent: the machine's own. */
  readonly timeService: TimeService | undefined;
  readonly log: FastifyBaseLogger;
}

export function watchClock(context: Context, { topics, timeService, log }: ClockWiring): ClockWatch {
  const { writer, moments } = context;
  return new ClockWatch({
    context,
    timeService: timeService ?? systemTimeService,
    millis: () => performance.now(),
    onChange: (sight) => {
      const aheadSeconds = Math.round((sight.machine - sight.now) / 1000);
      if (sight.doubt === null) log.info({ clock: { aheadSeconds } }, "the machine's clock is believed");
      else log.warn({ clock: { doubt: sight.doubt, aheadSeconds } }, "the machine's clock is not believed");
      const moment = moments.of(writer.state, sight.now);
      if (!moment) return;
      topics.pass("health", { type: "clock", at: moment.zone.iso(sight.now), clock: clockView(moment, sight) });
    },
    onFailure: (error) => {
      log.error({ err: { name: "clock", message: messageOf(error) } }, "the clock could not be looked after");
    },
  });
}

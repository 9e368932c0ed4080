/** Figures for Prometheus: how long answers take, what the queue and the journal do. */
import fp from "fastify-plugin";
import { callFigures } from "./call-figures.ts";
import { collectDefaultMetrics, Counter, Gauge, Histogram, Registry } from "prom-client";

export interface Metrics {
  read(): Promise<{ readonly text: string; readonly type: string }>;
}

export interface MetricsOptions {
  readonly waiting: () => number;
  readonly seq: () => number;
  readonly isWritable: () => boolean;
  readonly clients: () => number;
  /** The machine's clock beside the hall's time, in milliseconds. */
  readonly clock: () => { readonly now: number; readonly machine: number; readonly doubt: string | null };
  readonly overtime: () => number;
  readonly unserved: () => number;
  readonly isCalendarKnown: () => boolean;
}

/** Registers the figures and returns the reader; the process's own are gathered from the first reading on. */
export function newMetrics(options: MetricsOptions) {
  const registry = new Registry();
  const registers = [registry];
  const answers = new Histogram({
    name: "lundao_answer_seconds",
    help: "Time from request to answer, by route pattern",
    labelNames: ["method", "route", "status"],
    buckets: [0.001, 0.002, 0.005, 0.01, 0.02, 0.05, 0.1, 0.5, 2],
    registers,
  });
  const refusals = new Counter({
    name: "lundao_refusals_total",
    help: "Answers of 400 and above, by status",
    labelNames: ["status"],
    registers,
  });
  const gauge = (name: string, help: string, value: () => number): Gauge =>
    new Gauge({
      name,
      help,
      registers,
      collect() {
        this.set(value());
      },
    });
  gauge("lundao_waiting_tickets", "Tickets waiting now", options.waiting);
  gauge("lundao_journal_seq", "Place of the last event in the journal", options.seq);
  gauge("lundao_journal_writable", "1 while the journal can be written", () => (options.isWritable() ? 1 : 0));
  gauge("lundao_clock_doubted", "1 while the machine's clock is not believed", () =>
    options.clock().doubt === null ? 0 : 1,
  );
  gauge("lundao_clock_ahead_seconds", "The machine's clock ahead of the hall's time; negative behind it", () => {
    const { machine, now } = options.clock();
    return (machine - now) / 1000;
  });
  gauge("lundao_live_clients", "Connected live clients", options.clients);
  gauge("lundao_overtime_finished", "Tickets finished today after a period's regular end", options.overtime);
  gauge("lundao_unserved_tickets", "Tickets waiting for services that no counter at work lists", options.unserved);
  gauge("lundao_calendar_known", "0 while the calendar of holidays ends within 30 days, or has ended", () =>
    options.isCalendarKnown() ? 1 : 0,
  );
  const byLabels = new Map<string, Pick<Histogram.Internal<string>, "observe">>();
  /** Looking a figure up by its labels costs more than counting, so it is kept. */
  const answersOf = (method: string, route: string, status: string): Pick<Histogram.Internal<string>, "observe"> => {
    const labels = `${method} ${route} ${status}`;
    let figure = byLabels.get(labels);
    if (!figure) {
      figure = answers.labels(method, route, status);
      byLabels.set(labels, figure);
    }
    return figure;
  };
  const calls = callFigures(registers);
  let isGathering = false;

  return {
    calls,
    plugin: fp((app, _, done) => {
      app.addHook("onResponse", (request, reply, finished) => {
        const status = String(reply.statusCode);
        answersOf(request.method, request.routeOptions.url ?? "none", status).observe(reply.elapsedTime / 1000);
        if (reply.statusCode >= 400) refusals.inc({ status });
        finished();
      });
      done();
    }),
    async read(): Promise<{ readonly text: string; readonly type: string }> {
      if (!isGathering) collectDefaultMetrics({ register: registry });
      isGathering = true;
      return { text: await registry.metrics(), type: registry.contentType };
    },
  };
}

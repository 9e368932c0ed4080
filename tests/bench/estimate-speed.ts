/** How long the estimates of a full hall take: they are made in a thread of their own, and must still be in time. */
import { Estimator } from "../../server/domain/estimate/estimator.ts";
import type { HallPicture, PictureTicket } from "../../server/domain/estimate/picture.ts";
import { seeded } from "../../server/domain/estimate/random.ts";
import { ticketClasses } from "../../shared/domain/vocabulary.ts";
import { quantile } from "../../tools/day/statistics.ts";
import { absolute, type Bench } from "./support/figure.ts";

const WAITING = 500;
const COUNTERS = 40;
const SERVICES = 12;
const MILLISECONDS = 50;

export const estimateSpeed: Bench = {
  name: "estimate-speed",
  about: `estimates for ${WAITING} waiting tickets and ${SERVICES} services at ${COUNTERS} counters`,
  needsBuild: false,
  run: async ({ isQuick }) => {
    const estimator = practised();
    const picture = fullHall(WAITING, COUNTERS);
    const taken: number[] = [];
    for (let round = 0; round < (isQuick ? 10 : 60); round += 1) {
      const from = performance.now();
      estimator.tell(picture, round);
      // The first rounds are compiled as they run.
      if (round >= 5) taken.push(performance.now() - from);
    }
    const bound = { is: "at most", limit: MILLISECONDS } as const;
    return [
      absolute({ what: "median", unit: "ms", bound }, [quantile(taken, 0.5)]),
      absolute({ what: "95th percentile", unit: "ms", bound: null }, [quantile(taken, 0.95)]),
    ];
  },
};

/** One with a trained correction, a pace of its own for every clerk, and people joining. */
function practised(): Estimator {
  const estimator = new Estimator();
  const random = seeded(7);
  for (let round = 0; round < 40; round += 1) {
    const picture = fullHall(20, 4, round * 60_000);
    estimator.tell(picture, round);
    for (const { id, service, since } of picture.waiting) {
      const name = `s${service}`;
      const at = picture.at + random() * 900_000;
      estimator.joined({ service: name, class: "normal", at: since });
      estimator.served({ service: name, typicalSeconds: 300, clerk: `c${service % 4}`, seconds: 60 + random() * 600 });
      estimator.called({ ticket: id, service: name, at, waitSeconds: (at - since) / 1000 });
    }
  }
  estimator.startDay(1);
  for (let join = 0; join < 200; join += 1) {
    estimator.joined({
      service: `s${join % SERVICES}`,
      class: join % 9 === 0 ? "courtesy" : "normal",
      at: NOON - join * 4000,
    });
  }
  return estimator;
}

const NOON = 43_200_000;

function fullHall(waiting: number, counters: number, at = NOON): HallPicture {
  const random = seeded(at);
  return {
    at,
    secondOfDay: at / 1000,
    services: Array.from({ length: SERVICES }, (_, service) => ({ id: `s${service}`, typicalSeconds: 300 })),
    counters: Array.from({ length: counters }, (_, counter) => ({
      clerk: `c${counter}`,
      tiers: [
        [counter % SERVICES, (counter + 1) % SERVICES],
        [(counter + 2) % SERVICES, (counter + 5) % SERVICES],
      ],
      takesOverflow: true,
      run: 0,
      inHand: { service: counter % SERVICES, since: at - random() * 400_000 },
      idleSince: null,
      backAt: null,
      away: null,
    })),
    waiting: Array.from({ length: waiting }, (_, index): PictureTicket => ({
      id: `${at}-${index}`,
      service: Math.floor(random() * SERVICES),
      class: index % 10 === 0 ? (ticketClasses[index % 3] ?? "normal") : "normal",
      place: index,
      since: at - (waiting - index) * 5000,
      dueAt: null,
      directedTo: null,
    })),
    bookings: Array.from({ length: 20 }, (_, index) => ({ service: index % SERVICES, dueAt: at + index * 300_000 })),
    asked: Array.from({ length: SERVICES }, (_, service) => service),
    priorityRun: 2,
    overflowAfter: 1_800_000,
  };
}

/**
 * Lets the hall go on from a picture, many times over, by its own calling order and the learned times: what comes out is
 * how long each waiting ticket, and a would-be ticket of each service asked about, waits in each future.
 */
import type { Millis } from "../../../shared/domain/vocabulary.ts";
import type { Learned } from "./learned.ts";
import { APPOINTMENT, CLASSES, COURTESY, laneOf, Line, NORMAL } from "./line.ts";
import type { CallingOrder } from "./order.ts";
import type { HallPicture, PictureCounter } from "./picture.ts";
import type { Random } from "./random.ts";
import type { SpanTable } from "./spans.ts";

/** Those who may yet come in one future; more than a line of this length waits for is of no account. */
const LATER_AT_MOST = 300;

export interface Simulating {
  readonly picture: HallPicture;
  readonly learned: Learned;
  readonly order: CallingOrder;
  readonly random: Random;
  readonly futures: number;
  /** How many join a lane in a second of late, by lane. */
  readonly joining: Float64Array;
}

export interface Futures {
  /** Whoever is asked about: the waiting tickets as in the picture, then a would-be ticket of each service asked. */
  readonly asked: number;
  readonly futures: number;
  /**
   * Seconds until the turn, as many places for each asked as there are futures: from the first place on where they are
   * called then, from the last one back where they have left before.
   */
  readonly waits: Float32Array;
  readonly called: Int32Array;
  readonly gone: Int32Array;
  /** How many are called before, on average. */
  readonly before: Float64Array;
}

export function simulate(simulating: Simulating): Futures {
  return new Simulation(simulating).run();
}

class Simulation {
  readonly #given: Simulating;
  readonly #line: Line;
  readonly #services: number;
  readonly #asked: number;
  /** Of them, those for whom some counter may call. */
  readonly #answerable: number;
  /** Where those begin who join later. */
  readonly #later: number;
  readonly #tables: SpanTable[];
  readonly #gaps: SpanTable;
  readonly #leaves: number[];
  readonly #paces: Float64Array;
  readonly #free: Float64Array;
  readonly #awayFrom: Float64Array;
  readonly #awayUntil: Float64Array;
  /** Entrants who are to join at an instant known now, earliest first. */
  readonly #due: Int32Array;
  readonly #dueAt: Float64Array;
  readonly #isTaken: Uint8Array;
  readonly #joiningTotal: number;
  /** By service, the counters that list it. */
  readonly #servers: Int32Array[];
  /** Counters that found nobody to call. */
  readonly #isIdle: Uint8Array;

  constructor(given: Simulating) {
    this.#given = given;
    const { picture, learned, order, joining } = given;
    const { services, counters, waiting, bookings } = picture;
    this.#services = services.length;
    this.#asked = waiting.length + picture.asked.length;
    this.#later = this.#asked + bookings.length;
    const entrants = this.#later + LATER_AT_MOST;
    this.#line = new Line({
      lanes: services.length * CLASSES + counters.length,
      entrants,
      counters: counters.length,
    });
    this.#tables = services.map(({ id, typicalSeconds }) => learned.spansOf(id, typicalSeconds));
    this.#gaps = learned.gaps;
    this.#leaves = services.map(({ id }) => learned.leavesPerSecond(id));
    this.#paces = new Float64Array(services.length * counters.length);
    this.#free = new Float64Array(counters.length);
    this.#awayFrom = Float64Array.from(counters, ({ away }) => this.#seconds(away?.from ?? Infinity));
    this.#awayUntil = Float64Array.from(counters, ({ away }) => this.#seconds(away?.until ?? Infinity));
    for (const [counter, { clerk, run }] of counters.entries()) {
      this.#line.run[counter] = run;
      for (const [service, { id }] of services.entries()) {
        this.#paces[counter * services.length + service] = learned.paceOf(id, clerk);
      }
    }

    const due: { entrant: number; at: number }[] = [];
    for (const [entrant, ticket] of waiting.entries()) {
      const ticketClass = classIndex[ticket.class];
      const lane =
        ticket.directedTo === null
          ? laneOf(ticket.service, ticketClass)
          : services.length * CLASSES + ticket.directedTo;
      this.#set(entrant, { lane, place: ticket.place, since: this.#seconds(ticket.since) });
      if (ticket.dueAt !== null && ticket.dueAt > picture.at) due.push({ entrant, at: this.#seconds(ticket.dueAt) });
      else this.#line.join(entrant);
    }
    for (const [index, service] of picture.asked.entries()) {
      const entrant = waiting.length + index;
      this.#set(entrant, { lane: laneOf(service, NORMAL), place: order.placeOf(0, service, NORMAL), since: 0 });
      this.#line.join(entrant);
    }
    for (const [booking, { service, dueAt }] of bookings.entries()) {
      const [entrant, at] = [this.#asked + booking, Math.max(0, this.#seconds(dueAt))];
      const place = order.placeOf(at, service, APPOINTMENT);
      this.#set(entrant, { lane: laneOf(service, APPOINTMENT), place, since: at });
      due.push({ entrant, at });
    }
    due.sort((a, b) => a.at - b.at);
    this.#due = Int32Array.from(due, ({ entrant }) => entrant);
    this.#dueAt = Float64Array.from(due, ({ at }) => at);
    this.#isTaken = new Uint8Array(this.#asked);
    this.#joiningTotal = joining.reduce((sum, rate) => sum + rate, 0);
    this.#servers = services.map((_, service) =>
      Int32Array.from(counters.flatMap(({ tiers }, counter) => (tiers.flat().includes(service) ? [counter] : []))),
    );
    this.#isIdle = new Uint8Array(counters.length);
    this.#answerable = this.#countAnswerable();
    this.#line.keep();
  }

  run(): Futures {
    const { futures } = this.#given;
    const found: Futures = {
      asked: this.#asked,
      waits: new Float32Array(this.#asked * futures),
      futures,
      called: new Int32Array(this.#asked),
      gone: new Int32Array(this.#asked),
      before: new Float64Array(this.#asked),
    };
    for (let future = 0; future < futures; future += 1) this.#live(found);
    for (const [asked, called] of found.called.entries()) {
      const turns = Math.max(1, called + (found.gone[asked] ?? 0));
      found.before[asked] = (found.before[asked] ?? 0) / turns;
    }
    return found;
  }

  /** One future, until everybody asked about is called. */
  #live(found: Futures): void {
    const { picture, order, random, futures } = this.#given;
    const line = this.#line;
    const free = this.#free;
    line.restart();
    this.#isTaken.fill(0);
    this.#isIdle.fill(0);
    for (const [counter, state] of picture.counters.entries()) free[counter] = this.#readyIn(counter, state);
    let nextDue = 0;
    let joined = 0;
    let nextJoin = this.#untilJoin();
    let left = this.#answerable;
    let calls = 0;
    while (left > 0) {
      let counter = 0;
      for (let other = 1; other < free.length; other += 1) {
        if ((free[other] ?? 0) < (free[counter] ?? 0)) counter = other;
      }
      const now = free[counter] ?? Infinity;
      let hasWoken = false;
      while (!hasWoken) {
        const dueAt = this.#dueAt[nextDue] ?? Infinity;
        const joinsAt = joined < LATER_AT_MOST ? nextJoin : Infinity;
        const at = Math.min(dueAt, joinsAt);
        if (at > now || at === Infinity) break;
        if (dueAt <= joinsAt) {
          const entrant = this.#due[nextDue] ?? 0;
          nextDue += 1;
          hasWoken = this.#isTaken[entrant] !== 1 && this.#join(entrant, at);
        } else {
          hasWoken = this.#joinLater(this.#later + joined, at);
          joined += 1;
          nextJoin += this.#untilJoin();
        }
      }
      // Somebody may call sooner now.
      if (hasWoken) continue;
      if (now === Infinity) return;
      if (now >= (this.#awayFrom[counter] ?? Infinity) && now < (this.#awayUntil[counter] ?? Infinity)) {
        free[counter] = this.#awayUntil[counter] ?? Infinity;
        continue;
      }

      const own = this.#services * CLASSES + counter;
      const lane = (line.head[own] ?? -1) >= 0 ? own : order.choose(line, counter, now);
      const entrant = lane >= 0 ? line.take(lane) : this.#notYetDue(counter, nextDue);
      if (entrant < 0) {
        this.#isIdle[counter] = 1;
        free[counter] = Infinity;
        continue;
      }
      const ticketClass = (line.lane[entrant] ?? 0) % CLASSES;
      const service = this.#serviceOf(entrant);
      // Whoever only asks takes no time, and goes on asking.
      const isWouldBe = entrant < this.#asked && entrant >= picture.waiting.length;
      const stays =
        isWouldBe || random() < Math.exp(-(this.#leaves[service] ?? 0) * (now - Math.max(0, this.#since(entrant))));
      if (entrant < this.#asked) {
        left -= 1;
        found.before[entrant] = (found.before[entrant] ?? 0) + calls;
        if (stays) {
          const called = found.called[entrant] ?? 0;
          found.waits[entrant * futures + called] = now;
          found.called[entrant] = called + 1;
        } else {
          const gone = (found.gone[entrant] ?? 0) + 1;
          found.waits[(entrant + 1) * futures - gone] = now;
          found.gone[entrant] = gone;
        }
      }
      if (isWouldBe || !stays) continue;
      calls += 1;
      if (lane !== own) this.#countRun(counter, ticketClass);
      const pace = this.#paces[counter * this.#services + service] ?? 1;
      free[counter] = now + (this.#tables[service]?.draw(random()) ?? 0) * pace + this.#gaps.draw(random());
    }
  }

  #countAnswerable(): number {
    const { counters, waiting, asked } = this.#given.picture;
    const served = new Set(counters.flatMap(({ tiers }) => tiers.flat()));
    const tickets = waiting.filter(({ directedTo, service }) => directedTo !== null || served.has(service));
    return tickets.length + asked.filter((service) => served.has(service)).length;
  }

  #readyIn(counter: number, { inHand, idleSince, backAt }: PictureCounter): number {
    const { random } = this.#given;
    const back = backAt === null ? 0 : Math.max(0, this.#seconds(backAt));
    if (inHand === null) {
      return Math.max(
        back,
        this.#gaps.drawRest(random(), idleSince === null ? 0 : Math.max(0, -this.#seconds(idleSince))),
      );
    }
    const pace = this.#paces[counter * this.#services + inHand.service] ?? 1;
    const elapsed = inHand.since === null ? 0 : Math.max(0, -this.#seconds(inHand.since));
    const rest = (this.#tables[inHand.service]?.drawRest(random(), elapsed / pace) ?? 0) * pace;
    return Math.max(back, rest + this.#gaps.draw(random()));
  }

  /** An appointment whose slot is still to come, for a counter that has nobody else. */
  #notYetDue(counter: number, nextDue: number): number {
    const tiers = this.#given.picture.counters[counter]?.tiers ?? [];
    let first = -1;
    for (let index = nextDue; index < this.#due.length; index += 1) {
      const entrant = this.#due[index] ?? 0;
      if (entrant >= this.#asked || this.#isTaken[entrant] === 1) continue;
      const service = this.#serviceOf(entrant);
      if (first >= 0 && (this.#line.place[first] ?? 0) <= (this.#line.place[entrant] ?? 0)) continue;
      if (tiers.some((services) => services.includes(service))) first = entrant;
    }
    if (first >= 0) this.#isTaken[first] = 1;
    return first;
  }

  #joinLater(entrant: number, at: number): boolean {
    const { joining, order, random } = this.#given;
    let rest = random() * this.#joiningTotal;
    let lane = 0;
    while (lane < joining.length - 1 && rest >= (joining[lane] ?? 0)) {
      rest -= joining[lane] ?? 0;
      lane += 1;
    }
    const line = this.#line;
    line.lane[entrant] = lane;
    line.place[entrant] = order.placeOf(at, Math.floor(lane / CLASSES), lane % CLASSES);
    line.since[entrant] = at;
    return this.#join(entrant, at);
  }

  /** Puts somebody in line and wakes a counter that has nobody: one, for more would find nobody. Says whether it did. */
  #join(entrant: number, at: number): boolean {
    this.#line.join(entrant);
    const own = (this.#line.lane[entrant] ?? 0) - this.#services * CLASSES;
    const servers = own >= 0 ? [own] : (this.#servers[this.#serviceOf(entrant)] ?? []);
    let hasWoken = false;
    for (const counter of servers) {
      if (this.#isIdle[counter] !== 1) continue;
      this.#isIdle[counter] = 0;
      this.#free[counter] = at;
      hasWoken = true;
      // Whoever is away when somebody joins leaves it to the others, and looks again when back.
      if (at < (this.#awayFrom[counter] ?? Infinity) || at >= (this.#awayUntil[counter] ?? Infinity)) break;
    }
    return hasWoken;
  }

  #untilJoin(): number {
    return this.#joiningTotal > 0 ? -Math.log(1 - this.#given.random()) / this.#joiningTotal : Infinity;
  }

  #countRun(counter: number, ticketClass: number): void {
    const run = this.#line.run;
    if (ticketClass === NORMAL) run[counter] = 0;
    else if (ticketClass === APPOINTMENT || ticketClass === COURTESY) run[counter] = (run[counter] ?? 0) + 1;
  }

  #serviceOf(entrant: number): number {
    const directed = this.#given.picture.waiting[entrant];
    return directed ? directed.service : Math.floor((this.#line.lane[entrant] ?? 0) / CLASSES);
  }

  #since(entrant: number): number {
    return this.#line.since[entrant] ?? 0;
  }

  #set(entrant: number, { lane, place, since }: { lane: number; place: number; since: number }): void {
    this.#line.lane[entrant] = lane;
    this.#line.place[entrant] = place;
    this.#line.since[entrant] = since;
  }

  #seconds(at: Millis): number {
    return (at - this.#given.picture.at) / 1000;
  }
}

const classIndex = { statutory: 0, appointment: APPOINTMENT, courtesy: COURTESY, normal: NORMAL } as const;

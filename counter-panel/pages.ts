/** What `<ld-panel>` shows: one function for each page, from what the panel knows. */
import { html, type TemplateResult } from "lit";
import type { Language } from "../shared/domain/vocabulary.ts";
import { commonWords } from "../shared/text/common.ts";
import { panelWords } from "../shared/text/panel.ts";
import { pick, say } from "../shared/text/text.ts";
import { timeOfDay } from "../shared/text/times.ts";
import type { User } from "../shared/wire/access.ts";
import type { Counter } from "../shared/wire/counter.ts";
import { countsAt, listsAt, waitingAt, waitingByService, type Lists } from "./data/lists.ts";
import { overviewOf } from "./data/overview.ts";
import type { PanelStore } from "./data/panel-store.ts";
import { raisesEmergencies } from "./roles.ts";
import "./view/counter-choice.ts";
import type { Side } from "./view/events.ts";
import "./view/guide-desk.ts";
import "./view/help-calls.ts";
import "./view/panel-header.ts";
import "./view/sign-in.ts";
import "./view/work-desk.ts";

/** As many as are taken in at a glance. */
const longestNamed = 5;

const noLists: Lists = { waiting: [], missed: [], held: [] };

/** What every page is made from. */
export interface Ground {
  readonly store: PanelStore;
  readonly language: Language;
  /** The hub's clock, with the hall's offset. */
  readonly now: string;
}

/** A page of somebody who is signed in. */
export interface OwnGround extends Ground {
  readonly user: User;
  /** The other side of the panel, where this person may work there too. */
  readonly otherSide: Side | null;
}

export function openingPage({ store, language }: Ground): TemplateResult {
  return calmLine("…", say(store.isLineLost ? commonWords.hubLost : commonWords.loading, language));
}

export function signInPage({ store, language }: Ground): TemplateResult {
  const { signIn, feed } = store;
  return html`<ld-sign-in
    hall=${feed.hall ? pick(feed.hall.name, language) : ""}
    .problem=${signIn.problem}
    ?busy=${signIn.isBusy}
    ?lost=${store.isLineLost}
  ></ld-sign-in>`;
}

export function workPage({ store, now, user, otherSide }: OwnGround, counter: Counter): TemplateResult {
  const { feed, work, nowMillis } = store;
  const { hall, queue } = feed;
  return html`<ld-work-desk
    .hall=${hall}
    .counter=${counter}
    .counters=${queue ? [...queue.counters.values()] : []}
    .inHand=${work.inHand}
    .lists=${queue && hall ? listsAt({ queue, counter, rules: hall.rules, nowMillis, next: work.next }) : noLists}
    .next=${work.next}
    .counts=${queue ? countsAt(queue, counter) : []}
    .choice=${work.choice}
    .question=${work.question}
    .trouble=${work.trouble}
    .delivery=${work.delivery}
    .left=${work.left}
    .nobodyAt=${work.nobodyAt}
    .busy=${work.busy}
    .otherSide=${otherSide}
    person=${user.name}
    ?raises=${raisesEmergencies(user.role)}
    now=${now}
    nowMillis=${nowMillis}
    ?reachable=${store.isReachable}
  ></ld-work-desk>`;
}

/** @param lastTime the counter taken here the last time. */
export function choicePage(ground: OwnGround, lastTime: number | null): TemplateResult {
  const { store, language, user } = ground;
  const { feed, work } = store;
  const { queue } = feed;
  const counters = queue ? [...queue.counters.values()] : [];
  return html`
    ${header(ground, say(panelWords.choiceTitle, language))}
    ${
      queue
        ? html`<ld-counter-choice
            .counters=${counters}
            .waiting=${new Map(counters.map((counter) => [counter.number, waitingAt(queue, counter)]))}
            .allowed=${user.counters}
            .lastTime=${lastTime}
            .trouble=${work.trouble}
            .notice=${work.notice}
            ?busy=${work.busy !== null}
            ?reachable=${store.isReachable}
          ></ld-counter-choice>`
        : openingPage(ground)
    }
  `;
}

export function deskPage(ground: OwnGround): TemplateResult {
  const { store, language } = ground;
  const { feed, desk, today } = store;
  return html`
    ${header(ground, say(panelWords.desk, language))}
    <ld-help-calls
      .counters=${feed.queue ? [...feed.queue.counters.values()] : []}
      nowMillis=${store.nowMillis}
      ?off=${!store.isReachable}
    ></ld-help-calls>
    <ld-guide-desk
      .hall=${feed.hall}
      .waiting=${feed.queue ? waitingByService(feed.queue) : new Map<string, number>()}
      .overview=${
        feed.queue && feed.hall
          ? overviewOf({ queue: feed.queue, hall: feed.hall, nowMillis: store.nowMillis, most: longestNamed })
          : null
      }
      .tally=${store.tally}
      enquiries=${feed.queue?.enquiries ?? 0}
      nowMillis=${store.nowMillis}
      .ticket=${desk.ticket}
      .jobs=${desk.jobs}
      .trouble=${desk.trouble}
      .missing=${desk.missing}
      .bookings=${store.bookings}
      .seen=${store.bookings.seen}
      .counters=${[...(feed.queue?.counters.values() ?? [])]}
      .alarms=${feed.queue?.alarms ?? null}
      .settled=${today.settled}
      ?changing=${today.isBusy}
      ?fresh=${desk.isFresh}
      ?issuing=${desk.isIssuing}
      ?busy=${desk.isBusyWithTicket}
      ?reachable=${store.isReachable}
    ></ld-guide-desk>
  `;
}

/** For roles that have nothing to do here. */
export function nothingHerePage(ground: OwnGround): TemplateResult {
  const { language } = ground;
  return html`
    ${header(ground, say(commonWords.panel, language))} ${calmLine("i", say(panelWords.notForThisRole, language))}
  `;
}

function header({ store, now, user, otherSide }: OwnGround, place: string): TemplateResult {
  return html`<ld-panel-header
    place=${place}
    person=${user.name}
    time=${timeOfDay(now)}
    .otherSide=${otherSide}
    ?closes=${store.work.counter !== null}
    ?lost=${!store.isReachable}
    ?raises=${raisesEmergencies(user.role)}
  ></ld-panel-header>`;
}

function calmLine(sign: string, words: string): TemplateResult {
  return html`<p class="note line" role="status"><span class="sign" aria-hidden="true">${sign}</span>${words}</p>`;
}

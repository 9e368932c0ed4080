/** A Wednesday morning in the sample hall, busy enough to be looked at. */
import type { Ticket } from "../../shared/wire/ticket.ts";
import { Desk, type Clerk, type Person } from "../support/desk.ts";
import { inThisThread } from "../support/estimators.ts";
import { publish } from "../support/items.ts";
import { startHub, TestClock, type TestHub } from "../support/hub.ts";

export interface Morning {
  readonly hub: TestHub;
  readonly url: string;
  readonly desk: Desk;
  readonly station: Person;
  readonly screen: Person;
  readonly counterScreen: Person;
  /** At counter 3, with a courtesy ticket called. */
  readonly clerk: Clerk;
  readonly guide: Person;
  readonly manager: Person;
  /** A waiting ticket, as the one who took it has it. */
  readonly waiting: Ticket & { readonly token: string };
}

const PUBLIC_URL = "https://hall.example.gov.cn";

/** Who comes, in this order: service, and the reason of a priority. */
const arrivals: readonly (readonly [service: string, reason?: string])[] = [
  ["pension"],
  ["medical"],
  ["proof"],
  ["household"],
  ["allowance", "elderly"],
  ["medical", "elderly"],
  ["pension"],
  ["birth"],
  ["veterans"],
  ["card"],
  ["living"],
  ["proof"],
  ["medical"],
  ["pension"],
  ["jobs"],
  ["card"],
  ["household"],
  ["medical"],
];

export async function busyMorning(): Promise<Morning> {
  const hub = await startHub({
    clock: new TestClock("2026-11-25T09:41:00+08:00"),
    env: { LUNDAO_PUBLIC_URL: PUBLIC_URL },
    startEstimator: inThisThread,
  });
  const url = await hub.app.listen({ host: "127.0.0.1", port: 0 });
  const desk = new Desk(hub);
  const [station, guide] = [await desk.device("station", { name: "东门取号机" }), await desk.staff("guide")];
  for (const [service, reason] of arrivals) {
    await (reason === undefined ? station.take(service) : guide.take(service, { class: "courtesy", reason }));
    hub.clock.advance({ minutes: 2, seconds: 10 });
  }
  await atWork(desk, hub);
  const clerk = await desk.clerkAt(3);
  await clerk.next();
  hub.clock.advance({ seconds: 25 });
  const waiting = await station.take("card");
  await onTheWall(desk);
  return {
    hub,
    url,
    desk,
    station,
    guide,
    clerk,
    waiting,
    screen: await desk.device("screen", { name: "大厅综合屏" }),
    counterScreen: await desk.device("counter-screen", { name: "2号窗口屏", counter: 2 }),
    manager: await desk.manager(),
  };
}

/** What the hall shows besides calls. */
async function onTheWall(desk: Desk): Promise<void> {
  const [editor, manager] = [await desk.staff("editor"), await desk.manager()];
  await publish(editor, manager, {
    kind: "notice",
    title: { zh: "养老待遇资格认证", en: "Pension certification" },
    body: {
      zh: "请在**12月31日前**办理。\n\n- 本人身份证\n- 社保卡\n\n行动不便的,可以预约上门。",
      en: "Please come **before 31 December** with your ID card and social security card.",
    },
    seconds: 3600,
  });
  await publish(editor, manager, {
    kind: "ticker",
    title: { zh: "义诊", en: "Clinic" },
    body: { zh: "本周六上午社区广场义诊,请带好医保卡", en: "Free clinic on Saturday morning, community square" },
  });
}

/** The other counters: one serves, one has just called, one is on a break. */
async function atWork(desk: Desk, hub: TestHub): Promise<void> {
  const two = await desk.clerkAt(2);
  await two.next();
  await two.does("start");
  const seven = await desk.clerkAt(7);
  await seven.next();
  await seven.serves();
  await seven.next();
  const four = await desk.clerkAt(4);
  await four.next();
  await four.serves();
  await four.press("pause", { reason: "午餐", returnAt: "13:30" });
  hub.clock.advance({ seconds: 40 });
}

import type { Page } from "playwright-core";
import { describe, expect, it } from "vitest";
import { readCounter, readTicketNumber } from "../../shared/text/numbers.ts";
import type { HallFile } from "../../shared/wire/hall-file.ts";
import type { Ticket } from "../../shared/wire/ticket.ts";
import { expected } from "../support/desk.ts";
import { sampleHall, TestClock } from "../support/hub.ts";
import { chimes, openScreen, pairedToken, sayings, soundsOf, until } from "./lobby-page.ts";
import { panelStage, type PanelHall } from "./panel-page.ts";

const stage = panelStage();
const windows = [1, 2, 3, 4, 5, 6, 7, 8];
const wanted = ["pension", "proof", "medical", "household", "allowance"];

/** The sample hall with a window in place of its desk, where every window takes everything and each call is said once. */
function openHall(): HallFile {
  const file = sampleHall();
  const tiers = [file.services.map(({ id }) => id)];
  return {
    ...file,
    counters: file.counters.map(({ presets: _, ...counter }) => ({
      ...counter,
      label: { zh: `${String(counter.number)}号窗口`, en: `Counter ${String(counter.number)}` },
      area: "main",
      tiers,
      overflow: true,
    })),
    voice: { languages: ["zh"], repeat: 1, yao: true },
  };
}

/** Numbers of everybody, in the order in which they were given. */
async function given({ manager }: PanelHall): Promise<string[]> {
  const { items } = expected(await manager.get<{ items: Ticket[] }>("/api/tickets"), 200);
  return items.map(({ number }) => number);
}

async function waiting({ desk }: PanelHall): Promise<number> {
  const { services } = expected(await desk.stranger().get<{ services: { waiting: number }[] }>("/api/hall"), 200);
  return services.reduce((sum, service) => sum + service.waiting, 0);
}

/** Every clerk presses in the same instant, and sees a ticket called. */
async function allPress(panels: readonly Page[], key: string): Promise<void> {
  for (const page of panels) await page.clock.runFor(1_000);
  await Promise.all(panels.map((page) => page.keyboard.press(key)));
}

/** The number that stands on each clerk's card, in this state. */
function inHands(panels: readonly Page[], state: "called" | "serving", but: readonly string[] = []): Promise<string[]> {
  return Promise.all(
    panels.map(async (page, index) => {
      const card = page.locator(`.card.${state} .number`);
      await card.filter(but[index] === undefined ? {} : { hasNotText: but[index] }).waitFor();
      return (await card.innerText()).trim();
    }),
  );
}

interface Row {
  readonly seq: number;
  readonly number: string;
  readonly label: string;
}

/** What stands on the board, in the order of the calls. */
async function onBoard(screen: Page): Promise<Row[]> {
  const rows = await screen.locator("ld-call-board li[data-seq]").evaluateAll((items) =>
    items.map((row) => ({
      seq: Number(row.getAttribute("data-seq")),
      number: row.getAttribute("data-number") ?? "",
      label: row.querySelector(".label")?.textContent ?? "",
    })),
  );
  return rows.sort((a, b) => a.seq - b.seq);
}

const boardShows = (screen: Page, numbers: readonly string[]): Promise<void> =>
  until(screen, async () =>
    (await onBoard(screen)).slice(-numbers.length).every(({ number }) => numbers.includes(number)),
  );

describe("08:30, forty people, eight windows call at once", () => {
  it(
    "gives each window another of the first eight, shows them all, and says them one after the other",
    { timeout: 120_000 },
    async () => {
      const hall = await stage.hall(openHall(), new TestClock("2026-11-25T08:30:00+08:00"));
      const second = await hall.desk.station();
      const { page: screen } = stage.page(
        await openScreen(stage.browser, { url: hall.url, token: await pairedToken(hall.desk, "screen") }),
      );
      await screen.getByText("还没有叫号").waitFor();
      const panels: Page[] = [];
      for (const counter of windows) panels.push(await stage.clerkAt(hall, counter));

      const taken = await Promise.all(
        Array.from({ length: 40 }, (_, person) =>
          (person % 2 === 0 ? hall.station : second).take(wanted[person % wanted.length] ?? ""),
        ),
      );
      const numbers = await given(hall);
      expect(numbers).toHaveLength(40);
      expect([...new Set(numbers)].sort()).toEqual(taken.map(({ number }) => number).sort());
      expect(await waiting(hall)).toBe(40);

      await allPress(panels, "Space");
      const first = await inHands(panels, "called");
      expect([...first].sort()).toEqual(numbers.slice(0, 8).sort());
      await boardShows(screen, first);
      const rows = await onBoard(screen);
      // Whichever window was the first to be heard got the first, and so on.
      expect(rows.map(({ number }) => number)).toEqual(numbers.slice(0, 8));
      for (const [index, number] of first.entries())
        expect(rows.find((row) => row.number === number)?.label).toBe(`${String(windows[index])}号窗口`);
      expect(await waiting(hall)).toBe(32);

      // The first is said at once, alone; those that wait by then may be joined. Each is said once, in the calls' order.
      const words = rows.map(
        ({ number, label }) =>
          `${readTicketNumber(number, "zh", true)}号，到${readCounter({ label: { zh: label, en: label } }, "zh")}`,
      );
      const said = async (): Promise<string> => (await sayings(screen)).join("");
      await until(screen, async () => {
        const heard = await said();
        return words.every((each) => heard.includes(each));
      });
      await until(screen, async () => (await screen.locator("ld-call-board .sounding").count()) === 0);
      const heard = await said();
      const places = words.map((each) => heard.indexOf(each));
      expect(places).toEqual([...places].sort((one, other) => one - other));
      expect(words.map((each) => heard.split(each).length - 1)).toEqual(words.map(() => 1));
      // And no sentence begins before the one before it is over.
      const voice = (await soundsOf(screen)).flatMap((sound) => (sound.kind === "note" ? [] : [sound]));
      const sentences = await sayings(screen);
      expect(voice.map(({ kind, text }) => [kind, text])).toEqual(
        sentences.flatMap((text) => [
          ["say", text],
          ["said", text],
        ]),
      );
      expect(await chimes(screen)).toEqual({ calls: sentences.length, recalls: 0 });

      await allPress(panels, "s");
      expect(await inHands(panels, "serving")).toEqual(first);
      await allPress(panels, "Space");
      const next = await inHands(panels, "called", first);
      expect([...next].sort()).toEqual(numbers.slice(8, 16).sort());
      await boardShows(screen, next);
      expect((await onBoard(screen)).slice(-8).map(({ number }) => number)).toEqual(numbers.slice(8, 16));
      expect(await waiting(hall)).toBe(24);
    },
  );
});

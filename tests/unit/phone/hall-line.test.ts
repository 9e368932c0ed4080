import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { HallLine, type HallPicture } from "../../../phone/hall-line.ts";
import { HeldApi } from "../../support/held-api.ts";
import { aHall } from "../../support/samples.ts";

const path = "/api/hall";

let api: HeldApi;
let line: HallLine;
let pictures: HallPicture[];

beforeEach(() => {
  vi.useFakeTimers();
  api = new HeldApi();
  api.answer(path, aHall());
  pictures = [];
});
afterEach(() => {
  line.stop();
  vi.useRealTimers();
});

async function open(everyMillis: number | null): Promise<void> {
  line = new HallLine({
    ask: () => api.ask("GET", path),
    changed: (picture) => pictures.push(picture),
    everyMillis,
  });
  await vi.advanceTimersByTimeAsync(0);
}

const kinds = () => pictures.map((picture) => picture.is);

describe("the hall on a phone", () => {
  it("is asked for once where only its names are wanted", async () => {
    await open(null);
    await vi.advanceTimersByTimeAsync(3_600_000);
    expect(kinds()).toEqual(["here"]);
  });

  it("is asked for as often as it is shown", async () => {
    await open(15_000);
    await vi.advanceTimersByTimeAsync(30_000);
    expect(api.count(path)).toBe(3);
  });

  it("is away until the hub answers for the first time", async () => {
    api.refuse(path, "hub-away");
    await open(null);
    expect(kinds()).toEqual(["away"]);
    api.answer(path, aHall());
    await vi.advanceTimersByTimeAsync(5_000);
    expect(kinds()).toEqual(["away", "here"]);
  });

  it("stays as it was, with its age, while the hub is away, and is fresh again after", async () => {
    await open(15_000);
    api.refuse(path, "hub-away");
    await line.ask();
    expect(pictures.at(-1)).toMatchObject({ is: "here", isFresh: false, asOf: aHall().now });
    api.answer(path, aHall());
    await line.ask();
    expect(pictures.at(-1)).toMatchObject({ is: "here", isFresh: true });
  });

  it("is asked for no more once the page is left", async () => {
    await open(15_000);
    line.stop();
    await vi.advanceTimersByTimeAsync(60_000);
    expect(api.count(path)).toBe(1);
  });
});

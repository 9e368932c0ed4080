import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import type { Face } from "../../../display/content/face.ts";
import { Player, type Shown } from "../../../display/content/player.ts";
import type { ScreenItem } from "../../../shared/wire/lobby.ts";
import { anItem } from "./items-of-tests.ts";

/** A face in the test's hands: ready when it is told to be. */
class HeldFace implements Face {
  readonly did: string[] = [];
  isHeld = false;
  isReleased = false;
  millis: number;
  private ready: () => void = () => undefined;
  private broken: (why: Error) => void = () => undefined;

  constructor(
    readonly item: ScreenItem,
    readonly failed: () => void,
  ) {
    this.millis = item.seconds * 1_000;
  }

  prepare(): Promise<void> {
    return new Promise((resolve, reject) => {
      this.ready = resolve;
      this.broken = reject;
    });
  }
  async isReady(): Promise<void> {
    this.ready();
    await vi.advanceTimersByTimeAsync(0);
  }
  async isBroken(): Promise<void> {
    this.broken(new Error("broken"));
    await vi.advanceTimersByTimeAsync(0);
  }
  begin(): void {
    this.did.push("begin");
  }
  again(): void {
    this.did.push("again");
  }
  turn(): void {
    // Its pages are of no matter here.
  }
  leftMillis(elapsedMillis: number): number {
    return Math.max(0, this.millis - elapsedMillis);
  }
  hold(isHeld: boolean): void {
    this.isHeld = isHeld;
  }
  release(): void {
    this.isReleased = true;
  }
}

function wall() {
  const made: HeldFace[] = [];
  const played: Shown[] = [];
  let onGlass: HeldFace | null = null;
  const player = new Player<HeldFace>({
    stage: {
      make: (item, failed) => {
        const face = new HeldFace(item, failed);
        made.push(face);
        return face;
      },
      show: (face) => {
        onGlass?.release();
        onGlass = face;
      },
      discard: (face) => face.release(),
    },
    monotonic: () => performance.now(),
    instant: () => new Date(Date.now()).toISOString(),
    played: (shown) => played.push(shown),
  });
  const last = () => {
    const face = made[made.length - 1];
    if (!face) throw new Error("no face was made");
    return face;
  };
  return { player, made, played, last, glass: () => onGlass?.item.id ?? null };
}

const [one, two, three] = [anItem("one"), anItem("two"), anItem("three")];

beforeEach(() => {
  vi.useFakeTimers({ toFake: ["setTimeout", "clearTimeout", "Date", "performance"] });
});
afterEach(() => {
  vi.useRealTimers();
});

describe("items that take turns", () => {
  it("come onto the glass once they are ready, and not before", async () => {
    const { player, last, glass } = wall();
    player.tick([one, two]);
    expect(glass()).toBeNull();
    await last().isReady();
    expect(glass()).toBe("one");
    expect(last().item.id).toBe("two");
  });

  it("give way when their time is over and the next is ready; until then they stay", async () => {
    const { player, last, glass } = wall();
    player.tick([one, two]);
    await last().isReady();
    vi.advanceTimersByTime(15_000);
    player.tick();
    expect(glass()).toBe("one");
    await last().isReady();
    expect(glass()).toBe("two");
  });

  it("are told with how long they stood", async () => {
    const { player, last, played } = wall();
    player.tick([one, two]);
    await last().isReady();
    await last().isReady();
    vi.advanceTimersByTime(10_000);
    player.tick();
    expect(played).toEqual([{ item: "one", version: 1, at: expect.any(String) as string, seconds: 10 }]);
  });

  it("begin anew where there is no other, and are counted each time", async () => {
    const { player, last, made, played } = wall();
    player.tick([one]);
    await last().isReady();
    for (let turn = 0; turn < 3; turn += 1) {
      vi.advanceTimersByTime(10_000);
      player.tick();
    }
    expect(made).toHaveLength(1);
    expect(made[0]?.did).toEqual(["begin", "again", "again", "again"]);
    expect(played.map(({ seconds }) => seconds)).toEqual([10, 10, 10]);
  });

  it("leave the glass at once when they are withdrawn, ready or not what comes next", async () => {
    const { player, last, glass } = wall();
    player.tick([one, two]);
    await last().isReady();
    player.tick([two]);
    expect(glass()).toBeNull();
    await last().isReady();
    expect(glass()).toBe("two");
    player.tick([]);
    expect(glass()).toBeNull();
    expect(player.showing).toBeNull();
  });

  it("take their new version in their own place", async () => {
    const { player, last, glass, made } = wall();
    player.tick([one, two, three]);
    await last().isReady();
    const newer = anItem("one", { version: 2 });
    player.tick([newer, two, three]);
    expect(last().item).toBe(newer);
    await last().isReady();
    expect(glass()).toBe("one");
    expect(made.filter(({ isReleased }) => isReleased)).toHaveLength(2);
  });

  it("stay until their new version can be painted, also below what lies over them, and make room when it cannot", async () => {
    const { player, last, glass, made } = wall();
    player.tick([one, two]);
    await last().isReady();
    const newer = anItem("one", { kind: "video", version: 2 });
    player.hold(true);
    player.tick([newer, two]);
    expect([glass(), made[0]?.isReleased, last().item]).toEqual(["one", false, newer]);
    vi.advanceTimersByTime(15_000);
    player.tick();
    expect(made[0]?.did).toEqual(["begin"]);
    await last().isReady();
    expect(made.filter(({ isReleased }) => !isReleased).map(({ item }) => item)).toEqual([newer, two]);
    player.hold(false);
    player.tick([anItem("one", { version: 3 })]);
    expect(glass()).toBe("one");
    await last().isBroken();
    expect(glass()).toBeNull();
  });

  it("are passed over for a minute when they cannot be shown, and counted as broken", async () => {
    const { player, last, glass } = wall();
    player.tick([one, two]);
    await last().isBroken();
    expect(player.broken).toBe(1);
    await last().isReady();
    expect(glass()).toBe("two");
    vi.advanceTimersByTime(61_000);
    player.tick();
    expect(player.broken).toBe(0);
    expect(last().item.id).toBe("one");
  });

  it("count as broken when they take too long to load", async () => {
    const { player, made, glass } = wall();
    player.tick([one, two]);
    await vi.advanceTimersByTimeAsync(20_000);
    expect(made[0]?.isReleased).toBe(true);
    await made[1]?.isReady();
    expect(glass()).toBe("two");
  });

  it("make room for the next when they break while they stand", async () => {
    const { player, made, last, glass } = wall();
    player.tick([one, two]);
    await last().isReady();
    await last().isReady();
    made[0]?.failed();
    expect(glass()).toBe("two");
  });

  it("leave nothing of theirs on the glass when all are broken", async () => {
    const { player, last, made, glass } = wall();
    player.tick([one]);
    await last().isReady();
    made[0]?.failed();
    expect(glass()).toBeNull();
    expect(player.broken).toBe(1);
  });

  it("stand still while something lies over them", async () => {
    const { player, last, glass, made } = wall();
    player.tick([one, two]);
    await last().isReady();
    await last().isReady();
    player.hold(true);
    expect(made[0]?.isHeld).toBe(true);
    vi.advanceTimersByTime(60_000);
    player.tick();
    expect(glass()).toBe("one");
    player.hold(false);
    vi.advanceTimersByTime(9_000);
    player.tick();
    expect(glass()).toBe("one");
    vi.advanceTimersByTime(1_000);
    player.tick();
    expect(glass()).toBe("two");
  });

  it("begin below what lies over an empty glass, and are held there", async () => {
    const { player, last, glass, made } = wall();
    player.hold(true);
    player.tick([one, two]);
    await last().isReady();
    expect([glass(), made[0]?.isHeld]).toEqual(["one", true]);
  });

  it("load a video only shortly before its turn", async () => {
    const { player, last, made } = wall();
    player.tick([anItem("long", { seconds: 30 }), anItem("film", { kind: "video" })]);
    await last().isReady();
    expect(made).toHaveLength(1);
    vi.advanceTimersByTime(22_000);
    player.tick();
    expect(last().item.id).toBe("film");
  });

  it("let go of everything at the end, and count what was shown so far", async () => {
    const { player, last, made, played } = wall();
    player.tick([one, two]);
    await last().isReady();
    vi.advanceTimersByTime(4_000);
    player.tick();
    player.close();
    expect(played.map(({ item, seconds }) => [item, seconds])).toEqual([["one", 4]]);
    expect(made.every(({ isReleased }) => isReleased)).toBe(true);
  });
});

import { describe, expect, it } from "vitest";
import type { Clip, Urgency } from "../../../server/commands/voice-port.ts";
import { ClipLine } from "../../../server/voice/clip-line.ts";

/** A line of clips that are made when the story says so. */
class Workshop {
  readonly line = new ClipLine();
  /** What was begun, in this order. */
  readonly begun: string[] = [];
  readonly #made = new Map<string, (clip: Clip | null) => void>();

  wants(name: string, urgency: Urgency): Promise<Clip | null> {
    return this.line.take(name, urgency, () => {
      this.begun.push(name);
      return new Promise((resolve) => this.#made.set(name, resolve));
    });
  }

  async makes(...names: readonly string[]): Promise<void> {
    for (const name of names) {
      this.#made.get(name)?.({ key: name, sound: Buffer.alloc(0), engine: "command" });
      await new Promise((resolve) => setImmediate(resolve));
    }
  }
}

describe("the line of clips that are to be made", () => {
  it("takes an emergency before calls and calls before guesses, one at a time", async () => {
    const { wants, makes, begun } = bound();
    void wants("call 1", "called");
    void wants("guess", "likely");
    void wants("call 2", "called");
    void wants("fire", "emergency");
    expect(begun).toEqual(["call 1"]);
    await makes("call 1", "fire", "call 2", "guess");
    expect(begun).toEqual(["call 1", "fire", "call 2", "guess"]);
  });

  it("lets nobody who waits wait for a guess that is being made", async () => {
    const { wants, makes, begun } = bound();
    void wants("guess 1", "likely");
    void wants("guess 2", "likely");
    void wants("fire", "emergency");
    expect(begun).toEqual(["guess 1", "fire"]);
    await makes("guess 1");
    expect(begun).toEqual(["guess 1", "fire"]);
    await makes("fire");
    expect(begun).toEqual(["guess 1", "fire", "guess 2"]);
  });

  it("hurries what was a guess, and makes it once for all who ask", async () => {
    const { wants, makes, begun } = bound();
    void wants("guess 1", "likely");
    const [early, late] = [wants("fire", "likely"), wants("fire", "emergency")];
    void wants("call", "called");
    expect(begun).toEqual(["guess 1", "fire"]);
    await makes("fire", "call", "guess 1");
    expect(begun.slice(1)).toEqual(["fire", "call"]);
    expect((await early)?.key).toBe("fire");
    expect(await late).toBe(await early);
  });
});

function bound() {
  const workshop = new Workshop();
  return {
    begun: workshop.begun,
    wants: (name: string, urgency: Urgency) => workshop.wants(name, urgency),
    makes: (...names: readonly string[]) => workshop.makes(...names),
  };
}

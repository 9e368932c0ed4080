import { mkdirSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { millisOf, readWav } from "../../server/voice/wav.ts";
import type { HallNow } from "../../shared/wire/hall.ts";
import type { VoiceHealth } from "../../shared/wire/voice.ts";
import { Desk, type Person } from "../support/desk.ts";
import { end, forget, sampleHall, startHub, temporaryFolder, type TestHub } from "../support/hub.ts";
import { fakeVoice, MILLIS_A_SIGN, record, tone, type FakeVoice, type VoiceManner } from "../support/voices.ts";

const address = "/api/voice/clip?number=A012&counter=3&lang=zh";

describe("the hub's voice", () => {
  let hub: TestHub;
  let folder: string;
  let voice: FakeVoice;
  let technician: Person;

  const start = async (manner: VoiceManner = "speak", env: Readonly<Record<string, string>> = {}): Promise<void> => {
    voice = fakeVoice(folder, manner);
    const hall = { ...sampleHall(), voice: { languages: ["zh" as const, "en" as const], repeat: 1, yao: true } };
    hub = await startHub({ hall, env: { LUNDAO_VOICE_COMMAND: voice.command, ...env } });
    // Without a screen that would say it nothing is made before it is asked for.
    const desk = new Desk(hub);
    technician = await desk.staff("technician");
  };
  const ask = (url: string, headers: Person["headers"] = technician.headers) =>
    hub.app.inject({ method: "GET", url, headers });

  beforeEach(() => {
    folder = temporaryFolder();
  });
  afterEach(async () => {
    await end(hub);
    forget(folder);
  });

  it("says a call as a sound that is as long as its words, once, and then from what it keeps", async () => {
    await start();
    const first = await ask(address);
    expect(first.statusCode).toBe(200);
    expect(first.headers["content-type"]).toBe("audio/wav");
    const wav = readWav(first.rawPayload);
    expect(wav && Math.round(millisOf(wav))).toBe("请A零幺二号,到三号窗口。".length * MILLIS_A_SIGN);
    const again = await ask(address, technician.headers);
    expect(again.rawPayload.equals(first.rawPayload)).toBe(true);
    expect(voice.said()).toEqual(["zh 请A零幺二号，到三号窗口。"]);
    expect(readdirSync(join(hub.data, "voice"))).toHaveLength(1);
  });

  it("answers that nothing has changed to whoever holds the clip", async () => {
    await start();
    const { headers } = await ask(address);
    const again = await ask(address, { ...technician.headers, "if-none-match": String(headers.etag) });
    expect([again.statusCode, again.rawPayload.length]).toEqual([304, 0]);
    const other = await ask(`${address}&times=2`, { ...technician.headers, "if-none-match": String(headers.etag) });
    expect(other.statusCode).toBe(200);
    expect(other.headers.etag).not.toBe(headers.etag);
  });

  it("words recalls, calls after a transfer, English and several calls in one sentence", async () => {
    await start();
    for (const query of [
      "number=A012&counter=3&lang=zh&times=3",
      "number=A012&counter=5&lang=zh&transferred=true",
      "number=A012&counter=3&lang=en",
      "number=A012,S101&counter=3,5&lang=zh&times=1,2",
    ])
      expect((await ask(`/api/voice/clip?${query}`)).statusCode).toBe(200);
    expect(voice.said()).toEqual([
      "zh 请A零幺二号，尽快到三号窗口。",
      "zh 请A零幺二号，到五号窗口继续办理。",
      "en Number A zero one two, counter three, please.",
      "zh 请A零幺二号，到三号窗口；S幺零幺号，尽快到五号窗口。",
    ]);
  });

  it("names what is wrong with a question, and says nothing then", async () => {
    await start();
    const wrong: [query: string, field: string][] = [
      ["number=a012&counter=3&lang=zh", "number"],
      ["number=A012&counter=x&lang=zh", "counter"],
      ["number=A012&counter=999&lang=zh", "counter"],
      ["number=A012,A013&counter=3&lang=zh", "counter"],
      ["number=A012&counter=3&lang=fr", "lang"],
      ["number=A012&counter=3&lang=zh&times=0", "times"],
      ["number=A012,A013,A014&counter=1,2,3&lang=zh&times=1,2", "times"],
      ["counter=3&lang=zh", "number"],
    ];
    for (const [query, field] of wrong) {
      const answer = await ask(`/api/voice/clip?${query}`);
      expect([query, answer.statusCode, answer.json<{ field?: string }>().field]).toEqual([query, 400, field]);
    }
    expect(voice.said()).toEqual([]);
  });

  it("has no voice where the machine has none, and leaves it to the browser", async () => {
    await start("speak", { LUNDAO_VOICE_COMMAND: "", LUNDAO_VOICE_PROGRAM: "no-such-program" });
    const answer = await ask(address);
    expect([answer.statusCode, answer.json<{ code: string }>().code]).toEqual([503, "no-voice"]);
    const { body } = await technician.get<VoiceHealth>("/api/voice");
    expect(body.engine).toBe("browser");
    expect(body.engines.map(({ engine, problem }) => [engine, problem])).toEqual([
      ["pack", "not-set-up"],
      ["command", "not-set-up"],
      ["program", "not-found"],
      ["browser", null],
    ]);
  });

  it.each([
    ["fail", "ended-with-error: 3"],
    ["noise", "not-a-sound"],
  ] as const)(
    "tells of a command that does %s what went wrong, and leaves it alone for a while",
    async (manner, problem) => {
      await start(manner, { LUNDAO_VOICE_PROGRAM: "no-such-program" });
      for (const number of ["A001", "A002", "A003", "A004"])
        expect((await ask(`/api/voice/clip?number=${number}&counter=3&lang=zh`)).statusCode).toBe(503);
      expect(voice.said()).toHaveLength(3);
      const { body } = await technician.get<VoiceHealth>("/api/voice");
      expect(body.engine).toBe("browser");
      expect(body.engines.find(({ engine }) => engine === "command")).toMatchObject({
        problem,
        problemAt: expect.any(String) as string,
      });
      hub.clock.advance({ seconds: 61 });
      await ask("/api/voice/clip?number=A005&counter=3&lang=zh");
      expect(voice.said()).toHaveLength(4);
    },
  );

  it("prefers recorded clips, and has the command say what they cannot", async () => {
    const pack = join(folder, "pack");
    mkdirSync(pack);
    const names = ["please", "A", "0", "yao", "2", "number", "go", "3", "window"];
    record(pack, "zh", Object.fromEntries(names.map((name) => [name, tone()])));
    await start("speak", { LUNDAO_VOICE_PACK: pack });
    const { body: hall } = await technician.get<HallNow>("/api/hall");
    expect(hall.voice.engines).toEqual(["pack", "command", "browser"]);
    expect((await ask(address)).headers["x-voice-engine"]).toBe("pack");
    expect(voice.said()).toEqual([]);
    expect((await ask(`${address}&times=2`)).headers["x-voice-engine"]).toBe("command");
    const { body } = await technician.get<VoiceHealth>("/api/voice");
    expect(body.engines[0]).toMatchObject({ engine: "pack", problem: "clip-missing: hurry" });
  });

  it("makes the first calls of those who are next before they are called, and their recalls once they are", async () => {
    await start();
    const desk = new Desk(hub);
    await desk.device("screen");
    const clerk = await desk.clerkAt(4);
    const station = await desk.station();
    const { number } = await station.take("household");
    // Emergencies are made ahead too.
    const calls = () => voice.said().filter((said) => /窗口|counter/.test(said));
    const until = async (count: number): Promise<void> => {
      while (calls().length < count) await new Promise((resolve) => setTimeout(resolve, 20));
    };
    await until(2);
    expect([...calls()].sort()[1]).toMatch(/^zh 请.+，到四号窗口。$/);
    await clerk.next();
    await until(4);
    expect(calls().filter((said) => said.includes("尽快到四号窗口"))).toHaveLength(1);
    const before = calls().length;
    await ask(`/api/voice/clip?number=${number}&counter=4&lang=zh`);
    expect(calls()).toHaveLength(before);
  });
});

/** Emergencies in the hub's own voice: the clip that devices fetch, who makes it, and what is made before it is needed. */
import { mkdirSync } from "node:fs";
import { join } from "node:path";
import Database from "better-sqlite3";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { databaseFile } from "../../server/store/database.ts";
import { millisOf, readWav } from "../../server/voice/wav.ts";
import { allClearSentence, emergencySentence, templateText } from "../../shared/text/emergency.ts";
import type { HallFile } from "../../shared/wire/hall-file.ts";
import type { Emergency } from "../../shared/wire/lobby.ts";
import type { VoiceHealth } from "../../shared/wire/voice.ts";
import { Desk, expected, type Person } from "../support/desk.ts";
import { end, forget, sampleHall, startHub, temporaryFolder, type TestHub } from "../support/hub.ts";
import { fakeVoice, MILLIS_A_SIGN, record, tone, type FakeVoice, type VoiceManner } from "../support/voices.ts";

const address = "/api/voice/emergency";
const fire = { template: "fire", minutes: 30 };
const inChinese = emergencySentence(templateText("fire"), "zh");

describe("an emergency in the hub's voice", () => {
  let hub: TestHub;
  let folder: string;
  let voice: FakeVoice;
  let desk: Desk;
  let guide: Person;

  const start = async (
    manner: VoiceManner = "speak",
    { env = {}, hall = {} }: { env?: Readonly<Record<string, string>>; hall?: Partial<HallFile> } = {},
  ): Promise<void> => {
    voice = fakeVoice(folder, manner);
    const speaks = { voice: { languages: ["zh" as const, "en" as const] } };
    hub = await startHub({
      hall: { ...sampleHall(), ...speaks, ...hall },
      env: { LUNDAO_VOICE_COMMAND: voice.command, LUNDAO_VOICE_PROGRAM: "no-such-program", ...env },
    });
    desk = new Desk(hub);
    guide = await desk.staff("guide");
  };
  const raises = async (body: object = fire): Promise<Emergency> =>
    expected(await guide.post<Emergency>("/api/emergency", body), 201);
  const ask = (query: string, headers: Readonly<Record<string, string>> = {}) =>
    hub.app.inject({ method: "GET", url: `${address}?${query}`, headers: { ...guide.headers, ...headers } });
  const codeOf = async (query: string): Promise<unknown[]> => {
    const { statusCode, payload } = await ask(query);
    const { code, field } = JSON.parse(payload) as { code: string; field?: string };
    return [statusCode, code, field];
  };
  const makes = async (count: number): Promise<readonly string[]> => {
    while (voice.said().length < count) await new Promise((resolve) => setTimeout(resolve, 20));
    return voice.said();
  };

  beforeEach(() => {
    folder = temporaryFolder();
  });
  afterEach(async () => {
    await end(hub);
    forget(folder);
  });

  it("is a sound as long as its words, made once, and nothing where none stands", async () => {
    await start();
    expect(await codeOf("lang=zh")).toEqual([404, "not-found", undefined]);
    const { id } = await raises();
    const first = await ask("lang=zh");
    expect([first.statusCode, first.headers["content-type"]]).toEqual([200, "audio/wav"]);
    expect(first.headers["x-voice-engine"]).toBe("command");
    const wav = readWav(first.rawPayload);
    expect(wav && Math.round(millisOf(wav))).toBe(inChinese.length * MILLIS_A_SIGN);
    expect((await ask(`lang=zh&id=${id}`)).rawPayload.equals(first.rawPayload)).toBe(true);
    expect(voice.said()).toEqual([`zh ${inChinese}`]);
    expect((await ask("lang=zh", { "if-none-match": String(first.headers.etag) })).statusCode).toBe(304);
    const medical = await raises({ template: "medical", minutes: 5 });
    expect(await codeOf(`lang=zh&id=${id}`)).toEqual([404, "not-found", undefined]);
    expect((await ask(`lang=zh&id=${medical.id}`)).headers.etag).not.toBe(first.headers.etag);
    await guide.ask("DELETE", "/api/emergency");
    expect(await codeOf("lang=zh")).toEqual([404, "not-found", undefined]);
  });

  it("says what was written, whatever is lost of what screens show besides", async () => {
    await start();
    const raw = new Database(databaseFile(hub.data));
    for (const table of ["items", "item_versions", "media", "plays", "screens"]) raw.exec(`drop table ${table}`);
    raw.close();
    await raises({ ...fire, text: { zh: "请走东门", en: "Use the east door" } });
    for (const language of ["zh", "en"]) expect((await ask(`lang=${language}`)).statusCode).toBe(200);
    expect(voice.said()).toEqual([
      "zh 请注意。请立即离开大厅。请走东门。",
      "en Attention please. Leave the building now. Use the east door.",
    ]);
  });

  it("is never longer than half a minute's words", async () => {
    await start();
    await raises({ text: "请从东门离开大厅,".repeat(33), minutes: 5 });
    await ask("lang=zh");
    expect(voice.said()[0]).toMatch(/^zh 请注意。紧急通知。(请从东门离开大厅，?){8}。全文请看大屏幕。$/u);
  });

  it("is told of every template of the hall, and of the all-clear, before one is raised", async () => {
    const flood = { title: { zh: "水管爆裂", en: "Burst pipe" }, text: { zh: "请走西门", en: "Use the west door" } };
    await start("speak", { hall: { emergencies: { flood } } });
    for (const query of ["template=fire", "template=flood", "allClear=true"])
      expect((await ask(`lang=zh&ahead=true&${query}`)).statusCode).toBe(200);
    expect(voice.said()).toEqual([
      `zh ${inChinese}`,
      "zh 请注意。水管爆裂。请走西门。",
      `zh ${allClearSentence("zh")}`,
    ]);
    expect(await codeOf("lang=zh&template=storm")).toEqual([404, "not-found", undefined]);
  });

  it("names what is wrong with a question, and says nothing then", async () => {
    await start();
    const wrong: [query: string, field: string][] = [
      ["", "lang"],
      ["lang=fr", "lang"],
      ["lang=zh&template=No%20Slug", "template"],
      ["lang=zh&template=fire&allClear=true", "template"],
      ["lang=zh&template=fire&id=e1", "template"],
      ["lang=zh&id=e1&allClear=true", "allClear"],
      ["lang=zh&loud=true", "loud"],
    ];
    for (const [query, field] of wrong)
      expect([query, ...(await codeOf(query))]).toEqual([query, 400, "invalid-request", field]);
    expect(voice.said()).toEqual([]);
  });

  it("has no voice where no engine of the hub makes one, and leaves it to the browser", async () => {
    await start("speak", { env: { LUNDAO_VOICE_COMMAND: "" } });
    await raises();
    expect(await codeOf("lang=zh")).toEqual([503, "no-voice", undefined]);
  });

  it("is what the hall has recorded, where it was raised in the template's words; the next voice says all else", async () => {
    const pack = join(folder, "pack");
    mkdirSync(pack);
    const [clip, clear] = [tone({ millis: 900 }), tone({ millis: 700 })];
    record(pack, "zh", { please: tone(), "emergency-fire": clip, "all-clear": clear });
    await start("speak", { env: { LUNDAO_VOICE_PACK: pack } });
    const length = async (query: string): Promise<[engine: unknown, millis: number]> => {
      const { headers, rawPayload } = await ask(query);
      const wav = readWav(rawPayload);
      return [headers["x-voice-engine"], Math.round(wav ? millisOf(wav) : 0)];
    };
    await raises();
    expect(await length("lang=zh")).toEqual(["pack", Math.round(millisOf(clip))]);
    expect(await length("lang=zh&allClear=true")).toEqual(["pack", Math.round(millisOf(clear))]);
    expect(voice.said()).toEqual([]);
    expect((await length("lang=en"))[0]).toBe("command");
    expect((await length("lang=zh&template=medical"))[0]).toBe("command");
    await raises({ ...fire, text: "请走东门" });
    expect((await length("lang=zh"))[0]).toBe("command");
    const { body } = await guide.get<VoiceHealth>("/api/voice");
    expect(body.engines[0]).toMatchObject({ engine: "pack", problem: null });
  });

  it("is ready before it is raised where a screen would say it: all templates and the all-clear, in all languages", async () => {
    await start();
    await desk.device("screen");
    // Whatever happens in the hall makes the hub look.
    await guide.take("household");
    const said = await makes(12);
    for (const language of ["zh", "en"] as const)
      expect(said.filter((each) => each.startsWith(language))).toEqual(
        [
          ...["fire", "weather", "system", "medical", "lost-person"].map((id) =>
            emergencySentence(templateText(id), language),
          ),
          allClearSentence(language),
        ].map((sentence) => `${language} ${sentence}`),
      );
    await raises();
    for (const query of ["lang=zh", "lang=en", "lang=zh&allClear=true"])
      expect((await ask(query)).statusCode).toBe(200);
    expect(voice.said()).toHaveLength(12);
  });

  it("is made as soon as it is raised where it was written by hand, though nobody has asked yet", async () => {
    await start();
    await desk.device("screen");
    await raises({ text: "请挪车", minutes: 5 });
    while (!voice.said().includes("zh 请注意。紧急通知。请挪车。"))
      await new Promise((resolve) => setTimeout(resolve, 20));
    expect(voice.said().length).toBeLessThan(12);
  });
});

import { chmodSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { inPinyin } from "../../../server/voice/pinyin.ts";
import { programEngine } from "../../../server/voice/program-engine.ts";
import type { Utterance } from "../../../server/voice/voice-engine.ts";
import { millisOf, readWav } from "../../../server/voice/wav.ts";
import { forget, temporaryFolder } from "../../support/hub.ts";
import { fakeVoice } from "../../support/voices.ts";

const utterance = (sentence: string, language: Utterance["language"] = "zh"): Utterance => ({
  sentence,
  language,
  calls: [],
  yao: true,
  rate: 1,
});
const speechPackage = {
  file: fileURLToPath(new URL("../../../server/speech.worker.ts", import.meta.url)),
  execArgv: ["--import", "tsx"],
};

describe("a speech program", () => {
  let folder: string;
  beforeEach(() => {
    folder = temporaryFolder();
  });
  afterEach(() => {
    forget(folder);
  });

  it("is the packaged one in a process of its own where the machine has none, in Mandarin and in English", async () => {
    const engine = programEngine({ program: "no-such-program", path: "", speechPackage });
    expect(engine.missing).toBeNull();
    const chinese = readWav(await engine.make(utterance("请A零幺二号，到三号窗口。")));
    const english = readWav(await engine.make(utterance("Number A zero one two, counter three, please.", "en")));
    engine.stop();
    for (const sound of [chinese, english]) {
      expect(sound && millisOf(sound)).toBeGreaterThan(2_000);
      expect(sound && millisOf(sound)).toBeLessThan(6_000);
    }
  }, 30_000);

  it("is the installed one where there is one, which is given pinyin and words a minute", async () => {
    const voice = fakeVoice(folder);
    const [node = "", script = "", log = ""] = JSON.parse(voice.command) as string[];
    const program = join(folder, "espeak-ng");
    writeFileSync(
      program,
      `#!/bin/sh\necho "$@" > ${join(folder, "args")}\nexec ${node} ${script} ${log} speak "$2"\n`,
    );
    chmodSync(program, 0o755);
    const engine = programEngine({ program: "espeak-ng", path: folder, speechPackage: null });
    await engine.make({ ...utterance("请A零幺二号，到三号窗口。"), rate: 1.2 });
    expect(readFileSync(join(folder, "args"), "utf8")).toContain("-v cmn-latn-pinyin -s 180");
    expect(voice.said()).toEqual(["cmn-latn-pinyin qing3 ei1 ling2 yao1 er4 hao4, dao4 san1 hao4 chuang1 kou3."]);
    await expect(engine.make(utterance("请A零幺二号，到魔法窗口。"))).rejects.toThrow("cannot-read-aloud");
  });

  it("is none where there is neither", async () => {
    const engine = programEngine({ program: "no-such-program", path: folder, speechPackage: null });
    expect(engine.missing).toBe("not-found");
    await expect(engine.make(utterance("请A零幺二号，到三号窗口。"))).rejects.toThrow("not-found");
  });
});

it("reads in pinyin what halls call their counters, in both scripts, and says where it cannot", () => {
  expect(inPinyin("請S一零一號，盡快到諮詢台；")).toBe(
    "qing3 ai2 si5 yi1 ling2 yi1 hao4, jin3 kuai4 dao4 zi1 xun2 tai2;",
  );
  expect(inPinyin("到龘窗口")).toBeNull();
});

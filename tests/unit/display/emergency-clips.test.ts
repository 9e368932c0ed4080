import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { EmergencyClips } from "../../../display/sound/emergency-clips.ts";
import { allClearSentence, emergencySentence, templateText } from "../../../shared/text/emergency.ts";
import type { Emergency } from "../../../shared/wire/lobby.ts";

const fire: Emergency = {
  id: "e1",
  template: "fire",
  ...templateText("fire"),
  stopsService: true,
  areas: null,
  raisedAt: "2026-11-25T09:00:00.000+08:00",
  until: "2026-11-25T10:00:00.000+08:00",
};
const written: Emergency = { ...fire, template: null, text: { zh: "请挪车", en: "Move your car" } };

/** A hub that writes down which clips it was asked for. */
class FakeHub {
  readonly asked: string[] = [];
  isAway = false;
  hasVoice = true;
  templates: readonly string[] = ["fire", "medical"];

  readonly answer = (address: string): Promise<Response> => {
    if (this.isAway) return Promise.reject(new TypeError("no line"));
    if (address === "/api/emergency") {
      const templates = this.templates.map((id) => ({ id, ...templateText(id), stopsService: true }));
      return Promise.resolve(new Response(JSON.stringify({ emergency: null, templates })));
    }
    const query = address.replace("/api/voice/emergency?", "");
    this.asked.push(query);
    if (!this.hasVoice) return Promise.resolve(new Response(null, { status: 503 }));
    return Promise.resolve(new Response(query, { headers: { "x-voice-engine": "program" } }));
  };
}

describe("the clips of emergencies on a screen", () => {
  let hub: FakeHub;
  let clips: EmergencyClips;
  const clipOf = async (shown: Emergency | "all-clear") => {
    const sentence = shown === "all-clear" ? allClearSentence("zh") : emergencySentence(shown, "zh");
    const sound = await clips.clipOf({ shown, language: "zh", sentence });
    return sound && new TextDecoder().decode(sound.bytes);
  };
  const settled = () => vi.advanceTimersByTimeAsync(0);

  beforeEach(async () => {
    vi.useFakeTimers();
    hub = new FakeHub();
    vi.stubGlobal("fetch", hub.answer);
    clips = new EmergencyClips("token");
    clips.expect(["zh"], "program");
    await settled();
  });
  afterEach(() => {
    clips.close();
    vi.unstubAllGlobals();
    vi.useRealTimers();
  });

  it("are here before anything is raised, and so when the hub is gone right after", async () => {
    expect(hub.asked).toEqual([
      "lang=zh&template=fire&ahead=true",
      "lang=zh&template=medical&ahead=true",
      "lang=zh&allClear=true&ahead=true",
    ]);
    hub.isAway = true;
    expect(await clipOf(fire)).toContain("template=fire");
    expect(await clipOf("all-clear")).toContain("allClear=true");
    expect(await clipOf(written)).toBeNull();
  });

  it("of words written by hand are asked for once, by the emergency that they are of", async () => {
    expect(await clipOf(written)).toBe("lang=zh&id=e1");
    hub.isAway = true;
    expect(await clipOf(written)).toBe("lang=zh&id=e1");
    expect(hub.asked.filter((query) => query.includes("id="))).toHaveLength(1);
  });

  it("are asked for anew as another voice speaks, and only what is new of the same", async () => {
    hub.asked.length = 0;
    hub.templates = ["fire", "system"];
    clips.expect(["zh"], "program");
    await settled();
    expect(hub.asked).toEqual(["lang=zh&template=system&ahead=true"]);
    hub.isAway = true;
    expect(await clipOf({ ...fire, ...templateText("medical") })).toBeNull();
    hub.isAway = false;
    clips.expect(["zh"], "pack");
    await settled();
    expect(hub.asked.filter((query) => query.includes("ahead"))).toHaveLength(1 + 3);
  });

  it("stay as they were while the hub has none, and are asked for again, ever more rarely", async () => {
    hub.hasVoice = false;
    hub.asked.length = 0;
    clips.expect(["zh"], "pack");
    await settled();
    expect(hub.asked).toHaveLength(3);
    expect(await clipOf(fire)).toContain("template=fire");
    await vi.advanceTimersByTimeAsync(60_000);
    expect(hub.asked).toHaveLength(6);
    await vi.advanceTimersByTimeAsync(119_000);
    expect(hub.asked).toHaveLength(6);
    hub.hasVoice = true;
    await vi.advanceTimersByTimeAsync(1_000);
    expect(hub.asked).toHaveLength(9);
    await vi.advanceTimersByTimeAsync(24 * 60 * 60_000);
    expect(hub.asked).toHaveLength(9);
  });
});

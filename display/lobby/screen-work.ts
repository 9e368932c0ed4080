/**
 * What a lobby screen does besides drawing: its line, its calls and their sound, what it has shown, what it tells of itself.
 * Dispatches `change` when something on the glass may be another, and `cut-off` when the hub no longer knows this device.
 */
import type { ScreenEvent } from "../../shared/wire/live.ts";
import type { ScreenReport, ScreenSettings } from "../../shared/wire/lobby.ts";
import type { ContentKeeper } from "../content/content-keeper.ts";
import { isJoinTurn } from "../content/join-turns.ts";
import { freshShell, lookForShell, onNewShell } from "../shell/keep-shell.ts";
import { ScreenLine, type ScreenDevice } from "../screen-line.ts";
import { JoinCodeKeeper } from "./join-code.ts";
import { keptClock, keptName, keptScreen, ScreenMemory } from "./kept-screen.ts";
import { LobbyCalls } from "./lobby-calls.ts";
import { LobbySound } from "./lobby-sound.ts";
import type { Identifying, LobbyWork, OnStage } from "./lobby-work.ts";
import { NearbyVoice } from "./nearby-voice.ts";
import { isOwnCall } from "./own-area.ts";
import { blankPicture, type Picture } from "./picture.ts";
import { PlayLog, sendPlaysAs } from "./play-log.ts";
import { askedSettings } from "./screen-settings.ts";
import { FrameWatch, screenReport } from "./screen-report.ts";

/** How often the hub is asked for a newer page. */
const shellMillis = 60 * 60_000;
const secondMillis = 1_000;
/** A page is loaded anew only when nobody has been called for so long. */
const quietMillis = 30_000;

export class ScreenWork extends EventTarget implements LobbyWork {
  readonly line: ScreenLine;
  readonly sound: LobbySound;
  /** Other screens' voices, as far as they are heard here. */
  readonly nearby: NearbyVoice;
  readonly calls: LobbyCalls;
  readonly plays: PlayLog;
  joinAddress: string | null = null;
  /** While it shows its name. */
  identifying: Identifying | null = null;
  stage: OnStage | null = null;
  private readonly asked = askedSettings(location.search).over;
  private readonly kept = keptScreen(keptName("lundao.lobby"));
  private readonly memory = new ScreenMemory(keptName("lundao.lobby"));
  private readonly join: JoinCodeKeeper;
  private readonly frames: FrameWatch;
  private readonly shellTimer = setInterval(() => void lookForShell(() => (this.wantsReload = true)), shellMillis);
  private readonly forgetShell = onNewShell(() => (this.wantsReload = true));
  private wantsReload = false;
  private identifyTimer: ReturnType<typeof setTimeout> | undefined;
  private emergencyTimer: ReturnType<typeof setTimeout> | undefined;
  private readonly leaving = () => {
    this.stage?.settle();
    this.plays.tellLast();
  };

  constructor(
    device: ScreenDevice,
    private readonly keeper: ContentKeeper,
  ) {
    super();
    const { kept } = this;
    this.plays = new PlayLog(sendPlaysAs(device.token), keptName("lundao.plays"));
    this.line = new ScreenLine(device, {
      kept,
      clock: kept && keptClock(kept, Date.now()),
      has: () => keeper.version,
      content: (content) => void keeper.told(content),
      told: (event) => this.told(event),
      report: () => this.report(),
    });
    const { line } = this;
    const hubTime = { token: device.token, now: () => line.now(), instant: () => line.instant() };
    this.sound = new LobbySound(hubTime, ({ seq }) => this.calls.spoken(seq));
    this.nearby = new NearbyVoice(
      () => performance.now(),
      () => this.sound.place,
    );
    const voices = { announcer: this.sound.announcer, nearby: this.nearby };
    this.calls = new LobbyCalls(line, voices, (call) => isOwnCall(this.settings, call));
    this.frames = new FrameWatch(() => line.instant());
    this.join = new JoinCodeKeeper(
      device.token,
      () => line.now(),
      (address) => {
        this.joinAddress = address;
        this.changed();
      },
    );
    line.addEventListener("change", () => this.hallChanged());
    line.addEventListener("moved", () => {
      this.takePlace(device.id);
      this.changed();
    });
    line.addEventListener("cut-off", () => this.dispatchEvent(new Event("cut-off")));
    line.hub.addEventListener("status", () => {
      if (line.hub.status !== "live") return;
      keeper.goOn();
      void this.plays.tell();
    });
    this.calls.addEventListener("change", () => {
      if (line.hall) this.sound.expect(line.hall, this.calls.picture);
    });
    this.takePlace(device.id);
    for (const told of [this.calls, this.sound, keeper]) told.addEventListener("change", this.changed);
    window.addEventListener("pagehide", this.leaving);
    this.hallChanged();
  }

  /** How it hangs and what it shows; the address goes over what was set. */
  get settings(): ScreenSettings {
    return { ...this.line.settings, ...this.asked };
  }

  /** The calls as they are known; while the hub cannot be reached at all, as they were when it was last heard. */
  get picture(): Picture {
    const { calls, line, kept } = this;
    if (calls.hasPicture || line.staleSince === null) return calls.picture;
    return kept?.picture ?? blankPicture;
  }

  get hasPicture(): boolean {
    return this.calls.hasPicture || (this.kept !== null && this.line.staleSince !== null);
  }

  /** Whether a call is being sounded where this screen hangs, by itself or by another. */
  get isSpokenOver(): boolean {
    return this.sound.soundingSeq !== null || this.nearby.isHeard;
  }

  /** To be called once a second. */
  tick(): void {
    const { line, calls } = this;
    line.keepToday();
    this.frames.look();
    this.sayEmergency();
    const { hall, name, settings } = line;
    if (hall && calls.hasPicture && line.staleSince === null)
      this.memory.keep(() => ({
        ...{ hall, name, settings, picture: calls.picture },
        ...{ at: line.instant(), machine: Date.now() },
      }));
    if (this.wantsReload && this.isQuiet) location.reload();
  }

  close(): void {
    clearInterval(this.shellTimer);
    clearTimeout(this.identifyTimer);
    clearTimeout(this.emergencyTimer);
    this.forgetShell();
    window.removeEventListener("pagehide", this.leaving);
    this.keeper.removeEventListener("change", this.changed);
    this.join.keep(false);
    this.frames.close();
    this.sound.close();
    this.line.close();
    this.leaving();
    this.plays.close();
  }

  private takePlace(device: string): void {
    this.sound.place = { device, ...this.settings };
    if (this.line.hall) this.sound.expectEmergencies(this.line.hall);
  }

  private readonly sayEmergency = () => {
    clearTimeout(this.emergencyTimer);
    const { line, sound } = this;
    if (!line.hall || !this.settings.speaks) return;
    const millis = sound.emergency.look(line.emergency(), line.now(), line.hall.voice.languages);
    // Screens' seconds differ: said at the next of each they would be heard one after the other.
    if (millis !== null && millis < secondMillis) this.emergencyTimer = setTimeout(this.sayEmergency, millis);
  };

  private told(event: ScreenEvent): void {
    if (event.type === "identify") this.identify(event);
    if (event.type === "reload") void this.reload();
  }

  private identify({ name, seconds }: ScreenEvent & { readonly type: "identify" }): void {
    clearTimeout(this.identifyTimer);
    this.identifying = { name };
    this.identifyTimer = setTimeout(() => {
      this.identifying = null;
      this.changed();
    }, seconds * 1_000);
    this.changed();
  }

  /** A page that cannot be had anew is not given up. */
  private async reload(): Promise<void> {
    if (await freshShell()) location.reload();
  }

  private get isQuiet(): boolean {
    const newest = this.calls.picture.calls[0];
    const isCalling = newest !== undefined && this.line.now() - Date.parse(newest.at) < quietMillis;
    return !isCalling && this.sound.unsounded.size === 0;
  }

  private report(): ScreenReport {
    const { line, sound, frames, keeper, stage } = this;
    return screenReport({
      paintedAt: frames.paintedAt,
      sound: sound.state,
      voice: sound.engine,
      cache: keeper.report,
      broken: stage?.broken ?? 0,
      hubNow: line.now(),
      machineNow: Date.now(),
      userAgent: navigator.userAgent,
      uptimeMillis: performance.now(),
      showing: isJoinTurn(stage?.showing ?? null) ? null : (stage?.showing ?? null),
    });
  }

  private hallChanged(): void {
    const { hall } = this.line;
    this.sayEmergency();
    if (hall) {
      this.sound.speakAs(hall);
      this.sound.expectEmergencies(hall);
      this.join.keep(hall.publicUrl !== null && hall.rules.phoneTickets);
    }
    this.changed();
  }

  private readonly changed = () => {
    this.dispatchEvent(new Event("change"));
  };
}

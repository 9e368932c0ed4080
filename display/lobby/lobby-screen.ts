/**
 * `<ld-lobby-screen>`: the calls, what stands beside them, the hall's name and time, and what is wrong if anything is.
 * @fires cut-off when the hub no longer knows this device.
 */
import { html, LitElement, nothing } from "lit";
import { customElement, property, state } from "lit/decorators.js";
import { styleMap } from "lit/directives/style-map.js";
import type { Language } from "../../shared/domain/vocabulary.ts";
import { lobbyWords } from "../../shared/text/lobby.ts";
import { pick, say } from "../../shared/text/text.ts";
import { dateOf, timeOfDay, weekdayOf } from "../../shared/text/times.ts";
import "../../shared/ui/demo-banner.ts";
import { LanguageController } from "../../shared/ui/language.ts";
import { base } from "../../shared/ui/styles.ts";
import type { HallNow } from "../../shared/wire/hall.ts";
import type { Emergency } from "../../shared/wire/lobby.ts";
import { ScreenLine, type ScreenDevice } from "../screen-line.ts";
import { arrange } from "./arrangement.ts";
import "./call-board.ts";
import { emptyNote, type EmptyNote } from "./empty-note.ts";
import { footOf } from "./foot.ts";
import { JoinCodeKeeper } from "./join-code.ts";
import { LobbyCalls } from "./lobby-calls.ts";
import { lobbyScreenStyles } from "./lobby-screen.styles.ts";
import { callsBeneath, overEverything } from "./lobby-emergency.ts";
import "./lobby-side.ts";
import { LobbySound } from "./lobby-sound.ts";
import { measure, widest } from "../measure.ts";
import { PaintWatch } from "./paint-watch.ts";
import { blankPicture, callsOfToday } from "./picture.ts";
import { isOnBeat, wall } from "../wall-styles.ts";
import { screenSettings } from "./screen-settings.ts";
import { sizesFor, type Sizes } from "./sizes.ts";

const tickMillis = 1_000;

@customElement("ld-lobby-screen")
export class LobbyScreen extends LitElement {
  static override styles = [base, wall, lobbyScreenStyles];

  /** Who this screen is to the hub; set before it is connected and never changed. */
  @property({ attribute: false }) device: ScreenDevice | null = null;

  @state() private joinAddress: string | null = null;
  private readonly language = new LanguageController(this);
  private readonly settings = screenSettings(location.search);
  private line: ScreenLine | null = null;
  private calls: LobbyCalls | null = null;
  private sound: LobbySound | null = null;
  private join: JoinCodeKeeper | null = null;
  private paint: PaintWatch | null = null;
  /** `seq` of the calls on the board, newest first. */
  private shown: readonly number[] = [];
  private tick: ReturnType<typeof setInterval> | undefined;
  private readonly refresh = () => this.requestUpdate();

  override connectedCallback(): void {
    super.connectedCallback();
    if (!this.device) return;
    const line = new ScreenLine(this.device);
    const { token } = this.device;
    const hubTime = { token, now: () => line.now(), instant: () => line.instant() };
    const sound = new LobbySound(hubTime, ({ seq }) => this.calls?.spoken(seq));
    const calls = new LobbyCalls(line, sound.announcer);
    this.line = line;
    this.sound = sound;
    this.calls = calls;
    this.paint = new PaintWatch((shown) => calls.painted(shown));
    this.join = new JoinCodeKeeper(
      this.device.token,
      () => line.now(),
      (address) => (this.joinAddress = address),
    );
    const { id } = this.device;
    sound.place = { device: id, ...line.settings };
    line.addEventListener("moved", () => (sound.place = { device: id, ...line.settings }));
    line.addEventListener("change", () => this.hallChanged());
    calls.addEventListener("change", () => {
      if (line.hall) sound.expect(line.hall, calls.picture);
      this.requestUpdate();
    });
    line.addEventListener("cut-off", () => this.dispatchEvent(new Event("cut-off")));
    sound.addEventListener("change", this.refresh);
    window.addEventListener("resize", this.refresh);
    this.tick = setInterval(() => this.ticked(), tickMillis);
  }

  override disconnectedCallback(): void {
    clearInterval(this.tick);
    window.removeEventListener("resize", this.refresh);
    this.join?.keep(false);
    this.sound?.close();
    this.line?.close();
    super.disconnectedCallback();
  }

  override render() {
    const { line, sound, calls } = this;
    const hall = line?.hall;
    if (!line || !sound || !calls || !hall) {
      return this.renderNote({ heading: say(lobbyWords.connecting, this.language.current), line: null });
    }
    const { picture } = calls;
    const now = line.instant();
    const language = this.language.current;
    const sizes = this.sizes(hall, now);
    const over = line.emergency();
    if (over !== null) return this.renderOver(over, hall, sizes);
    const board = arrange(callsOfToday(picture, now), sizes, {
      now: line.now(),
      unsounded: sound.unsounded,
      counters: picture.counters,
    });
    this.shown = board.rows.map(({ call }) => call.seq);
    const isStale = line.staleSince !== null;
    const content = { hall, picture, language, now, isStale, joinAddress: this.joinAddress };
    const shape = sizes.isPortrait ? "portrait" : "";
    return html`<ld-demo ?on=${hall.demo} style=${styleMap({ "--demo-height": px(sizes.demoHeight) })}></ld-demo>
      <header class=${shape} style=${this.measures(sizes)}>
        <h1>${pick(hall.name, language)}</h1>
        <p class="date">${sizes.hasWeekday ? dateLine(now, language) : dateOf(now, language)}</p>
        <p class="clock">${timeOfDay(now)}</p>
      </header>
      <main class=${shape} style=${this.measures(sizes)}>
        <div class="calls">
          ${board.rows.length === 0 ? this.renderNote(emptyNote(hall, language, { now, hasPicture: calls.hasPicture })) : nothing}
          <ld-call-board
            .board=${board}
            .sizes=${sizes}
            .language=${language}
            .soundingSeq=${sound.soundingSeq}
            ?isOnBeat=${isOnBeat(line.now())}
          ></ld-call-board>
        </div>
        <ld-lobby-side
          .content=${content}
          .sizes=${sizes}
          .now=${line.now()}
          ?isSoundBlocked=${sound.isBlocked}
        ></ld-lobby-side>
      </main>
      ${this.renderFoot(line, hall, sizes)}`;
  }

  protected override updated(): void {
    this.paint?.rendered(this.shown);
  }

  /** Only what still stands on the glass counts as shown. */
  private renderOver(shown: Emergency | "all-clear", hall: HallNow, sizes: Sizes) {
    const { line, calls } = this;
    const picture = calls?.picture ?? blankPicture;
    const beneath = callsBeneath(shown, callsOfToday(picture, line?.instant() ?? ""), picture);
    this.shown = beneath.map(({ seq }) => seq);
    const ground = { shown, languages: hall.languages, language: this.language.current, calls: beneath, sizes };
    return html`<ld-demo ?on=${hall.demo} style=${styleMap({ "--demo-height": px(sizes.demoHeight) })}></ld-demo>
      ${overEverything({ ...ground, now: line?.now() ?? 0, staleSince: line?.staleSince ?? null })}`;
  }

  private renderNote(note: EmptyNote) {
    return html`<div class="nothing">
      <h2>${note.heading}</h2>
      ${note.line === null ? nothing : html`<p>${note.line}</p>`}
    </div>`;
  }

  private renderFoot(line: ScreenLine, hall: HallNow, sizes: Sizes) {
    const room = window.innerWidth - 2 * sizes.pad;
    const foot = footOf({
      hall,
      picture: this.calls?.picture ?? blankPicture,
      language: this.language.current,
      now: line.instant(),
      millis: line.now(),
      staleSince: line.staleSince,
      isWide: !sizes.isPortrait,
      fits: (text) => measure(text) * sizes.text <= room,
    });
    const gaps = foot.parts.length - 1 + (foot.isStale ? 1.6 : 0);
    const ems = foot.parts.reduce((sum, part) => sum + measure(part), gaps);
    const font = Math.min(sizes.text, room / ems);
    return html`<div
      class="foot ${foot.isStale ? "stale" : ""}"
      role=${foot.isStale ? "alert" : "contentinfo"}
      style=${styleMap({ "--foot-height": px(sizes.footHeight), "--pad": px(sizes.pad), "font-size": px(font) })}
    >
      ${foot.isStale ? html`<b class="mark" aria-hidden="true">!</b>` : nothing}${foot.parts.map((part) => html`<span>${part}</span>`)}
    </div>`;
  }

  private ticked(): void {
    this.line?.keepToday();
    this.sayEmergency();
    this.requestUpdate();
  }

  private sayEmergency(): void {
    const { line, sound } = this;
    if (line?.hall && line.settings.speaks)
      sound?.emergency.look(line.emergency(), line.now(), line.hall.voice.languages);
  }

  private hallChanged(): void {
    const hall = this.line?.hall;
    this.sayEmergency();
    if (hall) {
      this.sound?.speakAs(hall);
      this.join?.keep(hall.publicUrl !== null && hall.rules.phoneTickets);
      document.title = `${pick(hall.name, this.language.current)} · 轮到 Lundao`;
    }
    this.requestUpdate();
  }

  private sizes(hall: HallNow, now: string): Sizes {
    const language = this.language.current;
    const numbers = [
      ...hall.services.map(({ prefix }) => `${prefix}000`),
      ...(this.calls?.picture.calls ?? []).map(({ number }) => number),
    ];
    const widths = {
      number: widest(numbers),
      label: widest(hall.counters.map(({ label }) => pick(label, language))),
      sign: widest([say(lobbyWords.goTo, language), say(lobbyWords.hurryTo, language)]),
      hall: measure(pick(hall.name, language)),
      date: measure(dateLine(now, language)),
      shortDate: measure(dateOf(now, language)),
      time: measure("00:00"),
    };
    const { innerWidth: width, innerHeight: height, devicePixelRatio: pixelRatio } = window;
    const { inches, metres } = this.settings;
    return sizesFor({ width, height, pixelRatio, inches, metres }, widths, hall.demo);
  }

  private measures(sizes: Sizes) {
    return styleMap({
      "--pad": px(sizes.pad),
      "--text": px(sizes.text),
      "--row": px(sizes.row),
      "--name": px(sizes.name),
      "--clock": px(sizes.clock),
      "--head-height": px(sizes.headHeight),
      "--calls-width": px(sizes.calls.width),
      "--calls-height": px(sizes.calls.height),
    });
  }
}

function dateLine(now: string, language: Language): string {
  return say(lobbyWords.dateLine, language, { date: dateOf(now, language), weekday: weekdayOf(now, language) });
}

function px(value: number): string {
  return `${value.toFixed(3)}px`;
}

declare global {
  interface HTMLElementTagNameMap {
    "ld-lobby-screen": LobbyScreen;
  }
}

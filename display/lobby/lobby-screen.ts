/**
 * `<ld-lobby-screen>`: the calls, what the hall shows, its name and time, and what is wrong if anything is, as the screen's
 * layout parts the glass. What lies over what, from below: content, calls over it, rest out of hours, the screen's name
 * when somebody asks for it; an emergency over all.
 * @fires cut-off when the hub no longer knows this device.
 */
import { html, LitElement, nothing } from "lit";
import { customElement, property } from "lit/decorators.js";
import { styleMap } from "lit/directives/style-map.js";
import { lobbyWords } from "../../shared/text/lobby.ts";
import { pick, say } from "../../shared/text/text.ts";
import { dateOf, timeOfDay } from "../../shared/text/times.ts";
import "../../shared/ui/demo-banner.ts";
import { LanguageController } from "../../shared/ui/language.ts";
import { base } from "../../shared/ui/styles.ts";
import type { Emergency } from "../../shared/wire/lobby.ts";
import type { ContentKeeper } from "../content/content-keeper.ts";
import "../content/content-stage.ts";
import { withJoinTurns } from "../content/join-turns.ts";
import { px } from "../content/room.ts";
import { languagesOf, type LiveContent } from "../content/sheet.ts";
import { onNow } from "../content/turns.ts";
import type { ScreenDevice } from "../screen-line.ts";
import { isOnBeat, wall } from "../wall-styles.ts";
import { arrange, type Board } from "./arrangement.ts";
import "./call-board.ts";
import { CallsOver } from "./calls-over.ts";
import { emptyNote } from "./empty-note.ts";
import { isLit, nextOpeningAfter } from "./lit-hours.ts";
import { lobbyScreenStyles } from "./lobby-screen.styles.ts";
import { callsBeneath, overEverything } from "./lobby-emergency.ts";
import type { LobbyTrial, LobbyWork } from "./lobby-work.ts";
import "./lobby-side.ts";
import { onlyArea, ownHall, ownPicture } from "./own-area.ts";
import { PaintWatch } from "./paint-watch.ts";
import { callsOfToday } from "./picture.ts";
import "./resting-face.ts";
import type { Scene } from "./scene.ts";
import { screenFoot } from "./screen-foot.ts";
import { glassOf } from "./screen-settings.ts";
import { dateLine, screenSizes } from "./screen-sizes.ts";
import { nameOver, renderNote, tickerLine } from "./screen-words.ts";
import { ScreenWork } from "./screen-work.ts";
import type { Sizes } from "./sizes.ts";

const tickMillis = 1_000;

/** The calls on the glass. */
interface StandingCalls {
  readonly board: Board;
  /** How much of the glass they take where they lie over content; null where they have a part of their own. */
  readonly overHeight: number | null;
  /** Content stands beside them, though they would lie over it. */
  readonly isBeside: boolean;
}

@customElement("ld-lobby-screen")
export class LobbyScreen extends LitElement {
  static override styles = [base, wall, lobbyScreenStyles];

  /** Who this screen is to the hub; set before it is connected and never changed, as what it keeps. */
  @property({ attribute: false }) device: ScreenDevice | null = null;
  @property({ attribute: false }) keeper: ContentKeeper | null = null;
  /** In place of both, where this is no screen of the hall but a trial of one. */
  @property({ attribute: false }) trial: LobbyTrial | null = null;

  private readonly language = new LanguageController(this);
  private readonly callsOver = new CallsOver();
  private work: LobbyWork | null = null;
  private paint: PaintWatch | null = null;
  /** `seq` of the calls on the board, newest first. */
  private shown: readonly number[] = [];
  private tick: ReturnType<typeof setInterval> | undefined;
  private readonly refresh = () => this.requestUpdate();

  override connectedCallback(): void {
    super.connectedCallback();
    const { device, keeper, trial } = this;
    const work = trial ?? (device && keeper && new ScreenWork(device, keeper));
    if (!work) return;
    this.work = work;
    this.paint = new PaintWatch((shown) => work.calls.painted(shown));
    work.addEventListener("change", this.refresh);
    work.addEventListener("cut-off", () => this.dispatchEvent(new Event("cut-off")));
    window.addEventListener("resize", this.refresh);
    this.tick = setInterval(() => {
      work.tick();
      this.requestUpdate();
    }, tickMillis);
  }

  override disconnectedCallback(): void {
    clearInterval(this.tick);
    window.removeEventListener("resize", this.refresh);
    this.work?.close();
    super.disconnectedCallback();
  }

  override render() {
    const { work } = this;
    const scene = work && this.scene(work);
    if (!work || !scene) {
      return renderNote({ heading: say(lobbyWords.connecting, this.language.current), line: null });
    }
    document.title = `${pick(scene.hall.name, scene.language)} · 轮到 Lundao`;
    const { hall, settings, sizes, now, picture, isStale, language } = scene;
    const shape = `${sizes.isPortrait ? "portrait" : ""} ${settings.layout}`;
    const over = work.line.emergency();
    if (over !== null) return this.renderOver(over, work, scene);
    const isResting = this.trial === null && !isLit(hall, picture, { now, isStale });
    const calls = this.standingCalls(work, scene);
    this.shown = calls.board.rows.map(({ call }) => call.seq);
    return html`<ld-demo ?on=${hall.demo} style=${styleMap({ "--demo-height": px(sizes.demoHeight) })}></ld-demo>
      ${sizes.headHeight === 0 ? nothing : this.renderHead(scene, shape)}
      <main
        class="${shape} ${calls.isBeside ? "beside" : ""}"
        aria-label=${this.landmark({ hall, language })}
        aria-hidden=${isResting ? "true" : "false"}
        style=${this.measures(sizes)}
      >
        ${settings.layout === "content-only" ? nothing : this.renderCalls(work, scene, calls)}
        ${this.renderSide(work, { ...scene, turns: isResting ? [] : scene.turns }, calls)}
      </main>
      ${tickerLine(scene)}
      ${
        sizes.footHeight === 0
          ? nothing
          : screenFoot({
              ...{ hall, picture, language, now, sizes, millis: scene.millis, width: scene.width },
              staleSince: work.line.staleSince,
              isSlim: settings.layout === "calls-over-content",
              tellsWaiting: settings.layout !== "calls-only" && scene.turns.length > 0,
            })
      }
      ${
        isResting
          ? html`<ld-resting
              .now=${now}
              .opensAt=${nextOpeningAfter(hall, now)}
              .languages=${languagesOf(hall, language)}
              .text=${sizes.text}
            ></ld-resting>`
          : nothing
      }
      ${work.identifying ? nameOver(work.identifying.name, scene) : nothing}`;
  }

  protected override updated(): void {
    this.paint?.rendered(this.shown);
    if (this.work) this.work.stage = this.renderRoot.querySelector("ld-content-stage");
  }

  /** Everything that is to be drawn now; null before the hall is known. */
  private scene(work: LobbyWork): Scene | null {
    const { line, settings } = work;
    if (!line.hall) return null;
    const area = onlyArea(settings);
    const hall = ownHall(line.hall, area);
    const picture = ownPicture(work.picture, hall, area);
    const now = line.instant();
    const isStale = line.staleSince !== null;
    const language = this.language.current;
    // What was kept may be withdrawn by now: it is shown once the hub says that it stands, or cannot be reached.
    const isKnown = this.keeper?.hasBeenTold === true || line.isLost;
    const kept = isKnown ? this.keeper?.items : undefined;
    const shows = settings.layout === "calls-only" ? [] : (this.trial?.items ?? kept ?? []);
    const { turns, tickers } = onNow(shows, now);
    const { innerWidth, innerHeight, devicePixelRatio: pixelRatio } = window;
    const glass = glassOf({ width: innerWidth, height: innerHeight }, settings.orientation);
    this.turnPage(glass);
    const onScreen = { hall, picture, language, now, settings, hasTicker: tickers.length > 0 };
    const { number: numberEms, ...sizes } = screenSizes({ ...glass, pixelRatio }, onScreen);
    return {
      ...{ hall, picture, settings, language, now, isStale, sizes, numberEms, ticker: tickers },
      millis: line.now(),
      width: glass.width,
      // Who waits is not told while nobody can vouch for it.
      turns: withJoinTurns(
        turns.filter(({ kind }) => kind !== "waiting" || !isStale),
        isStale ? null : work.joinAddress,
      ),
    };
  }

  /** Only what still stands on the glass counts as shown. */
  private renderOver(shown: Emergency | "all-clear", { line }: LobbyWork, scene: Scene) {
    const { hall, picture, sizes, language } = scene;
    const beneath = callsBeneath(shown, callsOfToday(picture, scene.now), picture);
    this.shown = beneath.map(({ seq }) => seq);
    const ground = { shown, languages: hall.languages, language, calls: beneath, sizes };
    return html`<ld-demo ?on=${hall.demo} style=${styleMap({ "--demo-height": px(sizes.demoHeight) })}></ld-demo>
      ${overEverything({ ...ground, now: scene.millis, staleSince: line.staleSince })}`;
  }

  private renderHead({ hall, language, now, sizes }: Scene, shape: string) {
    return html`<header class=${shape} aria-label=${this.landmark({ hall, language })} style=${this.measures(sizes)}>
      <h1>${pick(hall.name, language)}</h1>
      <p class="date">${sizes.hasWeekday ? dateLine(now, language) : dateOf(now, language)}</p>
      <p class="clock">${timeOfDay(now)}</p>
    </header>`;
  }

  private standingCalls({ sound }: LobbyWork, { picture, now, millis, settings, sizes }: Scene): StandingCalls {
    const { layout } = settings;
    const today = layout === "content-only" ? [] : callsOfToday(picture, now);
    const over = layout === "calls-over-content" ? this.callsOver.standing(today, sound.unsounded, millis) : null;
    const moment = { now: millis, unsounded: sound.unsounded, counters: picture.counters };
    const board = arrange(over?.calls ?? today, sizes, moment);
    return { board, overHeight: over && panelHeight(board, sizes), isBeside: over?.isBeside ?? false };
  }

  private renderCalls({ sound, line, calls, hasPicture }: LobbyWork, scene: Scene, standing: StandingCalls) {
    const { hall, sizes, now, language } = scene;
    const { board, overHeight } = standing;
    if (overHeight === 0) return nothing;
    const note = emptyNote(hall, language, { now, hasPicture: hasPicture || calls.hasPicture });
    return html`<div class="calls" style=${overHeight === null ? nothing : styleMap({ height: px(overHeight) })}>
      ${board.rows.length === 0 ? renderNote(note) : nothing}
      <ld-call-board
        .board=${board}
        .sizes=${sizes}
        .language=${language}
        .soundingSeq=${sound.soundingSeq}
        ?isOnBeat=${isOnBeat(line.now())}
      ></ld-call-board>
    </div>`;
  }

  private renderSide(work: LobbyWork, scene: Scene, { overHeight, isBeside }: StandingCalls) {
    const { hall, picture, language, now, isStale, settings, turns, millis, numberEms } = scene;
    const sizes = isBeside ? besideCalls(scene.sizes, overHeight ?? 0) : scene.sizes;
    const content = { hall, picture, language, now, isStale, joinAddress: work.joinAddress };
    const live: LiveContent = { hall, picture, now, isStale, languages: languagesOf(hall, language) };
    const isShared = settings.layout === "calls-beside-content" || settings.layout === "calls-only";
    return html`<ld-lobby-side
      .content=${content}
      .sizes=${sizes}
      .now=${millis}
      .readyEms=${isShared ? numberEms : null}
      ?isCovered=${turns.length > 0 && (work.stage?.showing ?? null) !== null}
      ?isSoundBlocked=${work.sound.isBlocked && settings.speaks && settings.layout !== "content-only"}
    >
      <ld-content-stage
        .files=${this.trial ?? this.keeper}
        .instant=${() => work.line.instant()}
        .played=${(shown: Parameters<LobbyWork["plays"]["add"]>[0]) => work.plays.add(shown)}
        .turns=${turns}
        .live=${live}
        .fonts=${{ pad: sizes.pad, text: sizes.text, heading: isShared ? sizes.text : sizes.row }}
        ?isDucked=${work.isSpokenOver}
        ?isHeld=${this.trial !== null || (overHeight !== null && overHeight > 0 && !isBeside)}
        @showing=${this.refresh}
      ></ld-content-stage>
    </ld-lobby-side>`;
  }

  /** A trial stands within another page, from whose landmarks its own are told apart by name. */
  private landmark({ hall, language }: Pick<Scene, "hall" | "language">) {
    return this.trial ? pick(hall.name, language) : nothing;
  }

  /** A screen that hangs upright though its machine does not know is drawn on its side. */
  private turnPage({ width, height, isTurned }: ReturnType<typeof glassOf>): void {
    this.toggleAttribute("turned", isTurned);
    this.style.width = isTurned ? px(width) : "";
    this.style.height = isTurned ? px(height) : "";
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

/** What is left of the glass where content stands beside the calls that lay over it. */
function besideCalls(sizes: Sizes, overHeight: number): Sizes {
  return { ...sizes, side: { ...sizes.side, height: sizes.side.height - overHeight } };
}

/** As high as its rows, which stand in one column unless there are many. */
function panelHeight({ rows, columns }: Board, sizes: Sizes): number {
  return columns === 2 ? sizes.calls.height : rows.reduce((sum, { height }) => sum + height, 0);
}

declare global {
  interface HTMLElementTagNameMap {
    "ld-lobby-screen": LobbyScreen;
  }
}

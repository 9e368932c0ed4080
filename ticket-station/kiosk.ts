/** `<ld-kiosk>`: a paired station at work; the page around what `StationFlow` tells. */
import { html, LitElement, nothing, type PropertyValues } from "lit";
import { customElement, property, state } from "lit/decorators.js";
import { languages } from "../shared/domain/vocabulary.ts";
import { pick } from "../shared/text/text.ts";
import { timeOfDay } from "../shared/text/times.ts";
import { newKey, request } from "../shared/ui/api.ts";
import "../shared/ui/demo-banner.ts";
import { HubConnection } from "../shared/ui/hub.ts";
import { currentLanguage, LanguageController, setLanguage } from "../shared/ui/language.ts";
import { base } from "../shared/ui/styles.ts";
import type { DeviceSelf } from "../shared/wire/access.ts";
import type { HallNow } from "../shared/wire/hall.ts";
import {
  type LanguageChosenEvent,
  type NumberTypedEvent,
  type PrintChosenEvent,
  type ReasonChosenEvent,
  type ServiceChosenEvent,
  UnpairedEvent,
  type WentEvent,
} from "./events.ts";
import { emergencyBand, emergencyRead, emergencyWhole, takesWholeGlass, type Shown } from "./emergency.ts";
import { HallFeed } from "./hall-feed.ts";
import { kioskStyles } from "./kiosk-styles.ts";
import { renderView } from "./kiosk-views.ts";
import { ScanReader } from "../shared/ui/scan-reader.ts";
import { canSpeak, hush, onVoices, speak } from "./speech.ts";
import { actions } from "./station-styles.ts";
import { StationFlow } from "./station-flow.ts";
import { spokenTicket, tellView, viewDetail } from "./view-words.ts";
import { awayPage, stillTherePage } from "./views/full-pages.ts";
import "./views/station-bar.ts";

@customElement("ld-kiosk")
export class Kiosk extends LitElement {
  static override styles = [base, actions, kioskStyles];

  @property() token = "";
  @property({ attribute: false }) device: DeviceSelf | null = null;

  @state() private time = "";

  private readonly language = new LanguageController(this);
  private readonly portrait = matchMedia("(orientation: portrait)");
  private readonly scanner = new ScanReader((code) => void this.work?.flow.scanned(code));
  private work: { readonly hub: HubConnection; readonly feed: HallFeed; readonly flow: StationFlow } | null = null;
  private clock: ReturnType<typeof setInterval> | undefined;
  private spoken = "";
  private wasOver = false;
  private endVoices: () => void = () => undefined;

  override connectedCallback(): void {
    super.connectedCallback();
    this.clock = setInterval(() => this.tick(), 1_000);
    this.endVoices = onVoices(() => this.requestUpdate());
    this.portrait.addEventListener("change", this.look);
    document.addEventListener("pointerdown", this.touched, true);
    document.addEventListener("keydown", this.typed, true);
  }

  override disconnectedCallback(): void {
    clearInterval(this.clock);
    this.endVoices();
    this.portrait.removeEventListener("change", this.look);
    document.removeEventListener("pointerdown", this.touched, true);
    document.removeEventListener("keydown", this.typed, true);
    this.stop();
    super.disconnectedCallback();
  }

  override willUpdate(changed: PropertyValues<this>): void {
    if ((changed.has("token") || changed.has("device")) && this.device) this.start(this.device.id);
  }

  override render() {
    const flow = this.work?.flow;
    const hall = flow?.hall ?? null;
    const language = this.language.current;
    const over = this.over();
    if (flow && hall && takesWholeGlass(over))
      return emergencyWhole(over, { flow, hall, language, now: this.work?.hub.now() ?? 0 });
    if (flow?.isAway) return [emergencyBand(over), awayPage(hall?.languages ?? languages)];
    if (!flow || !hall) return nothing;
    const { heading, how } = tellView(flow.session, hall, language);
    const asking = flow.secondsLeft;
    return html`
      <ld-demo ?on=${hall.demo}></ld-demo>
      ${emergencyBand(over)} ${asking === null ? nothing : stillTherePage(asking, language, () => flow.touched())}
      <ld-station-bar
        ?hidden=${asking !== null}
        hall=${pick(hall.name, language)}
        time=${this.time}
        heading=${heading}
        how=${how}
        .languages=${hall.languages}
        ?isLarge=${flow.session.isLarge}
        ?canSpeak=${canSpeak(language)}
        @language-chosen=${(event: LanguageChosenEvent) => flow.setLanguage(event.language)}
        @print-chosen=${(event: PrintChosenEvent) => flow.setLarge(event.isLarge)}
      ></ld-station-bar>
      <main
        ?hidden=${asking !== null}
        data-view=${flow.session.view.at}
        @went=${(event: WentEvent) => flow.go(event.place)}
        @service-chosen=${(event: ServiceChosenEvent) => void flow.choose(event.service)}
        @reason-chosen=${(event: ReasonChosenEvent) => flow.choosePriority(event.reason)}
        @number-typed=${(event: NumberTypedEvent) => void flow.typed(event.digits)}
        @done=${() => flow.done()}
      >
        ${renderView({ flow, hall, language, isPortrait: this.portrait.matches })}
      </main>
    `;
  }

  override updated(): void {
    const flow = this.work?.flow;
    if (!flow) return;
    document.documentElement.dataset["print"] = flow.session.isLarge ? "large" : "normal";
    if (flow.hall) this.readAloud(flow, flow.hall);
  }

  /** What goes over everything now. */
  private over(): Shown {
    return this.work?.feed.emergencies.shows(this.work.hub.now(), this.work.hub.status === "live") ?? null;
  }

  private start(device: string): void {
    this.stop();
    const hub = new HubConnection({ token: this.token });
    const feed = new HallFeed({ hub, device, loadHall: () => request<HallNow>("GET", "/api/hall") });
    const flow = new StationFlow({
      hub,
      feed,
      token: this.token,
      request,
      newKey,
      language: { get: currentLanguage, set: setLanguage },
    });
    flow.addEventListener("change", this.look);
    flow.addEventListener("unpaired", () => this.dispatchEvent(new UnpairedEvent()));
    this.work = { hub, feed, flow };
  }

  private stop(): void {
    this.work?.flow.close();
    this.work?.feed.close();
    this.work?.hub.close();
    this.work = null;
    hush();
  }

  /** With large print goes reading aloud, where the browser has a voice: once for each page and language. */
  private readAloud(flow: StationFlow, hall: HallNow): void {
    const { view, isLarge } = flow.session;
    const language = this.language.current;
    const { heading, how } = tellView(flow.session, hall, language);
    const told = `${heading} ${viewDetail(view, hall, language) ?? how}`;
    const isTicket = view.at === "ticket" && flow.ticket !== null;
    const emergency = emergencyRead(this.over(), language);
    const text = !isLarge
      ? ""
      : emergency !== null
        ? emergency
        : isTicket
          ? spokenTicket(flow.ticket, hall, language)
          : told;
    if (text === this.spoken) return;
    this.spoken = text;
    if (text === "") hush();
    else speak(text, language);
  }

  private tick(): void {
    const hub = this.work?.hub;
    if (hub?.isClockKnown) this.time = timeOfDay(hub.instant());
    // Its frame pulses, and it may be over.
    const over = this.over();
    if (over !== null || this.wasOver) this.requestUpdate();
    this.wasOver = over !== null;
  }

  private readonly look = () => {
    this.tick();
    this.requestUpdate();
  };
  private readonly touched = () => this.work?.flow.touched();
  private readonly typed = (event: KeyboardEvent) => {
    if (this.scanner.key(event.key, event.timeStamp)) event.preventDefault();
  };
}

declare global {
  interface HTMLElementTagNameMap {
    "ld-kiosk": Kiosk;
  }
}

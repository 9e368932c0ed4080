/** `<ld-voice-line>`: which engine speaks the calls, what went wrong last, and a button to hear it. */
import { css, html, LitElement, nothing } from "lit";
import { customElement, property, state } from "lit/decorators.js";
import { engineWords, voiceWords } from "../shared/text/console-voice.ts";
import { say } from "../shared/text/text.ts";
import { LanguageController } from "../shared/ui/language.ts";
import { base, notes } from "../shared/ui/styles.ts";
import type { HallNow } from "../shared/wire/hall.ts";
import type { VoiceHealth } from "../shared/wire/voice.ts";
import { pageStyles } from "./console-styles.ts";
import { Polled } from "./polled.ts";
import { staffRequest } from "./staff-request.ts";

const everyMillis = 10_000;

@customElement("ld-voice-line")
export class VoiceLine extends LitElement {
  static override styles = [
    base,
    notes,
    pageStyles,
    css`
      p {
        margin: 0 0 var(--ld-space-3);
      }
    `,
  ];

  @property({ attribute: false }) hall: HallNow | null = null;

  /** The browser's last try came to nothing. */
  @state() private isSilent = false;

  private readonly language = new LanguageController(this);
  private readonly health = new Polled<VoiceHealth>(this, {
    ask: () => staffRequest(this, { path: "/api/voice" }),
    everyMillis,
  });

  override render() {
    const health = this.health.value;
    if (!health) return nothing;
    const language = this.language.current;
    const engine = say(health.engine === null ? voiceWords.nobody : engineWords[health.engine], language);
    const failed = health.engines.find(({ problemAt }) => problemAt !== null);
    return html`<p>
        ${say(voiceWords.speaksWith, language, { engine })}
        ${
          health.engine === null || health.engine === "browser"
            ? nothing
            : html`<button type="button" @click=${this.tried}>${say(voiceWords.tryIt, language)}</button>`
        }
      </p>
      ${
        failed === undefined
          ? nothing
          : html`<p class="note" role="status">
              ${say(voiceWords.problem, language, { engine: say(engineWords[failed.engine], language), problem: failed.problem })}
            </p>`
      }
      ${this.isSilent ? html`<p class="note" role="alert">${say(voiceWords.cannotTry, language)}</p>` : nothing}`;
  }

  private async tried(): Promise<void> {
    const service = this.hall?.services[0]?.prefix ?? "A";
    const counter = this.hall?.counters[0]?.number ?? 1;
    const query = new URLSearchParams({
      number: `${service}012`,
      counter: String(counter),
      lang: this.hall?.voice.languages[0] ?? "zh",
    });
    try {
      await new Audio(`/api/voice/clip?${query.toString()}`).play();
      this.isSilent = false;
    } catch {
      this.isSilent = true;
    }
  }
}

declare global {
  interface HTMLElementTagNameMap {
    "ld-voice-line": VoiceLine;
  }
}

/** `<ld-phone-book>`: a booking by phone: service, day and time, who is coming. Where the resident is stands in `at`. */
import { css, html, LitElement, nothing, type PropertyValues } from "lit";
import { customElement, property, state } from "lit/decorators.js";
import { personLengths } from "../shared/domain/person.ts";
import { bookingWords } from "../shared/text/phone-booking.ts";
import { pick, say } from "../shared/text/text.ts";
import { request, type ApiProblem } from "../shared/ui/api.ts";
import { LanguageController } from "../shared/ui/language.ts";
import { phrased } from "../shared/ui/phrased.ts";
import { base, buttons, fields, notes } from "../shared/ui/styles.ts";
import type { Booking, NewBooking } from "../shared/wire/booking.ts";
import type { HallNow, HallServiceNow } from "../shared/wire/hall.ts";
import { bookable, type BookingChoice } from "./choice.ts";
import { keepBooking } from "./kept-bookings.ts";
import { KeptWish } from "./kept-wish.ts";
import "./materials.ts";
import { column, rows, steps } from "./phone-styles.ts";
import { problemNote } from "./problem-note.ts";
import { refusalToResident } from "./refusal-to-resident.ts";
import { whenBooked, type SlotChosenEvent } from "./slot-choice.ts";
import "./slot-choice.ts";

/** What has been typed; kept while days and times are looked at again. */
interface Draft {
  readonly name: string;
  readonly phone: string;
  readonly idNumber: string;
}

@customElement("ld-phone-book")
export class Book extends LitElement {
  static override styles = [
    base,
    buttons,
    fields,
    notes,
    column,
    rows,
    steps,
    css`
      .when {
        margin-bottom: var(--ld-space-4);
        font-size: var(--ld-text-l);
        font-weight: var(--ld-bold);
      }
      .field,
      .note,
      .consent {
        margin-bottom: var(--ld-space-4);
      }
    `,
  ];

  @property({ attribute: false }) hall: HallNow | null = null;
  @property({ attribute: false }) at: BookingChoice = { service: null, start: null };

  @state() private isWorking = false;
  @state() private problem: ApiProblem | "needed" | null = null;
  @state() private draft: Draft = { name: "", phone: "", idNumber: "" };
  private readonly wish = new KeptWish<NewBooking>();

  private readonly language = new LanguageController(this);

  override willUpdate(changed: PropertyValues<this>): void {
    if (changed.has("at") && changed.get("at")?.start !== this.at.start) this.problem = null;
  }

  override render() {
    const { hall, at } = this;
    if (!hall) return nothing;
    const service = bookable(hall).find(({ id }) => id === at.service);
    if (!service) return this.services(hall);
    return at.start === null ? this.times(service) : this.form(service, at.start);
  }

  private services(hall: HallNow) {
    const language = this.language.current;
    return html`
      ${this.back("#")}
      <h1>${phrased(say(bookingWords.whatFor, language), language)}</h1>
      <ul class="rows">
        ${bookable(hall).map(
          ({ id, name }) =>
            html`<li>
              <a class="row" href="#book/${id}"><span class="name">${pick(name, language)}</span></a>
            </li>`,
        )}
      </ul>
    `;
  }

  private times(service: HallServiceNow) {
    const language = this.language.current;
    return html`
      ${this.back("#book")}
      <h1>${phrased(pick(service.name, language), language)}</h1>
      <ld-slot-choice
        service=${service.id}
        @slot-chosen=${({ start }: SlotChosenEvent) => {
          location.hash = `book/${service.id}/${start}`;
        }}
      ></ld-slot-choice>
      <ld-materials .materials=${service.guide?.materials ?? []}></ld-materials>
    `;
  }

  private form(service: HallServiceNow, start: string) {
    const language = this.language.current;
    return html`
      ${this.back(`#book/${service.id}`)}
      <h1>${phrased(pick(service.name, language), language)}</h1>
      <p class="when">${whenBooked(start, language)}</p>
      <form novalidate @submit=${(event: SubmitEvent) => void this.book(event, service.id)}>
        ${this.field("name", say(bookingWords.name, language), { autocomplete: "name", inputmode: "text" })}
        ${this.field("phone", say(bookingWords.phone, language), { autocomplete: "tel", inputmode: "tel" })}
        ${this.field("idNumber", say(bookingWords.idNumber, language), { autocomplete: "off", inputmode: "text" })}
        <p class="soft consent">${phrased(say(bookingWords.idHow, language), language)}</p>
        <p class="soft consent">
          ${phrased(say(bookingWords.consent, language, { days: this.hall?.rules.retainDays ?? null }), language)}
        </p>
        ${problemNote(this.problemText(), language)} ${this.isTaken ? this.otherTimes(service) : this.confirm()}
      </form>
    `;
  }

  private confirm() {
    return html`<button class="button primary wide" ?disabled=${this.isWorking}>
      ${say(this.isWorking ? bookingWords.working : bookingWords.confirm, this.language.current)}
    </button>`;
  }

  /** The time has gone to somebody else: another is chosen right here, in its place in the way back too. */
  private otherTimes({ id }: HallServiceNow) {
    return html`<ld-slot-choice
      service=${id}
      @slot-chosen=${({ start }: SlotChosenEvent) => location.replace(`#book/${id}/${start}`)}
    ></ld-slot-choice>`;
  }

  private get isTaken(): boolean {
    const code = this.problem === null || this.problem === "needed" ? null : this.problem.code;
    return code === "slot-full" || code === "slot-closed";
  }

  private field(
    name: keyof Draft,
    label: string,
    { autocomplete, inputmode }: { readonly autocomplete: "name" | "tel" | "off"; readonly inputmode: "text" | "tel" },
  ) {
    return html`<label class="field"
      ><span>${label}</span
      ><input
        name=${name}
        autocomplete=${autocomplete}
        inputmode=${inputmode}
        maxlength=${personLengths[name].most}
        .value=${this.draft[name]}
        @input=${(event: Event & { readonly currentTarget: HTMLInputElement }) => {
          this.draft = { ...this.draft, [name]: event.currentTarget.value };
        }}
      />
    </label>`;
  }

  private back(href: string) {
    return html`<a class="back" href=${href}>‹ ${say(bookingWords.back, this.language.current)}</a>`;
  }

  private problemText(): string | null {
    const language = this.language.current;
    if (this.problem === null) return null;
    return this.problem === "needed" ? say(bookingWords.needed, language) : refusalToResident(this.problem, language);
  }

  private async book(event: SubmitEvent, service: string): Promise<void> {
    event.preventDefault();
    const { start } = this.at;
    if (this.isWorking || start === null) return;
    const [name, phone, idNumber] = [this.draft.name.trim(), this.draft.phone.trim(), this.draft.idNumber.trim()];
    this.problem = name === "" || phone === "" ? "needed" : null;
    if (this.problem) return;
    this.isWorking = true;
    const person = { name, phone, ...(idNumber !== "" && { idNumber }) };
    const asked = { service, start, person };
    const wish = this.wish.of(JSON.stringify(asked), { ...asked, lang: this.language.current });
    const answer = await request<Booking>("POST", "/api/bookings", { ...wish });
    this.isWorking = false;
    this.wish.heard(answer);
    if (!answer.ok) {
      this.problem = answer.problem;
      return;
    }
    keepBooking(answer.value);
    // In place of the form: going back must not invite a second booking.
    location.replace(`/m/b/${answer.value.token}`);
  }
}

declare global {
  interface HTMLElementTagNameMap {
    "ld-phone-book": Book;
  }
}

/** One booking as the phone knows it, asked for again and again, and honest about its age where the hub is away. */
import { instantAt, offsetMinutesOf } from "../shared/text/times.ts";
import type { ApiAnswer, ApiOptions, ApiProblem } from "../shared/ui/api.ts";
import type { Booking } from "../shared/wire/booking.ts";
import { KeptWish } from "./kept-wish.ts";

export type BookingPicture =
  | { readonly is: "opening" }
  /** The hub knows no such booking. */
  | { readonly is: "unknown" }
  /** Nothing could be learned yet. */
  | { readonly is: "away" }
  /** `asOf`: the instant, in the hall's offset, of the hub's last word. */
  | { readonly is: "here"; readonly booking: Booking; readonly isFresh: boolean; readonly asOf: string };

/** Another time for it, or to give it up. */
export type BookingWish =
  { readonly method: "PATCH"; readonly body: { readonly start: string } } | { readonly method: "DELETE" };

export interface BookingLinePorts {
  readonly request: (
    method: "GET" | BookingWish["method"],
    path: string,
    options?: ApiOptions,
  ) => Promise<ApiAnswer<Booking>>;
  readonly token: string;
  readonly changed: (picture: BookingPicture) => void;
}

const everyMillis = 15_000;
const retryMillis = 5_000;

export class BookingLine {
  private picture: BookingPicture = { is: "opening" };
  private timer: ReturnType<typeof setTimeout> | undefined;
  /** Counts questions and words of the hub: an answer that something newer has overtaken is dropped. */
  private turn = 0;
  private isStopped = false;
  private readonly wish = new KeptWish<{ readonly start: string } | undefined>();

  constructor(private readonly ports: BookingLinePorts) {
    void this.refresh();
  }

  /** Asks at once. */
  async refresh(): Promise<void> {
    clearTimeout(this.timer);
    this.turn += 1;
    const { turn } = this;
    const answer = await this.ports.request("GET", this.address, { timeoutMillis: 6_000 });
    if (this.isStopped || turn !== this.turn) return;
    this.timer = setTimeout(() => void this.refresh(), answer.ok ? everyMillis : retryMillis);
    if (answer.ok) this.take(answer.value);
    else if (answer.problem.code === "not-found") this.become({ is: "unknown" });
    else this.become(this.picture.is === "here" ? { ...this.picture, isFresh: false } : { is: "away" });
  }

  /** Answers why it was not done, null once it is. After a refusal it is known how the booking stands. */
  async change(wish: BookingWish): Promise<ApiProblem | null> {
    const sent = this.wish.of(JSON.stringify(wish), wish.method === "PATCH" ? wish.body : undefined);
    const answer = await this.ports.request(wish.method, this.address, { ...sent });
    this.wish.heard(answer);
    if (this.isStopped) return null;
    if (!answer.ok) {
      await this.refresh();
      return answer.problem;
    }
    this.turn += 1;
    clearTimeout(this.timer);
    this.timer = setTimeout(() => void this.refresh(), everyMillis);
    this.take(answer.value);
    return null;
  }

  stop(): void {
    this.isStopped = true;
    clearTimeout(this.timer);
  }

  private take(booking: Booking): void {
    const asOf = instantAt(Date.now(), offsetMinutesOf(booking.start) ?? 0);
    this.become({ is: "here", booking, isFresh: true, asOf });
  }

  private become(picture: BookingPicture): void {
    this.picture = picture;
    this.ports.changed(picture);
  }

  private get address(): string {
    return `/api/b/${encodeURIComponent(this.ports.token)}`;
  }
}

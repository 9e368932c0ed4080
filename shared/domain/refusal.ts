/**
 * Every refusal the hub can give: its stable code and its HTTP status, declared once.
 * The words people read stand in `shared/text/refusal-words.ts`; a test compares the two lists.
 */
export const refusalStatus = {
  "invalid-request": 400,
  "not-signed-in": 401,
  "not-allowed": 403,
  "own-work": 403,
  "draft-of-another": 403,
  "not-found": 404,
  "ticket-not-waiting": 409,
  "ticket-not-missed": 409,
  "ticket-not-held": 409,
  "already-called": 409,
  "not-started": 409,
  "already-started": 409,
  "not-in-hand": 409,
  "nothing-to-undo": 409,
  "service-in-visit": 409,
  "matters-limit": 409,
  "no-help-asked": 409,
  "nobody-waiting": 409,
  "counter-closed": 409,
  "counter-paused": 409,
  "counter-busy": 409,
  "counter-taken": 409,
  "clerk-busy": 409,
  "not-at-this-counter": 409,
  "miss-too-early": 409,
  "requeue-limit": 409,
  "phone-limit": 409,
  "not-bookable": 409,
  "slot-closed": 409,
  "slot-full": 409,
  "already-booked": 409,
  suspended: 409,
  "contact-the-desk": 409,
  "booking-over": 409,
  "too-early": 409,
  "wrong-day": 409,
  "already-checked-in": 409,
  "already-queued": 409,
  "number-given": 409,
  "key-reused": 409,
  "user-exists": 409,
  "user-in-use": 409,
  "still-needed": 409,
  "last-manager": 409,
  "already-approved": 409,
  "too-many-pending": 429,
  "no-printer": 409,
  "clock-changed": 409,
  "not-a-draft": 409,
  "not-in-review": 409,
  "changed-meanwhile": 409,
  "not-published": 409,
  "item-over": 409,
  "kept-for-good": 409,
  "too-many-feeds": 409,
  gone: 410,
  "too-large": 413,
  "unsupported-media": 415,
  unplayable: 415,
  "service-closed": 422,
  "quota-reached": 422,
  "outside-hours": 422,
  emergency: 422,
  "too-many-requests": 429,
  overloaded: 503,
  "not-durable": 503,
  "no-voice": 503,
  "no-room": 503,
  internal: 500,
} as const;

export type RefusalCode = keyof typeof refusalStatus;

/**
 * A refusal as a value: nothing happened, and this says why.
 * `field` names the offending input; `detail` fills the placeholders of the code's text, and so does `names` with what
 * the hall itself calls things in several languages.
 */
export interface Refusal {
  readonly refused: RefusalCode;
  readonly field?: string;
  readonly detail?: Readonly<Record<string, string | number>>;
  readonly names?: Readonly<Record<string, { readonly zh: string; readonly en: string; readonly "zh-Hant"?: string }>>;
}

/** Makes a refusal; the shortest way to say no. */
export function refuse(refused: RefusalCode, more: Omit<Refusal, "refused"> = {}): Refusal {
  return { refused, ...more };
}

/** Tells a refusal from an answer. */
export function isRefusal(value: unknown): value is Refusal {
  return typeof value === "object" && value !== null && "refused" in value;
}

/**
 * Every route of the contract, said once for the tests that go through them all: who may, by the contract's tables,
 * and a body that is well formed.
 */
import { deviceKinds, roles, type DeviceKind, type Role } from "../../shared/domain/vocabulary.ts";

export type Who = "stranger" | Role | DeviceKind;
export const everybody: readonly Who[] = ["stranger", ...roles, ...deviceKinds];

const anyone = everybody;
const staff: readonly Who[] = roles;
const atCounters = ["clerk", "guide", "manager"] as const;
const atTheDesk = ["guide", "manager"] as const;
const editors = ["editor", "manager"] as const;
const caretakers = ["manager", "technician"] as const;

export interface Route {
  readonly method: "GET" | "POST" | "PUT" | "PATCH" | "DELETE";
  /** As in the hub's own description of its API. */
  readonly path: string;
  readonly who: readonly Who[];
  /** Null where the route takes none. */
  readonly body: Readonly<Record<string, unknown>> | null;
}

const get = (path: string, who: readonly Who[]): Route => ({ method: "GET", path, who, body: null });
const post = (path: string, who: readonly Who[], body: Route["body"] = {}): Route => ({
  method: "POST",
  path,
  who,
  body,
});
const atCounter = (command: string, body: Route["body"] = {}): Route =>
  post(`/api/counters/{number}/${command}`, atCounters, body);
const onTicket = (command: string, body: Route["body"] = {}): Route =>
  post(`/api/tickets/{id}/${command}`, atCounters, body);

export const routes: readonly Route[] = [
  get("/healthz", anyone),

  get("/api/clock", staff),
  post("/api/clock/confirm", caretakers, { machine: "2026-11-25T09:00:00+08:00" }),

  get("/api/session", anyone),
  post("/api/session", anyone, { user: "nobody", password: "not-the-one" }),
  { method: "DELETE", path: "/api/session", who: anyone, body: null },
  post("/api/session/password", staff, { old: "not-the-one", new: "long-enough" }),
  get("/api/users", ["manager"]),
  post("/api/users", ["manager"], {
    user: "li.min",
    name: "李敏",
    role: "clerk",
    password: "long-enough",
    counters: [1],
  }),
  {
    method: "PATCH",
    path: "/api/users/{id}",
    who: ["manager"],
    body: { name: "李敏", role: "guide", password: "long-enough", counters: null },
  },
  { method: "DELETE", path: "/api/users/{id}", who: ["manager"], body: null },

  get("/api/devices", staff),
  post("/api/devices", anyone, { kind: "screen", name: "大厅屏" }),
  get("/api/devices/self", deviceKinds),
  post("/api/devices/{id}/token", anyone, { secret: "guessed" }),
  post("/api/devices/{id}/approve", caretakers, { code: "123456", name: "大厅屏", counter: 1 }),
  { method: "PATCH", path: "/api/devices/{id}", who: caretakers, body: { name: "东门屏", counter: 1 } },
  { method: "DELETE", path: "/api/devices/{id}", who: caretakers, body: null },
  {
    method: "PUT",
    path: "/api/devices/{id}/printer",
    who: caretakers,
    body: { kind: "tcp", host: "10.0.0.9", port: 9100, columns: 48, copies: 1 },
  },

  get("/api/hall", anyone),
  get("/api/hall.schema.json", anyone),
  get("/api/hall/file", ["manager"]),
  get("/api/hall/calendar", ["manager"]),
  {
    method: "PUT",
    path: "/api/hall/calendar",
    who: ["manager"],
    body: { year: 2027, holidays: ["2027-01-01"], workdays: ["2027-01-03"] },
  },
  { method: "DELETE", path: "/api/hall/calendar/{year}", who: ["manager"], body: null },
  post("/api/hall/extend", atTheDesk, { until: "12:30" }),
  post("/api/services/{id}/stop", atTheDesk, { reason: "网络故障", until: "10:40" }),
  post("/api/services/{id}/resume", atTheDesk),
  { method: "PUT", path: "/api/counters/{number}/tiers", who: atTheDesk, body: { preset: "everything" } },
  post("/api/tickets/paper", atTheDesk, { items: [{ number: "P001", service: "proof", takenAt: "08:45" }] }),
  get("/api/join", [...staff, "station", "screen"]),

  // And a stranger who brings the code shown in the hall.
  post("/api/tickets", ["guide", "manager", "station"], {
    service: "proof",
    class: "normal",
    lang: "zh",
    matters: 1,
    person: { name: "欧阳", phone: "139123", idNumber: "3301" },
  }),
  get("/api/tickets", staff),
  get("/api/tickets/{id}", staff),
  get("/api/tickets/{id}/history", staff),
  onTicket("cancel"),
  onTicket("requeue", { position: "next-here" }),
  onTicket("class", { class: "courtesy", reason: "elderly" }),
  onTicket("assist", { assisted: true }),
  onTicket("services", { service: "proof", now: true }),
  { method: "PATCH", path: "/api/tickets/{id}/legs", who: atCounters, body: { order: ["proof"] } },
  get("/api/t/{token}", anyone),
  post("/api/t/{token}/cancel", anyone),
  post("/api/t/{token}/requeue", anyone),

  get("/api/services/{id}/slots", anyone),
  get("/api/bookings", atCounters),
  post("/api/bookings", ["stranger", ...atCounters], {
    service: "proof",
    start: "2026-11-26T10:00:00+08:00",
    person: { name: "欧阳", phone: "139123", idNumber: "3301" },
    lang: "zh",
  }),
  post("/api/bookings/check-in", ["guide", "manager", "station"], { reference: "12345678", lang: "zh" }),
  { method: "PATCH", path: "/api/bookings/{id}", who: atTheDesk, body: { start: "2026-11-26T10:00:00+08:00" } },
  { method: "DELETE", path: "/api/bookings/{id}", who: atTheDesk, body: null },
  get("/api/b/{token}", anyone),
  { method: "PATCH", path: "/api/b/{token}", who: anyone, body: { start: "2026-11-26T10:00:00+08:00" } },
  { method: "DELETE", path: "/api/b/{token}", who: anyone, body: null },
  post("/api/people/{id}/lift-suspension", atCounters),

  get("/api/emergency", anyone),
  post("/api/emergency", atTheDesk, {
    template: "fire",
    text: { zh: "请走东门", en: "Use the east door" },
    minutes: 30,
    areas: ["hall"],
  }),
  { method: "DELETE", path: "/api/emergency", who: atTheDesk, body: null },

  get("/api/enquiries", staff),
  post("/api/enquiries", atTheDesk),
  post("/api/enquiries/undo", atTheDesk),

  get("/api/counters", staff),
  atCounter("open"),
  atCounter("close"),
  atCounter("take-over"),
  atCounter("pause", { reason: "换药", returnAt: "10:30" }),
  atCounter("call-next", { service: "proof", silent: true }),
  atCounter("call", { ticket: "some-ticket", reason: "腿脚不便" }),
  atCounter("resume", { ticket: "some-ticket" }),
  atCounter("undo"),
  atCounter("ask-help"),
  atCounter("answer-help"),
  atCounter("recall", { ticket: "some-ticket" }),
  atCounter("start", { ticket: "some-ticket" }),
  atCounter("hold", { ticket: "some-ticket", reason: "回家取证" }),
  atCounter("transfer", { ticket: "some-ticket", service: "proof", counter: 2, position: "back" }),
  atCounter("finish", { ticket: "some-ticket", arrived: true, outcome: "done", quantity: 1, next: true }),
  atCounter("miss", { ticket: "some-ticket", next: true }),

  get("/api/voice", staff),
  get(
    "/api/voice/clip",
    everybody.filter((who) => who !== "stranger"),
  ),
  get(
    "/api/voice/emergency",
    everybody.filter((who) => who !== "stranger"),
  ),
  get("/api/items", staff),
  post("/api/items", editors, {
    kind: "notice",
    title: { zh: "材料清单", en: "What to bring" },
    body: { zh: "身份证", en: "ID card" },
    seconds: 20,
    priority: 1,
    schedule: { from: "2026-11-25", until: "2026-12-25", weekdays: ["wed"], hours: [["09:00", "11:00"]] },
    targets: { groups: ["东厅"], areas: ["main"] },
  }),
  post("/api/items/preview", editors, { kind: "clock", title: { zh: "钟", en: "Clock" } }),
  get("/api/items/{id}", staff),
  {
    method: "PATCH",
    path: "/api/items/{id}",
    who: editors,
    body: { title: { zh: "材料", en: "Papers" }, seconds: 30 },
  },
  { method: "DELETE", path: "/api/items/{id}", who: editors, body: null },
  post("/api/items/{id}/submit", editors),
  post("/api/items/{id}/approve", editors, { version: 1 }),
  post("/api/items/{id}/reject", editors, { note: "电话写错了", version: 1 }),
  post("/api/items/{id}/withdraw", editors),
  get("/api/items/{id}/versions", staff),

  get("/api/screens", [...caretakers, "editor", "supervisor"]),
  {
    method: "PUT",
    path: "/api/screens/{id}",
    who: caretakers,
    body: { layout: "calls-only", area: null, group: "东厅", orientation: "portrait", viewingMetres: 8, speaks: false },
  },
  get("/api/screens/{id}/showing", staff),
  get("/api/screens/self/content", ["screen"]),
  post("/api/screens/{id}/reload", caretakers),
  post("/api/screens/{id}/identify", caretakers),

  get("/api/plays", staff),
  post("/api/plays", ["screen"], {
    plays: [{ item: "none", version: 1, at: "2026-11-25T09:00:00+08:00", seconds: 15 }],
  }),
  // Its body is a form, which no other route takes.
  { method: "POST", path: "/api/media", who: editors, body: null },
  get("/api/media", staff),
  get("/api/media/{id}", staff),
  { method: "DELETE", path: "/api/media/{id}", who: editors, body: null },
  get("/media/{sha256}", anyone),

  get("/api/print-jobs", staff),
  post(
    "/api/print-jobs/{id}/reprint",
    staff.filter((who) => who !== "supervisor"),
  ),
];

/** The address of a route with what stands in its place for ids. */
export function addressOf({ path }: Route, { id = "none", number = "1", token = "none" } = {}): string {
  return path.replace("{id}", id).replace("{number}", number).replace("{token}", token).replace("{year}", "1999");
}

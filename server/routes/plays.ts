/** Proof of play: told by screens, read by staff. */
import { Readable } from "node:stream";
import { refuse } from "../../shared/domain/refusal.ts";
import { PlayList, PlayReport, type Play } from "../../shared/wire/plays.ts";
import { PlayQuery, PlaysTaken } from "../../shared/wire/lobby-requests.ts";
import type { PlayRow, PlayTable } from "../commands/lobby-ports.ts";
import { takePlays } from "../commands/play-commands.ts";
import { languageOf } from "../plugins/languages.ts";
import { Refused } from "../plugins/problems.ts";
import { BYTE_ORDER_MARK, csvLine } from "../views/csv.ts";
import { boundOf, playView } from "../views/play-view.ts";
import type { Moment } from "../views/ticket-view.ts";
import { anyStaff, screensThemselves } from "./audiences.ts";
import { present, run, type App, type Hub } from "./kit.ts";
import { describe } from "./schemas.ts";

const PAGE = 500;
/** The journal needs what is left. Source: architecture, "The disk fills one day". */
const LEAST_FREE_BYTES = 1024 ** 3;

type PlaysWanted = Omit<Parameters<PlayTable["list"]>[0], "limit">;

export function playRoutes(app: App, hub: Hub): void {
  const { context } = hub;

  app.post(
    "/api/plays",
    {
      config: { for: screensThemselves },
      schema: describe({
        tag: "plays",
        summary: "A screen tells what it has shown; refused while the disk has less than 1 GiB left",
        body: PlayReport,
        answers: { 200: PlaysTaken },
      }),
    },
    (request) => {
      if (request.caller.kind !== "device") throw new Refused(refuse("not-signed-in"));
      if (hub.diskRoom.freeBytes() < LEAST_FREE_BYTES) throw new Refused(refuse("no-room"));
      return run(hub, request, takePlays(context, request.caller.device.id, request.body));
    },
  );

  app.get(
    "/api/plays",
    {
      config: { for: anyStaff },
      schema: describe({
        tag: "plays",
        summary: "What screens have shown, by the hour, the oldest first; all of it as CSV by `Accept: text/csv`",
        query: PlayQuery,
        answers: { 200: PlayList },
      }),
    },
    async (request, reply) => {
      const { from, to, screen, item, after } = request.query;
      const moment = present(hub);
      const wanted: PlaysWanted = {
        from: boundary(from, moment, "from"),
        until: boundary(to, moment, "to"),
        screen,
        item,
        after: after === undefined ? undefined : placeFrom(after),
      };
      void reply.header("vary", "Accept");
      if (!wantsCsv(request.headers.accept)) return reply.send(page(hub, moment, wanted));
      const headings = hub.lobbyWords.playHeadings(languageOf(request.headers["accept-language"]));
      const lines = Readable.from(csv(hub, moment, { wanted, headings }));
      return (
        reply
          .type("text/csv; charset=utf-8")
          .header("content-disposition", 'attachment; filename="plays.csv"')
          // The schema speaks of JSON; a stream goes out as it is.
          .send(lines as never)
      );
    },
  );
}

function boundary(text: string | undefined, { zone }: Moment, field: "from" | "to"): number | undefined {
  if (text === undefined) return undefined;
  const at = boundOf(text, zone, field);
  if (at === null) throw new Refused(refuse("invalid-request", { field }));
  return at;
}

function page(hub: Hub, moment: Moment, wanted: PlaysWanted): { items: Play[]; next?: string } {
  const rows = hub.context.store.plays.list({ ...wanted, limit: PAGE });
  const last = rows.at(-1);
  const items = rows.map((row) => viewOf(hub, moment, row));
  return rows.length === PAGE && last ? { items, next: placeOf(last) } : { items };
}

/** Page by page: other requests have their turn between them, and nothing is held but one page. */
async function* csv(
  hub: Hub,
  moment: Moment,
  { wanted, headings }: { readonly wanted: PlaysWanted; readonly headings: readonly string[] },
): AsyncGenerator<string> {
  yield BYTE_ORDER_MARK + csvLine(headings);
  for (let after = wanted.after; ;) {
    const rows = hub.context.store.plays.list({ ...wanted, after, limit: PAGE });
    yield rows.map((row) => line(viewOf(hub, moment, row))).join("");
    after = rows.at(-1);
    if (rows.length < PAGE) return;
    await new Promise((resolve) => setImmediate(resolve));
  }
}

function line(play: Play): string {
  const { hour, screenName, screen, title, item, version, plays, seconds, firstAt, lastAt } = play;
  return csvLine([hour, screenName, screen, title.zh, item, version, plays, seconds, firstAt, lastAt]);
}

function viewOf({ access, context }: Hub, { zone }: Moment, row: PlayRow): Play {
  const title = context.store.items.version(row.item, row.version)?.data.title ?? { zh: "", en: "" };
  return playView(row, zone, { title, screenName: access.device(row.screen)?.name ?? "" });
}

function placeOf({ hour, screen, item, version }: PlayRow): string {
  return [hour, screen, item, version].join("~");
}

function placeFrom(text: string): PlaysWanted["after"] {
  const [, hour, screen = "", item = "", version] = /^(\d{1,15})~([\w-]+)~([\w-]+)~(\d{1,9})$/.exec(text) ?? [];
  if (hour === undefined) throw new Refused(refuse("invalid-request", { field: "after" }));
  return { hour: Number(hour), screen, item, version: Number(version) };
}

/** Whoever names it, and does not like JSON better. */
function wantsCsv(accept: string | undefined): boolean {
  const liking = (type: string): number => {
    const part = accept?.split(",").find((each) => each.trim().toLowerCase().startsWith(type));
    return part === undefined ? 0 : Number(/;\s*q=([\d.]+)/.exec(part)?.[1] ?? 1);
  };
  const csv = liking("text/csv");
  return csv > 0 && csv >= liking("application/json");
}

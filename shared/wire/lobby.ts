/** What lobby screens show besides calls: items, media, screens, emergencies. Source: contract, "Lobby". */
import Type, { type Static } from "typebox";
import { showingRules } from "../domain/programme.ts";
import {
  itemKinds,
  itemStates,
  mediaKinds,
  orientations,
  screenLayouts,
  soundStates,
  voiceEngines,
  weekdays,
} from "../domain/vocabulary.ts";
import { Exactly, Instant, ListOf, LocalTime, Nullable, OneOf, Text } from "./common.ts";

export const Id = Type.String({ minLength: 1, maxLength: 64 });
const Slug = Type.String({ pattern: "^[a-z0-9][a-z0-9-]{0,63}$" });
const Group = Type.String({ minLength: 1, maxLength: 60 });

/** A local date, or an instant with an offset. */
export const DayOrInstant = Type.String({
  pattern: "^\\d{4}-\\d{2}-\\d{2}(T\\d{2}:\\d{2}(:\\d{2}(\\.\\d{1,3})?)?(Z|[+-]\\d{2}:\\d{2}))?$",
  description: "a date of the hall, or an instant with an offset",
});
const Span = Type.Unsafe<readonly [from: string, until: string]>(
  Type.Array(LocalTime, { minItems: 2, maxItems: 2, description: "[from, until]; may go past midnight" }),
);

export const ItemSchedule = Exactly({
  from: Type.Optional(DayOrInstant),
  until: Type.Optional(DayOrInstant),
  weekdays: Type.Optional(Type.Array(OneOf(weekdays), { uniqueItems: true })),
  hours: Type.Optional(Type.Array(Span, { maxItems: 12 })),
});
export type ItemSchedule = Static<typeof ItemSchedule>;

export const ItemTargets = Exactly(
  {
    screens: Type.Optional(Type.Array(Id, { maxItems: 200, uniqueItems: true })),
    groups: Type.Optional(Type.Array(Group, { maxItems: 50, uniqueItems: true })),
    areas: Type.Optional(Type.Array(Slug, { maxItems: 50, uniqueItems: true })),
  },
  { description: "on any of what is named; everywhere where nothing is" },
);
export type ItemTargets = Static<typeof ItemTargets>;

const Words = (maxLength: number, description?: string) =>
  Exactly(
    {
      zh: Type.String({ maxLength }),
      en: Type.String({ maxLength }),
      "zh-Hant": Type.Optional(Type.String({ maxLength })),
    },
    description === undefined ? {} : { description },
  );

const content = {
  title: Words(200),
  body: Type.Optional(Words(6000, "a notice's Markdown, a ticker's line, a caption; no HTML")),
  media: Type.Optional(Nullable(Id)),
  url: Type.Optional(Nullable(Type.String({ minLength: 1, maxLength: 1000, description: "of a QR card or a feed" }))),
  service: Type.Optional(Nullable(Slug)),
  seconds: Type.Optional(
    Type.Integer({
      minimum: 3,
      maximum: 3600,
      description: "how long one turn is; absent: 15, and a video's own length",
    }),
  ),
  priority: Type.Optional(
    Type.Integer({
      minimum: 0,
      maximum: 9,
      default: 0,
      description: "0 takes turns with the others; while a higher one is in force, lower ones wait",
    }),
  ),
  schedule: Type.Optional(ItemSchedule),
  targets: Type.Optional(ItemTargets),
};

export const NewItem = Exactly({ kind: OneOf(itemKinds), ...content });
export type NewItem = Static<typeof NewItem>;
export const ChangeItem = Exactly({
  ...content,
  title: Type.Optional(content.title),
  from: Type.Optional(Type.Integer({ minimum: 1, description: "the version changed; a newer one refuses it" })),
});
export type ChangeItem = Static<typeof ChangeItem>;

/** What one version of an item says: everything but where it stands. */
export const ItemContent = Exactly({
  kind: OneOf(itemKinds),
  title: Text,
  body: Nullable(Text),
  media: Nullable(Type.String()),
  url: Nullable(Type.String()),
  service: Nullable(Type.String()),
  seconds: Type.Integer(),
  priority: Type.Integer(),
  schedule: ItemSchedule,
  targets: ItemTargets,
});
export type ItemContent = Static<typeof ItemContent>;

export const Item = Exactly(
  {
    id: Type.String(),
    ...ItemContent.properties,
    state: OneOf(itemStates),
    version: Type.Integer({ description: "the newest, which is what this shows" }),
    publishedVersion: Nullable(Type.Integer({ description: "what the screens show; null: nothing" })),
    author: Type.String({ description: "who wrote this version" }),
    own: Type.Boolean({ description: "who asks wrote it, so that somebody else is to approve it" }),
    changedAt: Instant,
    decidedBy: Nullable(Type.String()),
    note: Nullable(Type.String({ description: "why it was sent back" })),
  },
  { $id: "Item" },
);
export type Item = Static<typeof Item>;
export const ItemList = ListOf(Item);

export const ItemVersion = Exactly({
  version: Type.Integer(),
  ...ItemContent.properties,
  state: OneOf([...itemStates, "rejected", "replaced"] as const),
  author: Type.String(),
  at: Instant,
  decidedBy: Nullable(Type.String()),
  decidedAt: Nullable(Instant),
  note: Nullable(Type.String()),
});
export type ItemVersion = Static<typeof ItemVersion>;
export const ItemVersions = ListOf(ItemVersion);

const lookedAt = {
  version: Type.Optional(Type.Integer({ minimum: 1, description: "the version looked at; a newer one refuses it" })),
};
export const ApproveItem = Exactly(lookedAt);
export const RejectItem = Exactly({ note: Type.String({ minLength: 1, maxLength: 500 }), ...lookedAt });

export const Media = Exactly(
  {
    id: Type.String(),
    sha256: Type.String(),
    kind: OneOf(mediaKinds),
    name: Type.String({ description: "the file's name as it was uploaded" }),
    type: Type.String({ description: "media type" }),
    bytes: Type.Integer(),
    width: Type.Integer({ description: "pixels; of a PDF, of its first page as it is shown" }),
    height: Type.Integer(),
    seconds: Type.Optional(Type.Number()),
    pages: Type.Optional(Type.Integer({ description: "of a PDF" })),
    url: Type.String({ description: "where the bytes are; of a PDF, of its first page" }),
    createdAt: Instant,
  },
  { $id: "Media" },
);
export type Media = Static<typeof Media>;
export const MediaList = ListOf(Media);

/** A file that screens load, keep and check by its hash. */
export interface ScreenFile {
  readonly url: string;
  readonly sha256: string;
  readonly bytes: number;
  readonly type: string;
  readonly width: number;
  readonly height: number;
  readonly seconds?: number;
}

/** One entry of a feed, as plain text. */
export interface FeedEntry {
  readonly title: string;
  readonly text: string;
  readonly at: string | null;
}

/** An item as a screen gets it: cleaned HTML, never its source. */
export interface ScreenItem {
  readonly id: string;
  readonly version: number;
  readonly kind: ItemContent["kind"];
  readonly title: Text;
  /** Of notices: cleaned HTML. Of the others: plain text. */
  readonly html?: Text;
  readonly text?: Text;
  /** An image or a video has one, a PDF one a page. */
  readonly files?: readonly ScreenFile[];
  /** Of a QR card. */
  readonly url?: string;
  /** Of a guide; absent: of all services that have one, one after the other. */
  readonly service?: string;
  readonly entries?: readonly FeedEntry[];
  readonly seconds: number;
  readonly priority: number;
  readonly schedule: ItemSchedule;
}

/** Everything published for one screen, whatever its time. `version` changes with any of it. */
export interface ScreenContent {
  readonly version: string;
  /** Absent where the screen said that it holds this version, or where it does not fit a frame: then `GET /api/screens/self/content` has it. */
  readonly items?: readonly ScreenItem[];
}
const screenSettings = {
  layout: OneOf(screenLayouts),
  area: Nullable(Slug),
  group: Nullable(Group),
  orientation: OneOf(orientations),
  viewingMetres: Type.Number({ minimum: 0.5, maximum: 50 }),
  sizeInches: Type.Number({ minimum: 5, maximum: 300 }),
  speaks: Type.Boolean(),
  ownCallsOnly: Type.Boolean({ description: "shows and says only the calls of its own area's counters" }),
};
export const ScreenSettings = Exactly(screenSettings);
export type ScreenSettings = Static<typeof ScreenSettings>;
/** What is left out stays as it is. */
export const ChangeScreen = Type.Partial(ScreenSettings, { additionalProperties: false });
export type ChangeScreen = Static<typeof ChangeScreen>;

/** What a screen tells of itself with a heartbeat. Its clock is never trusted: instants are the hub's, as it has them. */
export const ScreenReport = Exactly({
  painted: Type.Optional(Type.String({ maxLength: 40, description: "instant of its last painted frame" })),
  sound: OneOf(soundStates),
  voice: Type.Optional(OneOf(voiceEngines)),
  cache: Exactly({
    version: Nullable(Type.String({ maxLength: 64 })),
    files: Type.Integer({ minimum: 0 }),
    missing: Type.Integer({ minimum: 0 }),
    bytes: Type.Integer({ minimum: 0 }),
  }),
  clockErrorMs: Type.Number(),
  browser: Type.String({ maxLength: 80 }),
  uptimeSeconds: Type.Number({ minimum: 0 }),
  showing: Type.Optional(Nullable(Id)),
});
export type ScreenReport = Static<typeof ScreenReport>;

export const ScreenHealth = Exactly({
  paintedAt: Nullable(Instant),
  sound: Nullable(OneOf(soundStates)),
  voice: Nullable(OneOf(voiceEngines)),
  cache: Nullable(ScreenReport.properties.cache),
  clockErrorMs: Nullable(Type.Number()),
  browser: Nullable(Type.String()),
  uptimeSeconds: Nullable(Type.Number()),
  showing: Nullable(Type.String()),
});
export type ScreenHealth = Static<typeof ScreenHealth>;

/** What somebody has to look after at a screen. `no-frame`: it has painted nothing for a minute, or is away. */
const screenAlerts = ["no-frame", "sound-blocked", "content-missing", "clock-wrong"] as const;
export type ScreenAlert = (typeof screenAlerts)[number];

export const Screen = Exactly(
  {
    id: Type.String(),
    name: Type.String(),
    ...screenSettings,
    connected: Type.Boolean(),
    health: ScreenHealth,
    alerts: Type.Array(OneOf(screenAlerts)),
  },
  { $id: "Screen" },
);
export type Screen = Static<typeof Screen>;
export const ScreenList = ListOf(Screen);

/** What shows on a screen at an instant, and why. */
export const Showing = Exactly(
  {
    screen: Type.String(),
    at: Instant,
    emergency: Type.Boolean({ description: "an emergency is over everything" }),
    items: Type.Array(
      Exactly({
        item: Type.String(),
        version: Type.Integer(),
        kind: OneOf(itemKinds),
        title: Text,
        priority: Type.Integer(),
        seconds: Type.Integer(),
        shows: Type.Boolean(),
        rule: OneOf(showingRules),
        reason: Text,
      }),
    ),
  },
  { $id: "Showing" },
);
export type Showing = Static<typeof Showing>;

export const RaiseEmergency = Exactly({
  template: Type.Optional(Slug),
  text: Type.Optional(
    Type.Union([Type.String({ minLength: 1, maxLength: 300 }), Words(300)], {
      description:
        "in place of the template's words; a plain text is for every language, a language left empty has the template's, or else the other's",
    }),
  ),
  minutes: Type.Integer({ minimum: 1, maximum: 1440, description: "it ends by itself after so many" }),
  areas: Type.Optional(
    Type.Array(Slug, { minItems: 1, maxItems: 50, uniqueItems: true, description: "left out: everywhere" }),
  ),
});
export type RaiseEmergency = Static<typeof RaiseEmergency>;
export const Emergency = Exactly(
  {
    id: Type.String(),
    template: Nullable(Type.String()),
    title: Text,
    text: Text,
    stopsService: Type.Boolean({ description: "residents are to leave: they get no numbers meanwhile" }),
    areas: Nullable(Type.Array(Type.String(), { description: "null: everywhere" })),
    raisedAt: Instant,
    until: Instant,
    by: Type.Optional(Type.String({ description: "who raised it, for staff alone" })),
  },
  { $id: "Emergency" },
);
export type Emergency = Static<typeof Emergency>;

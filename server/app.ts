/**
 * The hub, wired in one ordered list: store, writer, followers, access, routes.
 * Tests build the same hub without a port.
 */
import { mkdirSync } from "node:fs";
import { join } from "node:path";
import websocket from "@fastify/websocket";
import cookie from "@fastify/cookie";
import fastify, { LogController, type FastifyBaseLogger, type RouteOptions } from "fastify";
import { templateText } from "../shared/text/emergency.ts";
import { ClientFrame, type ClientFrame as ClientFrameOnWire } from "../shared/wire/live.ts";
import { Access } from "./access/access.ts";
import { keysFrom } from "./access/keys.ts";
import { Pairing } from "./access/pairing.ts";
import { passwords } from "./access/secrets.ts";
import { Throttle } from "./access/throttle.ts";
import { BookingReferences } from "./commands/booking-references.ts";
import { forgetOld } from "./commands/forget-old.ts";
import { newId, newTicketId } from "./commands/new-id.ts";
import { clockFrom } from "./clock.ts";
import { EmergencyTimer } from "./commands/emergency-timer.ts";
import { Moments, type Context } from "./commands/context.ts";
import type { Feeds } from "./commands/lobby-ports.ts";
import type { Clock, DiskRoom, TimeService } from "./commands/ports.ts";
import { slipOf } from "./commands/slip-of.ts";
import { WaitingTimes, type StartEstimator } from "./commands/waiting-times.ts";
import { daysBefore } from "./commands/days-before.ts";
import { Writer } from "./commands/writer.ts";
import type { Config } from "./config/config.ts";
import { threadFor } from "./estimator-thread.ts";
import { hubFigures } from "./hub-figures.ts";
import { keepCalendar } from "./holiday-library.ts";
import { startHubVoice, type SpeechFolder } from "./hub-voice.ts";
import { naming, WrongSetting } from "./config/wrong-setting.ts";
import { serveLive } from "./live/endpoint.ts";
import { closeSockets } from "./live/close-sockets.ts";
import { HubTopics } from "./live/hub-topics.ts";
import { PassingFrames } from "./live/passing.ts";
import { Presence } from "./live/presence.ts";
import { callers } from "./plugins/callers.ts";
import { jsonBodies } from "./plugins/json-bodies.ts";
import { newMetrics } from "./plugins/metrics.ts";
import { servePages } from "./plugins/pages.ts";
import { addressProblem, problems } from "./plugins/problems.ts";
import { requestLog } from "./plugins/request-log.ts";
import { slowBodies } from "./plugins/slow-bodies.ts";
import { refuseHandshake, refuseUnread, serveWhateverIsExpected } from "./plugins/unread-requests.ts";
import { newAjv, validation } from "./plugins/validation.ts";
import { startPrinting } from "./print/printing.ts";
import type { App, Hub } from "./routes/kit.ts";
import { registerRoutes } from "./routes/routes.ts";
import { messageOf } from "./message-of.ts";
import { lobbyWords, startSignage } from "./start-signage.ts";
import { diskRoom } from "./store/disk-room.ts";
import { openDatabase } from "./store/database.ts";
import { startBallast } from "./store/ballast.ts";
import { holdFolder } from "./store/folder-hold.ts";
import { openStore } from "./store/store.ts";
import { runMedia } from "./start-media.ts";
import { watchClock } from "./watch-clock.ts";

/** Where the product's own files lie. */
export interface Folders extends SpeechFolder {
  readonly migrations: string;
  readonly pages: string;
  /** The program of the estimator's thread; absent: no waiting times are told. */
  readonly estimator?: string;
  /** The program of the process in which files from elsewhere are read. */
  readonly media: string;
}

export interface Adapters {
  readonly clock?: Clock;
  readonly timeService?: TimeService;
  readonly room?: DiskRoom;
  readonly startEstimator?: StartEstimator;
  readonly feeds?: Feeds;
  readonly logger?: FastifyBaseLogger;
}

export interface RunningHub {
  readonly app: App;
  readonly hub: Hub;
  /** Ends timers, connections and the database, in that order; what was accepted is finished first. */
  readonly stop: () => Promise<void>;
}

const BODY_LIMIT = 256 * 1024;
const FRAME_LIMIT = 64 * 1024;
/** So long a request may take to come. */
const REQUEST_MILLIS = 30_000;
/** How often the hub looks at the hour by itself. */
const HOUR_MILLIS = 5_000;
const CLEANING_MILLIS = 60 * 60_000;
/**
 * Node would refuse a request without a host by an answer without a code; and where a head may take longer than the
 * whole request, it takes each time for the other.
 */
const refusesItself = { requireHostHeader: false, headersTimeout: REQUEST_MILLIS };

/**
 * Builds the hub on its data folder, which it holds until it stops. Throws `WrongSetting` where settings and folder do
 * not fit, or another hub is running there.
 */
export async function buildHub(config: Config, folders: Folders, adapters: Adapters = {}): Promise<RunningHub> {
  const folder = naming("LUNDAO_DATA", () => holdFolder(config.dataFolder));
  try {
    const { stop, ...running } = await assemble(config, folders, adapters);
    return { ...running, stop: () => stop().finally(() => folder.release()) };
  } catch (error) {
    folder.release();
    throw error;
  }
}

async function assemble(config: Config, folders: Folders, adapters: Adapters): Promise<RunningHub> {
  // Whoever looks around at night is not sent away; a chosen clock stands for a hall's own.
  const anyHour = config.demo && config.clockStart === null;
  const clock = adapters.clock ?? clockFrom(config.clockStart);
  if (config.secretKey === null) throw new Error("nothing can be sealed without the secret key");
  const keys = keysFrom(config.secretKey);
  const database = naming("LUNDAO_DATA", () => openDatabase(config.dataFolder, folders.migrations));
  const store = openStore(database);
  if ((store.fact("key") ?? keys.fingerprint) !== keys.fingerprint) {
    database.raw.close();
    throw new WrongSetting("LUNDAO_SECRET_KEY: is not the key this data folder was made with");
  }

  const app: App = naming("LUNDAO_TLS_CERT", () =>
    fastify({
      ...(config.tls ? { https: { ...config.tls, ...refusesItself } } : { http: refusesItself }),
      clientErrorHandler: refuseUnread,
      // What was asked before the hub stopped is still answered.
      return503OnClosing: false,
      trustProxy: config.trustedProxy ?? false,
      loggerInstance: adapters.logger ?? fastify({ logger: false }).log,
      logController: new LogController({ disableRequestLogging: true }),
      // What is logged of a request names its route; a logger of its own for each would serve nobody.
      childLoggerFactory: (logger: FastifyBaseLogger) => logger,
      requestTimeout: REQUEST_MILLIS,
      bodyLimit: BODY_LIMIT,
      // An ill-formed token is not found like any other, however long.
      routerOptions: { maxParamLength: 16_384 },
      frameworkErrors: addressProblem,
    } as object),
  );
  serveWhateverIsExpected(app.server);
  const startEstimator =
    adapters.startEstimator ??
    (folders.estimator === undefined
      ? null
      : threadFor(folders.estimator, join(config.dataFolder, "waiting-times.json")));
  const waitingTimes =
    startEstimator &&
    new WaitingTimes({
      start: startEstimator,
      state: () => writer.state,
      now: () => writer.now(),
      anyHour,
      history: () => daysBefore(store, () => writer.state),
      onTold: () => {
        passing.soon();
      },
      onFailure: (error) => {
        app.log.warn({ err: { name: "waiting-times", message: messageOf(error) } }, "no waiting times for a moment");
      },
    });
  const moments = new Moments(() => waitingTimes?.board ?? null);
  const access: Access = new Access(
    store,
    (task) => writer.submit(task),
    () => writer.now(),
  );
  const words = {
    name: (id: string): string => access.nameOf(id),
    note: (id: string): string | null => {
      const sealed = store.note(id);
      return sealed && keys.open(sealed);
    },
    emergency: templateText,
  };
  const topics = new HubTopics(
    (state, now) => moments.of(state, now),
    words,
    (error) => {
      app.log.warn({ err: { name: "live", message: messageOf(error) } }, "a live client failed");
    },
  );
  const ballast = startBallast(config.dataFolder, (error) => {
    app.log.warn({ err: { name: "ballast", message: messageOf(error) } }, "no ballast");
  });
  const references = new BookingReferences((booking) => keys.referenceOf(booking));
  const writer: Writer = naming(
    "LUNDAO_DATA",
    () =>
      new Writer(
        {
          store,
          clock,
          anyHour,
          onFailure: (error) => {
            app.log.error({ err: { name: "commit", message: messageOf(error) } }, "a commit failed; nothing happened");
          },
          makeRoom: () => ballast.giveUp(),
        },
        waitingTimes ? [topics, references, waitingTimes] : [topics, references],
      ),
  );
  references.begin(writer.state, store);
  const context: Context = {
    writer,
    store,
    seal: keys,
    words,
    tokenOf: (ticket) => keys.tokenOf(ticket),
    bookingTokenOf: (booking) => keys.bookingTokenOf(booking),
    references,
    newId,
    newTicketId,
    publicUrl: config.publicUrl,
    printerOf: (device) => access.device(device)?.printer ?? null,
    moments,
    anyHour,
  };
  mkdirSync(join(config.dataFolder, "slips"), { recursive: true, mode: 0o700 });
  const printing = startPrinting(context, {
    topics,
    devices: () => access.devices,
    slipOf: (moment, ticket) => slipOf(context, moment, ticket),
    folders: [join(config.dataFolder, "slips")],
  });
  const voice = startHubVoice({ config, folders, writer, access, moments, words, topics, app });
  const clockWatch = watchClock(context, { topics, timeService: adapters.timeService, log: app.log });
  const room = adapters.room ?? diskRoom(config.dataFolder);
  const media = runMedia({ config, context, program: folders.media, room, log: app.log });
  const presence = new Presence();
  const signage = startSignage({
    context,
    access,
    topics,
    presence,
    log: app.log,
    feeds: adapters.feeds ?? media.feeds,
  });
  await signage.refresh();
  const hub: Hub = {
    config,
    context,
    access,
    pairing: new Pairing(access, newId, () => writer.now()),
    passwords,
    throttle: new Throttle(),
    keys,
    presence,
    printing,
    clockWatch,
    voice,
    signage,
    diskRoom: room,
    lobbyWords,
    media,
    feeds: media.feeds,
    now: () => writer.now(),
  };
  const passing: PassingFrames = new PassingFrames(topics, () => moments.of(writer.state, writer.now()));
  const iso = (at: number): string => moments.of(writer.state, at)?.zone.iso(at) ?? new Date(at).toISOString();

  const described: RouteOptions[] = [];
  const metrics = newMetrics(hubFigures(writer, () => app.websocketServer.clients.size));
  // Read where callers are told apart: most of them are devices, which bring none.
  await app.register(cookie, { hook: false });
  await app.register(problems, { now: () => iso(writer.now()), iso });
  await app.register(validation);
  await app.register(jsonBodies);
  await app.register(slowBodies, { millis: REQUEST_MILLIS });
  // Before the callers: it takes away the socket of a handshake that they refuse.
  await app.register(websocket, {
    options: { maxPayload: FRAME_LIMIT, perMessageDeflate: false },
    preClose: closeSockets,
  });
  app.websocketServer.on("wsClientError", refuseHandshake);
  await app.register(callers, { access, throttle: hub.throttle, publicUrl: config.publicUrl, demo: config.demo });
  await app.register(requestLog);
  await app.register(metrics.plugin);
  await app.register(servePages, { folder: folders.pages, hasTls: config.tls !== null });
  app.addHook("onRoute", (route) => {
    if (route.method !== "HEAD" && (route.schema as { hide?: boolean } | undefined)?.hide !== true)
      described.push(route);
  });
  const ajv = newAjv();
  registerRoutes(app, hub, { metrics, described });
  const isFrame = ajv.compile<ClientFrameOnWire>(ClientFrame);
  const figures = metrics.calls;
  const live = { context, access, keys, topics, presence, printing, wall: signage, voice, figures, isFrame };
  serveLive(app, live);

  // An empty task is enough: the writer looks at the hour before every commit.
  const hours = setInterval(() => void writer.submit(() => null).then(() => clockWatch.look()), HOUR_MILLIS).unref();
  const emergencies = new EmergencyTimer(writer);
  topics.onPublish(() => {
    emergencies.look();
  });
  const cleaning = setInterval(() => void writer.submit(forgetOld), CLEANING_MILLIS).unref();
  const calendar = setInterval(() => {
    keepCalendar(context).catch((error: unknown) => {
      app.log.error({ err: { name: "calendar", message: messageOf(error) } }, "the calendar could not be read");
    });
  }, CLEANING_MILLIS).unref();

  return {
    app,
    hub,
    async stop() {
      clearInterval(hours);
      clearInterval(cleaning);
      clearInterval(calendar);
      passing.stop();
      signage.stop();
      emergencies.stop();
      await waitingTimes?.stop();
      ballast.stop();
      await app.close();
      media.stop();
      await printing.stop();
      await writer.submit(() => null);
      database.raw.close();
    },
  };
}

/** All routes, in the order in which the API's description lists them. */
import { bookingRoutes } from "./bookings.ts";
import { clockRoutes } from "./clock.ts";
import { counterRoutes } from "./counters.ts";
import { deskBookingRoutes } from "./desk-bookings.ts";
import { deviceRoutes } from "./devices.ts";
import { enquiryRoutes } from "./enquiries.ts";
import { hallRoutes } from "./hall.ts";
import { itemRoutes } from "./items.ts";
import type { App, Hub } from "./kit.ts";
import { mediaRoutes } from "./media.ts";
import { metaRoutes, type MetaParts } from "./meta.ts";
import { playRoutes } from "./plays.ts";
import { printJobRoutes } from "./print-jobs.ts";
import { residentRoutes } from "./residents.ts";
import { screenRoutes } from "./screens.ts";
import { sessionRoutes } from "./session.ts";
import { todayRoutes } from "./today.ts";
import { ticketRoutes } from "./tickets.ts";
import { userRoutes } from "./users.ts";
import { visitRoutes } from "./visits.ts";

export function registerRoutes(app: App, hub: Hub, parts: MetaParts): void {
  sessionRoutes(app, hub);
  userRoutes(app, hub);
  deviceRoutes(app, hub);
  hallRoutes(app, hub);
  todayRoutes(app, hub);
  ticketRoutes(app, hub);
  visitRoutes(app, hub);
  residentRoutes(app, hub);
  bookingRoutes(app, hub);
  deskBookingRoutes(app, hub);
  enquiryRoutes(app, hub);
  counterRoutes(app, hub);
  printJobRoutes(app, hub);
  itemRoutes(app, hub);
  screenRoutes(app, hub);
  playRoutes(app, hub);
  clockRoutes(app, hub);
  mediaRoutes(app, hub);
  metaRoutes(app, hub, parts);
}

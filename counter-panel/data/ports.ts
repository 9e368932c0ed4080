/** What the panel's data needs of the outside: a way to ask the hub, and its live line. */
import type { request } from "../../shared/ui/api.ts";
import type { HubConnection } from "../../shared/ui/hub.ts";

export type Ask = typeof request;

export type Line = Pick<HubConnection, "status" | "watch" | "reconnect" | "now" | "addEventListener">;

/** Who may watch what. Source: contract, "Live". */
import type { RefusalCode } from "../../shared/domain/refusal.ts";
import { hasRole, type Caller } from "../commands/caller.ts";
import type { TopicName } from "./topic-names.ts";

/** Lobby and a ticket's own page are public; the rest is for staff, and for devices what concerns them. */
export function mayWatch(caller: Caller, topic: TopicName): RefusalCode | null {
  if (topic.kind === "lobby" || topic.kind === "ticket") return null;
  if (caller.kind === "stranger") return "not-signed-in";
  switch (topic.kind) {
    case "queue":
    case "queue-without-notes":
    case "next":
      return caller.kind === "staff" ? null : "not-allowed";
    case "counter":
      return null;
    case "screen":
      return caller.kind === "staff" || caller.device.id === topic.id ? null : "not-allowed";
    case "health":
      return hasRole(caller, ["technician", "manager", "supervisor"]) ? null : "not-allowed";
    default:
      return topic satisfies never;
  }
}

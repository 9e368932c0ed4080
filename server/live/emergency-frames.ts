/** Emergencies on the topics of single devices and tickets: passing, since who comes back gets a snapshot or asks. */
import type { ScreenSnapshot } from "../../shared/wire/live.ts";
import type { Emergency } from "../../shared/wire/lobby.ts";
import type { LivePorts } from "../commands/live-ports.ts";
import { emergencyNow, emergencyTold, meantFor } from "../views/emergency-view.ts";
import { deviceSnapshot } from "./device-snapshots.ts";
import type { HubTopics } from "./hub-topics.ts";
import { parseTopic } from "./topic-names.ts";

/** How a device stands, with what goes over everything there. */
export function withEmergency(parts: LivePorts, device: ScreenSnapshot | null): ScreenSnapshot | null {
  return device && { ...device, emergency: meantFor(emergencyOf(parts), areaOf(parts, device)) };
}

/** Tells whoever watches a device or a ticket that there is another emergency than before, or none. */
export function tellEmergencies(parts: LivePorts & { readonly topics: HubTopics }): void {
  const { topics, context } = parts;
  let told = context.writer.state.emergency;
  topics.onPublish(() => {
    const { emergency } = context.writer.state;
    if (emergency?.id === told?.id) return;
    const now = context.writer.now();
    const isAllClear = told !== null && now < told.until;
    told = emergency;
    const moment = context.moments.of(context.writer.state, now);
    if (!moment) return;
    const shown = emergencyNow(moment, context.words);
    for (const topic of topics.watched()) {
      const meant = meantOn(parts, topic, shown);
      if (meant !== undefined)
        topics.pass(topic, { ...emergencyTold(moment.zone.iso(now), meant, isAllClear && !shown) });
    }
  });
}

/** Undefined for topics that are not told; phones stand in no area. */
function meantOn(parts: LivePorts, topic: string, shown: Emergency | null): Emergency | null | undefined {
  if (topic.startsWith("ticket:")) return shown;
  const name = parseTopic(topic);
  const device = name?.kind === "screen" ? deviceSnapshot(parts, name.id) : null;
  return device ? meantFor(shown, areaOf(parts, device)) : undefined;
}

/** Where a device stands: as it is set, or where its counter is; null where nobody has said. */
function areaOf({ context }: LivePorts, { settings, counter }: ScreenSnapshot): string | null {
  const own = settings?.area ?? null;
  if (own !== null || counter === null) return own;
  return context.writer.state.hall?.counters.get(counter)?.area ?? null;
}

function emergencyOf({ context: { writer, moments, words } }: LivePorts): Emergency | null {
  const moment = moments.of(writer.state, writer.now());
  return moment && emergencyNow(moment, words);
}

/** Pairing devices, and their printers. */
import Type from "typebox";
import { refuse } from "../../shared/domain/refusal.ts";
import type { DeviceKind } from "../../shared/domain/vocabulary.ts";
import {
  ApproveDevice,
  ChangeDevice,
  Device,
  DeviceList,
  DeviceOffer,
  DeviceSelf,
  DeviceToken,
  DeviceTokenPending,
  DeviceTokenRequest,
  NewDevice,
  Printer,
  type Device as DeviceOnWire,
} from "../../shared/wire/access.ts";
import type { Offer } from "../access/pairing.ts";
import type { DeviceRow } from "../commands/ports.ts";
import { Refused, sure } from "../plugins/problems.ts";
import { labelOf } from "../views/counter-view.ts";
import { anyStaff, caretakers, deviceItself } from "./audiences.ts";
import { present, type App, type Hub } from "./kit.ts";
import { ById, describe } from "./schemas.ts";

export function deviceRoutes(app: App, hub: Hub): void {
  const { access, pairing } = hub;
  const iso = (at: number): string => present(hub).zone.iso(at);

  app.post(
    "/api/devices",
    {
      config: { isLimitedElsewhere: true },
      schema: describe({
        tag: "devices",
        summary: "A device offers itself for pairing",
        body: NewDevice,
        answers: { 201: DeviceOffer },
      }),
    },
    async (request, reply) => {
      const { kind, name } = request.body;
      const offer = sure(pairing.offer(kind, name ?? kind));
      // A demonstration pairs this machine's devices by itself; who asks from elsewhere never gets here.
      if (hub.config.demo) sure(await pairing.approve(offer.id, null, { name: null, counter: demoCounter(hub, kind) }));
      return reply.code(201).send({ ...offer, expiresAt: iso(offer.expiresAt) });
    },
  );

  app.post(
    "/api/devices/:id/token",
    {
      config: { isLimitedElsewhere: true },
      schema: describe({
        tag: "devices",
        summary: "The device fetches its token once it is approved",
        params: ById,
        body: DeviceTokenRequest,
        answers: { 200: DeviceToken, 202: DeviceTokenPending },
      }),
    },
    async (request, reply) => {
      const token = sure(await pairing.token(request.params.id, request.body.secret));
      return token === null ? reply.code(202).send({ pending: true }) : reply.code(200).send({ token });
    },
  );

  app.post(
    "/api/devices/:id/approve",
    {
      config: { for: caretakers },
      schema: describe({
        tag: "devices",
        summary: "Approve a device by the code it shows",
        params: ById,
        body: ApproveDevice,
        answers: { 200: Device },
      }),
    },
    async (request) => {
      const { code, name, counter } = request.body;
      if (counter !== undefined) mustExist(hub, counter);
      const approved = sure(
        await pairing.approve(request.params.id, code, { name: name ?? null, counter: counter ?? null }),
      );
      return deviceView(hub, approved);
    },
  );

  app.get(
    "/api/devices",
    {
      config: { for: anyStaff },
      schema: describe({ tag: "devices", summary: "Paired devices and those that wait", answers: { 200: DeviceList } }),
    },
    () => ({
      items: [
        ...access.devices.map((row) => deviceView(hub, row)),
        ...pairing.pending.map((offer) => offerView(offer, iso)),
      ],
    }),
  );

  app.get(
    "/api/devices/self",
    {
      config: { for: deviceItself },
      schema: describe({ tag: "devices", summary: "Whose token this is", answers: { 200: DeviceSelf } }),
    },
    (request) => {
      if (request.caller.kind !== "device") throw new Refused(refuse("not-signed-in"));
      const { id, kind, name, counter, printer } = request.caller.device;
      const label = counter === null ? null : labelOf(present(hub), counter);
      return { id, kind, name, counter, label, printer: printer?.kind ?? "none" };
    },
  );

  app.patch(
    "/api/devices/:id",
    {
      config: { for: caretakers },
      schema: describe({
        tag: "devices",
        summary: "Rename a paired device, or move it to another counter",
        params: ById,
        body: ChangeDevice,
        answers: { 200: Device },
      }),
    },
    async (request) => {
      const { id } = request.params;
      const { name, counter } = request.body;
      if (counter !== undefined && counter !== null) mustExist(hub, counter);
      sure(
        await access.changeDevice(id, {
          ...(name !== undefined && { name }),
          ...(counter !== undefined && { counter }),
        }),
      );
      return deviceView(hub, paired(hub, id));
    },
  );

  app.delete(
    "/api/devices/:id",
    {
      config: { for: caretakers },
      schema: describe({ tag: "devices", summary: "Cut a device off", params: ById, answers: { 204: Type.Null() } }),
    },
    async (request, reply) => {
      const { id } = request.params;
      if (!pairing.withdraw(id)) {
        sure(await access.removeDevice(id));
        hub.printing.changed(id);
      }
      return reply.code(204).send(null);
    },
  );

  app.put(
    "/api/devices/:id/printer",
    {
      config: { for: caretakers },
      schema: describe({
        tag: "devices",
        summary: "Set a station's printer",
        params: ById,
        body: Printer,
        answers: { 200: Device },
      }),
    },
    async (request) => {
      const { id } = request.params;
      paired(hub, id);
      if (!hub.printing.accepts(request.body)) throw new Refused(refuse("invalid-request", { field: "path" }));
      sure(await access.changeDevice(id, { printer: request.body }));
      hub.printing.changed(id);
      return deviceView(hub, paired(hub, id));
    },
  );
}

/** A device that is paired; one that only waits for approval is none yet. */
function paired(hub: Hub, id: string): DeviceRow {
  const device = hub.access.device(id);
  if (!device) throw new Refused(refuse("not-found"));
  return device;
}

function mustExist(hub: Hub, counter: number): void {
  if (!hub.context.writer.state.counters.has(counter)) throw new Refused(refuse("not-found", { field: "counter" }));
}

function deviceView(hub: Hub, row: DeviceRow): DeviceOnWire {
  const { zone } = present(hub);
  const presence = hub.presence.of(row.id);
  return {
    id: row.id,
    kind: row.kind,
    name: row.name,
    state: "paired",
    counter: row.counter,
    createdAt: zone.iso(row.createdAt),
    lastSeenAt: presence.lastSeenAt === null ? null : zone.iso(presence.lastSeenAt),
    connected: presence.connected,
    printer: row.printer,
    printerHealth: row.kind === "station" ? hub.printing.health(row.id) : null,
  };
}

function offerView(offer: Offer, iso: (at: number) => string): DeviceOnWire {
  return {
    id: offer.id,
    kind: offer.kind,
    name: offer.name,
    state: "pending",
    counter: null,
    createdAt: iso(offer.createdAt),
    lastSeenAt: null,
    connected: false,
    printer: null,
    printerHealth: null,
  };
}

/** Nobody is asked where a demonstration's counter screen hangs, so it shows the hall's first counter. */
function demoCounter(hub: Hub, kind: DeviceKind): number | null {
  return kind === "counter-screen" ? (present(hub).state.hall?.file.counters[0]?.number ?? null) : null;
}

/** What lobby screens show besides calls: writing it, looking at it, putting it up and taking it down. */
import type { FastifyRequest } from "fastify";
import Type from "typebox";
import { refuse } from "../../shared/domain/refusal.ts";
import {
  ApproveItem,
  ChangeItem,
  Item,
  ItemList,
  ItemVersions,
  NewItem,
  RejectItem,
  type ItemContent,
} from "../../shared/wire/lobby.ts";
import { ItemPreview, ItemQuery } from "../../shared/wire/lobby-requests.ts";
import {
  approveItem,
  changeItem,
  itemContent,
  PRODUCT,
  rejectItem,
  submitItem,
  throwItemAway,
  withdrawItem,
  writeItem,
} from "../commands/item-commands.ts";
import type { Task } from "../commands/ports.ts";
import type { VersionedItem } from "../domain/item.ts";
import { Refused } from "../plugins/problems.ts";
import { itemVersionView, itemView, type ItemReader } from "../views/item-view.ts";
import { anyStaff, editors } from "./audiences.ts";
import { present, run, shown, staffOf, type App, type Hub } from "./kit.ts";
import { ById, describe, NoBody } from "./schemas.ts";

const PAGE = 100;
const PRODUCT_NAME = "Lundao";

export function itemRoutes(app: App, hub: Hub): void {
  const { context } = hub;
  const forEditors = <const D extends Parameters<typeof describe>[0]>(description: D) => ({
    config: { for: editors },
    schema: describe(description),
  });
  const forStaff = <const D extends Parameters<typeof describe>[0]>(description: D) => ({
    config: { for: anyStaff },
    schema: describe(description),
  });

  app.get(
    "/api/items",
    forStaff({ tag: "items", summary: "Items, the newest first", query: ItemQuery, answers: { 200: ItemList } }),
    (request) => {
      const rows = context.store.items.list({ ...request.query, limit: PAGE });
      const last = rows.at(-1);
      const reader = readerOf(hub, request);
      const items = rows.map((row) => itemView(row, reader));
      return rows.length === PAGE && last ? { items, next: last.item.id } : { items };
    },
  );
  app.get(
    "/api/items/:id",
    forStaff({ tag: "items", summary: "An item's newest version", params: ById, answers: { 200: Item } }),
    (request) => itemView(known(hub, request.params.id), readerOf(hub, request)),
  );
  app.get(
    "/api/items/:id/versions",
    forStaff({
      tag: "items",
      summary: "Every version, the newest first",
      params: ById,
      answers: { 200: ItemVersions },
    }),
    (request) => {
      const { item } = known(hub, request.params.id);
      const reader = readerOf(hub, request);
      return { items: context.store.items.versions(item.id).map((version) => itemVersionView(item, version, reader)) };
    },
  );

  app.post(
    "/api/items",
    forEditors({ tag: "items", summary: "Write an item: a draft", body: NewItem, answers: { 201: Item } }),
    async (request, reply) => {
      const author = staffOf(request.caller).user.id;
      return reply.code(201).send(await step(hub, request, writeItem(context, author, contentOf(hub, request.body))));
    },
  );
  app.post(
    "/api/items/preview",
    forEditors({
      tag: "items",
      summary: "What is written, as screens would get it; nothing is kept",
      body: NewItem,
      answers: { 200: ItemPreview },
    }),
    async (request) => ({ item: await hub.signage.preview(contentOf(hub, request.body)) }),
  );
  app.patch(
    "/api/items/:id",
    forEditors({
      tag: "items",
      summary: "Change an item: a new draft; what is published stays until it is approved",
      params: ById,
      body: ChangeItem,
      answers: { 200: Item },
    }),
    (request) => {
      const author = staffOf(request.caller).user.id;
      return step(hub, request, changeItem(context, { id: request.params.id, author, change: request.body }));
    },
  );
  app.delete(
    "/api/items/:id",
    forEditors({
      tag: "items",
      summary: "Throw a draft away that was never published: its author or a manager",
      params: ById,
      answers: { 204: Type.Null() },
    }),
    async (request, reply) => {
      const { id: by, role } = staffOf(request.caller).user;
      await run(hub, request, throwItemAway(request.params.id, { by, isManager: role === "manager" }));
      return reply.code(204).send(null);
    },
  );
  app.post(
    "/api/items/:id/submit",
    forEditors({ tag: "items", summary: "Hand a draft in", params: ById, body: NoBody, answers: { 200: Item } }),
    (request) => step(hub, request, submitItem(context, request.params.id)),
  );
  app.post(
    "/api/items/:id/approve",
    forEditors({
      tag: "items",
      summary: "Publish what somebody else wrote",
      params: ById,
      body: ApproveItem,
      answers: { 200: Item },
    }),
    (request) => {
      const by = staffOf(request.caller).user.id;
      return step(hub, request, approveItem(context, { id: request.params.id, by, ...request.body }));
    },
  );
  app.post(
    "/api/items/:id/reject",
    forEditors({
      tag: "items",
      summary: "Send a draft back, and say why",
      params: ById,
      body: RejectItem,
      answers: { 200: Item },
    }),
    (request) => {
      const by = staffOf(request.caller).user.id;
      return step(hub, request, rejectItem(context, { id: request.params.id, by, ...request.body }));
    },
  );
  app.post(
    "/api/items/:id/withdraw",
    forEditors({
      tag: "items",
      summary: "Take what is published off every screen at once",
      params: ById,
      body: NoBody,
      answers: { 200: Item },
    }),
    (request) => step(hub, request, withdrawItem(request.params.id)),
  );
}

/** The answer leaves once the screens have been told. */
async function step(hub: Hub, request: FastifyRequest, task: Task<VersionedItem>): Promise<Item> {
  const reader = readerOf(hub, request);
  const item = await run(
    hub,
    request,
    shown(task, (after) => itemView(after, reader)),
  );
  await hub.signage.refresh();
  return item;
}

function contentOf({ context }: Hub, body: NewItem): ItemContent {
  const file = body.kind === "video" && typeof body.media === "string" ? context.store.media.find(body.media) : null;
  return itemContent(body, file?.seconds ?? null);
}

function known(hub: Hub, id: string): VersionedItem {
  const item = hub.context.store.items.find(id);
  if (!item) throw new Refused(refuse("not-found"));
  return item;
}

function readerOf(hub: Hub, request: FastifyRequest): ItemReader {
  const { user } = staffOf(request.caller);
  const { zone } = present(hub);
  return {
    zone,
    user: user.id,
    name: (id) => (id === PRODUCT ? PRODUCT_NAME : hub.context.words.name(id)),
    // A person's data may stand in it, which a supervisor never reads.
    note: (sealed) => (user.role === "supervisor" ? null : hub.context.seal.open(sealed)),
  };
}

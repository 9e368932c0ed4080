/** Puts the parts of media together on a data folder. */
import type { Context } from "../../commands/context.ts";
import type { DiskRoom } from "../../commands/ports.ts";
import { MediaStore } from "./media-store.ts";
import type { MediaLimits } from "./reception.ts";
import { Shelf } from "./shelf.ts";
import type { Workshop } from "./workshop.ts";

export interface Media {
  readonly store: MediaStore;
  readonly shelf: Shelf;
}

export interface MediaSettings {
  readonly dataFolder: string;
  readonly room: DiskRoom;
  readonly limits: MediaLimits;
  readonly workshop: Workshop;
}

/** Throws where the folder cannot be used. */
export function startMedia({ store, newId }: Pick<Context, "store" | "newId">, settings: MediaSettings): Media {
  const { dataFolder, room, limits, workshop } = settings;
  const rows = () => store.media.list();
  const shelf = new Shelf(dataFolder, rows());
  return { shelf, store: new MediaStore({ shelf, workshop, room, limits, newId, rows }) };
}

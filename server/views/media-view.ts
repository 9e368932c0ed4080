/** A file that items show, as it goes out. */
import type { Media } from "../../shared/wire/lobby.ts";
import type { Millis } from "../../shared/domain/vocabulary.ts";

interface Row extends Pick<Media, "id" | "sha256" | "kind" | "name" | "type" | "bytes" | "width" | "height"> {
  readonly seconds: number | null;
  readonly pages: readonly { readonly sha256: string }[] | null;
  readonly at: Millis;
}

export function mediaView(row: Row, iso: (at: Millis) => string): Media {
  const { id, sha256, kind, name, type, bytes, width, height, seconds, pages, at } = row;
  return {
    id,
    sha256,
    kind,
    name,
    type,
    bytes,
    width,
    height,
    ...(seconds !== null && { seconds }),
    ...(pages && { pages: pages.length }),
    url: mediaUrl(pages?.[0]?.sha256 ?? sha256),
    createdAt: iso(at),
  };
}

/** Where the bytes of a hash are. */
export function mediaUrl(sha256: string): string {
  return `/media/${sha256}`;
}

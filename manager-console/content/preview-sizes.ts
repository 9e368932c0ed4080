/** A lobby screen as the preview draws it: its parts and its sizes, in pixels of a page that fills it. Pure. */
import { capitalCentimetres, centimetresPerMetre, readingFonts } from "../../shared/ui/reading-size.ts";
import type { ScreenSettings } from "../../shared/wire/lobby.ts";

export interface Box {
  readonly left: number;
  readonly top: number;
  readonly width: number;
  readonly height: number;
}

export interface ScreenParts {
  readonly width: number;
  readonly height: number;
  readonly pad: number;
  /** Font sizes of reading text and of headings. */
  readonly text: number;
  readonly heading: number;
  readonly head: Box;
  readonly foot: Box;
  /** Null where the layout has none. */
  readonly calls: Box | null;
  readonly content: Box | null;
  /** Capital height of reading text, in centimetres on the glass: as it is, and as the distance asks. */
  readonly haveCentimetres: number;
  readonly needCentimetres: number;
}

export type Hung = Pick<ScreenSettings, "layout" | "orientation" | "sizeInches" | "viewingMetres">;

const [long, short] = [1920, 1080];
const callsShare = { landscape: 0.65, portrait: 0.6 } as const;
/** What rounding may take away. */
const tolerance = 0.98;

export function screenParts({ layout, orientation, sizeInches, viewingMetres }: Hung): ScreenParts {
  const isPortrait = orientation === "portrait";
  const [width, height] = isPortrait ? [short, long] : [long, short];
  const glass = { width, height, inches: sizeInches, metres: viewingMetres };
  const { text, row } = readingFonts(glass);
  const headHeight = Math.round(isPortrait ? text * 1.3 + row * 1.14 : row * 1.14);
  const footHeight = Math.round(text * 1.34);
  const body: Box = { left: 0, top: headHeight, width, height: height - headHeight - footHeight };
  return {
    width,
    height,
    pad: Math.round(short * 0.03),
    text,
    heading: row,
    head: { left: 0, top: 0, width, height: headHeight },
    foot: { left: 0, top: height - footHeight, width, height: footHeight },
    ...split(layout, body, isPortrait),
    haveCentimetres: capitalCentimetres(glass, text),
    needCentimetres: centimetresPerMetre.text * viewingMetres,
  };
}

/** Whether reading text is smaller than those in the last row can read. */
export function isTooSmall({ haveCentimetres, needCentimetres }: ScreenParts): boolean {
  return haveCentimetres < needCentimetres * tolerance;
}

/** How many times larger than it is a picture is shown; below 1 it is made smaller. */
export function enlargement(picture: Pick<Box, "width" | "height">, box: Box): number {
  return Math.min(box.width / picture.width, box.height / picture.height);
}

function split(layout: Hung["layout"], body: Box, isPortrait: boolean): Pick<ScreenParts, "calls" | "content"> {
  switch (layout) {
    case "calls-only":
      return { calls: body, content: null };
    case "content-only":
      return { calls: null, content: body };
    case "calls-over-content": {
      // Only while somebody is called; the rest of the time the content has it all.
      const height = Math.round(body.height * 0.3);
      return { calls: { ...body, top: body.top + body.height - height, height }, content: body };
    }
    case "calls-beside-content": {
      if (isPortrait) {
        const height = Math.round(body.height * callsShare.portrait);
        return {
          calls: { ...body, height },
          content: { ...body, top: body.top + height, height: body.height - height },
        };
      }
      const width = Math.round(body.width * callsShare.landscape);
      return { calls: { ...body, width }, content: { ...body, left: width, width: body.width - width } };
    }
    default:
      return layout satisfies never;
  }
}

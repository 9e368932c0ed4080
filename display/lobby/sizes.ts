/**
 * How large everything on a lobby screen is, in pixels, from what is measured on the glass: capital height per metre of
 * viewing distance (newest call 1.2 cm, list and headings 0.8 cm, reading text 0.6 cm). Pure.
 * Those are least sizes: a screen that is large for its distance shows everything larger, one that is small for it
 * keeps the calls as large as its width allows.
 */
import type { ScreenLayout } from "../../shared/domain/vocabulary.ts";
import { centimetresPerMetre, fontFor, readingFonts, type HungGlass } from "../../shared/ui/reading-size.ts";

export interface Glass extends HungGlass {
  /** Pixels of the glass to one of the page. */
  readonly pixelRatio: number;
}

/** How wide the hall's own words are, in ems of the page's bold face. */
export interface Widths {
  /** The widest ticket number. */
  readonly number: number;
  /** The widest counter label. */
  readonly label: number;
  /** The word between the two, the wider of call and recall. */
  readonly sign: number;
  /** The hall's name. */
  readonly hall: number;
  /** The date with its weekday, and alone. */
  readonly date: number;
  readonly shortDate: number;
  readonly time: number;
}

/** What the glass is parted into. */
export interface GlassParts {
  readonly isDemo: boolean;
  readonly layout: ScreenLayout;
  /** Whether a line of its own stands above the foot. */
  readonly hasTicker: boolean;
}

export interface Sizes {
  readonly isPortrait: boolean;
  /** The newest call stands in two lines, its number above its counter. */
  readonly isStacked: boolean;
  readonly pad: number;
  /** One pixel of the glass; heights are whole ones, so that lines fall on them. */
  readonly pixel: number;
  /** Font sizes. */
  readonly large: number;
  readonly row: number;
  readonly leastRow: number;
  readonly text: number;
  /** Font size whose capitals are a centimetre high for every metre to the back row. */
  readonly perMetre: number;
  readonly name: number;
  readonly clock: number;
  /** Whether the date is told with its weekday, which gives way to the hall's name. */
  readonly hasWeekday: boolean;
  readonly sign: number;
  /** Where labels begin, from the left edge of the list; the sign ends a gap before it. */
  readonly labelAt: number;
  readonly gap: number;
  readonly demoHeight: number;
  readonly headHeight: number;
  readonly tickerHeight: number;
  readonly footHeight: number;
  readonly calls: { readonly width: number; readonly height: number };
  readonly side: { readonly width: number; readonly height: number };
  readonly largeHeight: number;
  readonly rowHeight: number;
  readonly leastRowHeight: number;
  /** Font size of rows that stand in two columns. */
  readonly columnFont: number;
}

/** Line heights: single lines of one size, so they may be tight. */
const largeLeading = 1.24;
/** Two lines in one block. */
const stackedLeading = 2.5;
export const rowLeading = 1.14;
const textLeading = 1.3;
const footLeading = 1.34;
const callsShare = 0.65;
/** Of the height of a tall screen, for what stands beside the calls needs some lines. */
const tallCallsShare = 0.6;
/** The hall's name may be so much smaller than reading text for the weekday's sake. */
const smallerName = 0.85;
/** In two columns the sign is measured by its row, not by the reading text. */
export const columnSign = 0.7;
/** A newest call in one line may be so much smaller than it should be before it takes two. */
const oneLineTolerance = 0.92;

export function sizesFor(glass: Glass, widths: Widths, { isDemo, layout, hasTicker }: GlassParts): Sizes {
  const { width, height } = glass;
  const pixel = 1 / glass.pixelRatio;
  const whole = (length: number) => Math.round(length / pixel) * pixel;
  const isPortrait = height > width;
  const short = Math.min(width, height);
  const { text, row } = readingFonts(glass);
  const pad = Math.round(short * 0.03);
  const demoHeight = isDemo ? whole(short * 0.034) : 0;
  const isShared = layout === "calls-beside-content" || layout === "calls-only";
  const callsWidth = isPortrait || !isShared ? width : whole(width * callsShare);
  const line = callsWidth - 2 * pad;
  const sign = text * 0.88;
  const gap = row * 0.25;
  const signRoom = widths.sign * sign + 2 * gap;

  const wanted = Math.max(fontFor(glass, centimetresPerMetre.large), short * 0.115);
  const oneLine = (line - signRoom) / (widths.number + widths.label);
  const isStacked = oneLine < wanted * oneLineTolerance;
  const twoLines = Math.min(line / widths.number, (line - signRoom) / widths.label, height * 0.16);
  const large = Math.min(wanted, isStacked ? twoLines : Math.min(oneLine, height * 0.2));
  const listed = Math.min(row, large, (line - signRoom) / (widths.number + widths.label));
  const leastRow = Math.min(text, listed);

  const clock = row;
  const beside = (date: number) => width - (isPortrait ? 3 : 4) * pad - date * text - widths.time * clock;
  const hasWeekday = isPortrait ? beside(widths.date) >= 0 : beside(widths.date) >= widths.hall * text * smallerName;
  const nameRoom = isPortrait ? line : beside(hasWeekday ? widths.date : widths.shortDate);
  const name = Math.min(text, nameRoom / widths.hall);
  const fullHead = whole(isPortrait ? text * textLeading + clock * rowLeading : clock * rowLeading);
  // Where calls lie over content, its line at the foot has the clock.
  const headHeight = layout === "calls-over-content" ? 0 : fullHead;
  const footHeight = layout === "content-only" ? 0 : whole(text * footLeading * (isPortrait && !isShared ? 2 : 1));
  const tickerHeight = hasTicker ? whole(text * footLeading) : 0;
  const body = height - demoHeight - headHeight - tickerHeight - footHeight;
  const callsHeight = isPortrait && isShared ? whole(body * tallCallsShare) : body;

  const numberWidth = widths.number * (isStacked ? listed : large);
  return {
    isPortrait,
    isStacked,
    pad,
    pixel,
    large,
    row: listed,
    leastRow,
    text,
    perMetre: Math.max(fontFor(glass, 1), short * 0.075),
    name,
    clock,
    hasWeekday,
    sign,
    labelAt: Math.round(pad + numberWidth + signRoom),
    gap: Math.round(gap),
    demoHeight,
    headHeight,
    tickerHeight,
    footHeight,
    calls: { width: callsWidth, height: callsHeight },
    side: !isShared
      ? { width, height: body }
      : isPortrait
        ? { width, height: body - callsHeight }
        : { width: width - callsWidth, height: body },
    largeHeight: whole(large * (isStacked ? stackedLeading : largeLeading)),
    rowHeight: whole(listed * rowLeading),
    leastRowHeight: whole(leastRow * rowLeading),
    columnFont: Math.min(
      leastRow,
      (callsWidth / 2 - 1.5 * pad) / (widths.number + widths.label + widths.sign * columnSign + 0.6),
    ),
  };
}

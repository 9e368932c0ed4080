/**
 * What stands where on a slip: the words of one ticket as lines with their sizes, before any byte is made.
 * Order and contents: screens, "Slip". The resident's language is set large; the hall's other languages repeat in small
 * type what cannot be guessed from the number, so that three languages still fit on paper no longer than a hand.
 */
import type { Language } from "../../shared/domain/vocabulary.ts";
import {
  aheadOnSlip,
  appointmentAt,
  joinList,
  materialForm,
  missRuleOnSlip,
  slipWords,
  takenAt,
  waitOnSlip,
  whichCounters,
} from "../../shared/text/slip.ts";
import { pick, say } from "../../shared/text/text.ts";
import type { Slip } from "../../shared/wire/print.ts";
import { printable, spread, wrap } from "./columns.ts";
import {
  dotsOf,
  gap,
  headline,
  large,
  lines,
  numberScale,
  packed,
  qrMarginDots,
  qrModuleDots,
  rule,
  sectionDots,
  setLine,
  small,
  smallCentred,
  tall,
  tallCentred,
  type PaperColumns,
  type SlipPart,
  type Style,
} from "./slip-parts.ts";

/** What may be set smaller where the paper would grow longer than a hand. */
interface Sizes {
  readonly materials: Style;
  readonly missRule: Style;
}

/** From the most legible on; the first that fits is taken, and the last where none does. */
const sizesTried: readonly Sizes[] = [
  { materials: tall, missRule: tall },
  { materials: tall, missRule: small },
  { materials: small, missRule: small },
];

/** A hand's length, 180 mm, less the 12 mm that the printer feeds before it cuts. */
const handDots = 1440 - 96;

/** Lays a slip out for a paper width; `copy` marks it as possibly the second one of its ticket. */
export function layOutSlip(
  slip: Slip,
  { columns, copy }: { readonly columns: PaperColumns; readonly copy: boolean },
): readonly SlipPart[] {
  let parts: readonly SlipPart[] = [];
  for (const sizes of sizesTried) {
    parts = layOut(slip, columns, sizes);
    if (dotsOf(parts) <= handDots) break;
  }
  return copy ? [...copyMark(slip.lang, columns), ...parts] : parts;
}

function layOut(slip: Slip, columns: PaperColumns, sizes: Sizes): readonly SlipPart[] {
  const number = printable(slip.number);
  return [
    ...lines(pick(slip.hall, slip.lang), { ...smallCentred, bold: true }, columns),
    gap(sectionDots / 2),
    ...setLine(number, { ...large, scale: numberScale(number, columns) }),
    ...queue(slip, columns),
    rule(columns),
    ...materials(slip, columns, sizes.materials),
    ...advice(slip, columns, sizes.missRule),
    ...others(slip).flatMap((language) => [gap(sectionDots), ...keyLines(slip, language, columns)]),
    gap(sectionDots),
    ...qr(slip, columns),
    ...lines(takenAt(slip.issuedAt, slip.lang), smallCentred, columns),
  ];
}

function others(slip: Slip): readonly Language[] {
  return [...new Set(slip.languages)].filter((language) => language !== slip.lang);
}

function copyMark(language: Language, columns: PaperColumns): readonly SlipPart[] {
  return [
    ...setLine(` ${say(slipWords.copyMark, language)} `, { ...large, bold: true, reverse: true }),
    ...lines(say(slipWords.copyNote, language), smallCentred, columns),
    gap(sectionDots),
  ];
}

/** What is waited for, how long, and where. */
function queue(slip: Slip, columns: PaperColumns): readonly SlipPart[] {
  const language = slip.lang;
  return [
    ...lines(pick(slip.service, language), { ...large, bold: true }, columns),
    ...packed(appointment(slip, language), { ...large, bold: true }, columns),
    ...packed(waiting(slip, language), large, columns),
    ...packed(whereToWait(slip, language), tallCentred, columns),
  ];
}

function appointment({ dueAt }: Slip, language: Language): readonly string[] {
  return dueAt === undefined ? [] : [appointmentAt(dueAt, language)];
}

function waiting(slip: Slip, language: Language): readonly string[] {
  return [
    ...(slip.ahead === null ? [] : [aheadOnSlip(slip.ahead, language)]),
    ...(slip.estimate === null ? [] : [waitOnSlip(slip.estimate.p50, language)]),
  ];
}

function whereToWait(slip: Slip, language: Language): readonly string[] {
  const areas = slip.areas.map((area) => pick(area, language));
  const isAreaItself = slip.counters.every((label) => areas.includes(pick(label, language)));
  return [
    ...(areas.length === 0 ? [] : [say(slipWords.waitIn, language, { areas: joinList(areas, language) })]),
    ...(isAreaItself ? [] : [say(slipWords.counters, language, { counters: whichCounters(slip.counters, language) })]),
  ];
}

function materials(slip: Slip, columns: PaperColumns, style: Style): readonly SlipPart[] {
  if (slip.materials.length === 0) return [];
  const language = slip.lang;
  const items = slip.materials.flatMap((material) => {
    const name = printable(`□ ${pick(material.name, language)}`);
    const form = printable(materialForm(material, language));
    const together = spread(name, form, columns);
    const texts = together !== null ? [together] : [...wrap(name, columns), ...indented(form, columns)];
    return texts.flatMap((text) => setLine(text, style));
  });
  return [...lines(say(slipWords.materials, language), { ...small, bold: true }, columns), ...items, rule(columns)];
}

function indented(text: string, columns: PaperColumns): readonly string[] {
  return wrap(text, columns - 3).map((line) => `   ${line}`);
}

/** 请听叫号、看屏幕 and the miss rule; the hall's footer stands in for the first where it says the same. */
function advice(slip: Slip, columns: PaperColumns, ruleStyle: Style): readonly SlipPart[] {
  const language = slip.lang;
  const listen = say(slipWords.listen, language);
  const footer = slip.footer === null ? "" : pick(slip.footer, language);
  const footerListens = footer.includes(listen);
  return [
    ...headline(footerListens ? footer : listen, columns),
    ...lines(missRuleOnSlip(slip.missRule, language), ruleStyle, columns),
    ...(footerListens ? [] : lines(footer, small, columns)),
  ];
}

/** What a reader of another language needs beside the number. */
function keyLines(slip: Slip, language: Language, columns: PaperColumns): readonly SlipPart[] {
  return [
    ...lines(pick(slip.service, language), { ...small, bold: true }, columns),
    ...packed(
      [...appointment(slip, language), ...waiting(slip, language), whichCounters(slip.counters, language)],
      small,
      columns,
    ),
    ...lines(say(slipWords.listen, language), small, columns),
  ];
}

function qr(slip: Slip, columns: PaperColumns): readonly SlipPart[] {
  if (slip.url === null) return [];
  return [
    ...lines(say(slipWords.scan, slip.lang), smallCentred, columns),
    gap(qrMarginDots),
    { kind: "qr", data: slip.url, moduleDots: qrModuleDots },
    gap(qrMarginDots),
  ];
}

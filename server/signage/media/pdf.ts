/**
 * PDFs: each page drawn as a picture, as large as a screen needs it. What is not drawn is left out: links, forms that can
 * be filled in, and scripts, which nothing here runs.
 */
import { readFile } from "node:fs/promises";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import type { PDFDocumentProxy } from "pdfjs-dist/legacy/build/pdf.mjs";
import type { FileJob, JobAnswer, MadeFile } from "./job.ts";
import { madeOf } from "./made-file.ts";

const MAX_PAGES = 40;
/** The long side of a page: the short side of a 4K screen, and more than the long one of the usual. */
const LONG_SIDE = 2160;
/** Pages of text are sharpest without loss; one with photographs is not worth as much. */
const LOSSLESS_BYTES = 1024 * 1024;
const MAX_PIXELS = 120_000_000;

export async function pdfFrom({ file, folder }: FileJob): Promise<JobAnswer> {
  const tools = await drawingTools();
  const document = await openDocument(tools, await readFile(file));
  if ("unplayable" in document) return document;
  try {
    const { numPages } = document;
    if (numPages > MAX_PAGES) return { unplayable: { found: "pdf-pages", what: String(numPages) } };
    const files: MadeFile[] = [];
    for (let number = 1; number <= numPages; number += 1) {
      const page = await drawn(tools, document, number);
      if (!page) return { unplayable: { found: "damaged", kind: "pdf" } };
      files.push(await madeOf(page.bytes, folder, page));
    }
    const [first, ...rest] = files;
    if (!first) return { unplayable: { found: "damaged", kind: "pdf" } };
    return { made: { type: "application/pdf", files: [first, ...rest] } };
  } finally {
    await document.loadingTask.destroy();
  }
}

type Tools = Awaited<ReturnType<typeof drawingTools>>;

/** Both packages bring a canvas, and shapes of the one cannot be drawn on the other: this one is made everybody's. */
async function drawingTools() {
  const canvas = await import("@napi-rs/canvas");
  const { DOMMatrix, ImageData, Path2D } = canvas;
  Object.assign(globalThis, { DOMMatrix, ImageData, Path2D });
  const pdf = await import("pdfjs-dist/legacy/build/pdf.mjs");
  const { default: sharp } = await import("sharp");
  sharp.cache(false);
  sharp.concurrency(1);
  return { createCanvas: canvas.createCanvas, pdf, sharp };
}

async function openDocument(
  { createCanvas, pdf }: Tools,
  bytes: Buffer,
): Promise<PDFDocumentProxy | Extract<JobAnswer, { unplayable: unknown }>> {
  const home = dirname(createRequire(import.meta.url).resolve("pdfjs-dist/package.json"));
  try {
    return await pdf.getDocument({
      data: new Uint8Array(bytes),
      // Chinese fonts are seldom in the file: these say what its codes mean, the system has the shapes.
      cMapUrl: join(home, "cmaps/"),
      cMapPacked: true,
      standardFontDataUrl: join(home, "standard_fonts/"),
      wasmUrl: join(home, "wasm/"),
      iccUrl: join(home, "iccs/"),
      isEvalSupported: false,
      maxImageSize: MAX_PIXELS,
      verbosity: pdf.VerbosityLevel.ERRORS,
      CanvasFactory: canvasFactory(createCanvas),
    }).promise;
  } catch (error) {
    const isLocked = error instanceof Error && error.name === "PasswordException";
    return { unplayable: isLocked ? { found: "pdf-locked" } : { found: "damaged", kind: "pdf" } };
  }
}

/** Null where the page cannot be read. */
async function drawn({ createCanvas, sharp }: Tools, document: PDFDocumentProxy, number: number) {
  try {
    const page = await document.getPage(number);
    const natural = page.getViewport({ scale: 1 });
    const viewport = page.getViewport({ scale: LONG_SIDE / Math.max(natural.width, natural.height) });
    const [width, height] = [Math.max(1, Math.round(viewport.width)), Math.max(1, Math.round(viewport.height))];
    const canvas = createCanvas(width, height);
    const context = canvas.getContext("2d");
    // It is drawn on a canvas of the kind that browsers have, as far as drawing goes.
    const target = { canvas, canvasContext: context } as unknown as Parameters<typeof page.render>[0];
    await page.render({ ...target, viewport, background: "#ffffff" }).promise;
    const { data } = context.getImageData(0, 0, width, height);
    page.cleanup();
    const picture = sharp(data, { raw: { width, height, channels: 4 } }).removeAlpha();
    const lossless = await picture.clone().webp({ lossless: true, effort: 2 }).toBuffer();
    const bytes =
      lossless.length <= LOSSLESS_BYTES
        ? lossless
        : await picture.webp({ quality: 90, smartSubsample: true }).toBuffer();
    return { bytes, width, height };
  } catch {
    return null;
  }
}

interface Drawing {
  canvas: { width: number; height: number } | null;
  context: unknown;
}

/** As the reader of PDFs wants it, for what it draws on the way. */
function canvasFactory(
  createCanvas: (
    width: number,
    height: number,
  ) => NonNullable<Drawing["canvas"]> & {
    getContext(kind: "2d"): unknown;
  },
) {
  return class {
    create(width: number, height: number): Drawing {
      const canvas = createCanvas(width, height);
      return { canvas, context: canvas.getContext("2d") };
    }

    reset({ canvas }: Drawing, width: number, height: number): void {
      if (canvas) Object.assign(canvas, { width, height });
    }

    destroy(drawing: Drawing): void {
      if (drawing.canvas) Object.assign(drawing.canvas, { width: 0, height: 0 });
      Object.assign(drawing, { canvas: null, context: null });
    }
  };
}

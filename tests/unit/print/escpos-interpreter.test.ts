import { describe, expect, it } from "vitest";
import { interpretEscpos } from "../../support/escpos-interpreter.ts";

const ESC = 0x1b;
const GS = 0x1d;
const FS = 0x1c;

function interpreted(...bytes: (number | string)[]) {
  const stream = Buffer.concat(
    bytes.map((part) => (typeof part === "string" ? Buffer.from(part, "latin1") : Buffer.of(part))),
  );
  return interpretEscpos(stream, { paperDots: 384 });
}

function firstSlip(...bytes: (number | string)[]) {
  const [slip] = interpreted(...bytes).slips;
  if (!slip) throw new Error("nothing was printed");
  return slip;
}

/** The examples are bytes written out by hand from the command reference. */
describe("the interpreter of the tests", () => {
  it("sets a character 12 by 24 dots and feeds a sixth of an inch", () => {
    const { lines, lengthDots } = firstSlip("AB\n");
    expect(lines[0]).toMatchObject({ text: "AB", widthDots: 24, heightDots: 24, leftDots: 0 });
    expect(lengthDots).toBe(34);
  });

  it("reads GS ! as width in the upper and height in the lower bits", () => {
    expect(firstSlip(GS, "!", 0x37, "A\n").lines[0]).toMatchObject({ widthDots: 48, heightDots: 192 });
  });

  it("reads Chinese only once FS & has turned it on", () => {
    const han = [0xba, 0xc5] as const;
    expect(firstSlip(...han, "\n").lines[0]?.text).toBe("??");
    expect(firstSlip(FS, "&", ...han, "\n").lines[0]).toMatchObject({ text: "号", widthDots: 24 });
  });

  it("reads characters of four bytes as one", () => {
    expect(firstSlip(FS, "&", 0x81, 0x39, 0xee, 0x39, "1\n").lines[0]?.text).toHaveLength(2);
  });

  it("centres by ESC a and wraps by itself what does not fit", () => {
    const { lines } = firstSlip(ESC, "a", 1, "A".repeat(33), "\n");
    expect(lines.map(({ text, overflowed }) => [text.length, overflowed])).toEqual([
      [32, true],
      [1, false],
    ]);
    expect(lines[1]?.leftDots).toBe(186);
  });

  it("returns to rest at ESC @", () => {
    expect(firstSlip(GS, "!", 0x11, ESC, "E", 1, ESC, "@", "A\n").lines[0]).toMatchObject({
      heightDots: 24,
      bold: false,
    });
  });

  it("stores and prints a QR code by GS ( k", () => {
    const store = [GS, "(k", 8, 0, "1P0", "HELLO"];
    const slip = firstSlip(GS, "(k", 3, 0, "1C", 6, GS, "(k", 3, 0, "1E", 49, ...store, GS, "(k", 3, 0, "1Q0");
    expect(slip.qrs).toMatchObject([{ data: "HELLO", moduleDots: 6, level: "M" }]);
    // Five bytes fit version 1: 21 modules.
    expect(slip.lengthDots).toBe(126);
  });

  it("tells slips apart by their cuts, and says where paper was left uncut", () => {
    expect(interpreted("A\n", GS, "V", 0, "B\n", GS, "V", 0x42, 0, "C\n").slips.map(({ isCut }) => isCut)).toEqual([
      true,
      true,
      false,
    ]);
  });

  it("keeps status questions apart from the slip", () => {
    const { slips, statusRequests } = interpreted(0x10, 0x04, 1, "A\n", 0x10, 0x04, 4);
    expect(statusRequests).toEqual([1, 4]);
    expect(slips[0]?.lines).toHaveLength(1);
  });

  it("names a command that the reference does not have", () => {
    expect(interpreted(ESC, "\x07").unknown).toEqual(["1b07"]);
  });
});

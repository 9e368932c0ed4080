import { mkdirSync, mkdtempSync, realpathSync, rmSync, symlinkSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { mayPrintTo, printTarget } from "../../../server/print/printer-path.ts";

let base = "";
let slips = "";

beforeAll(() => {
  base = realpathSync(mkdtempSync(join(tmpdir(), "lundao-path-")));
  slips = join(base, "slips");
  mkdirSync(slips);
  mkdirSync(join(base, "secret"));
  symlinkSync(join(base, "secret"), join(slips, "way-out"));
});

afterAll(() => {
  rmSync(base, { recursive: true, force: true });
});

describe("a path to print to", () => {
  it.each(["/dev/usb/lp0", "/dev/ttyUSB1", "/dev/serial/by-id/usb-POS_Printer-if00"])(
    "may be the device %s",
    (given) => {
      expect(mayPrintTo(given, [])).toBe(true);
    },
  );

  it.each(["dev/usb/lp0", "../lp0", "/dev/../etc/passwd", "/etc/passwd", "/dev/usb//lp0", "/home/clerk/.profile"])(
    "may not be %s",
    (given) => {
      expect(mayPrintTo(given, [])).toBe(false);
    },
  );

  it.each(["/dev/null", "/dev/zero", "/dev/tty"])("is not the device %s, which is no printer", async (given) => {
    expect(await printTarget(given, [])).toBeNull();
  });

  it("may be a file in a folder the hub names, and nowhere else", async () => {
    expect(await printTarget(join(slips, "station.bin"), [slips])).toEqual({
      kind: "file",
      path: join(slips, "station.bin"),
    });
    expect(await printTarget(join(base, "station.bin"), [slips])).toBeNull();
  });

  it("does not leave that folder by a link", async () => {
    expect(await printTarget(join(slips, "way-out", "station.bin"), [slips])).toBeNull();
  });
});

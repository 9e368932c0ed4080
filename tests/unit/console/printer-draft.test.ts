import { describe, expect, it } from "vitest";
import { draftOf, printerOf, type PrinterDraft } from "../../../manager-console/printer-draft.ts";
import { printerWords } from "../../../shared/text/console-devices.ts";

const network: PrinterDraft = { kind: "tcp", host: "192.168.1.60", port: "9100", path: "", columns: 48, copies: 1 };

describe("a printer being set", () => {
  it("is what the form says", () => {
    expect(printerOf(network)).toEqual({
      printer: { kind: "tcp", host: "192.168.1.60", port: 9100, columns: 48, copies: 1 },
    });
    expect(printerOf({ ...network, kind: "file", path: " /dev/usb/lp0 ", columns: 32, copies: 2 })).toEqual({
      printer: { kind: "file", path: "/dev/usb/lp0", columns: 32, copies: 2 },
    });
    expect(printerOf({ ...network, kind: "none" })).toEqual({ printer: { kind: "none" } });
  });

  it("needs an address", () => {
    expect(printerOf({ ...network, host: "  " })).toEqual({ errors: { host: printerWords.hostWrong } });
    expect(printerOf({ ...network, host: "192.168.1.60 9100" })).toEqual({ errors: { host: printerWords.hostWrong } });
  });

  it.each(["", "0", "65536", "9100.5", "ninety"])("does not take %j for a port", (port) => {
    expect(printerOf({ ...network, port })).toEqual({ errors: { port: printerWords.portWrong } });
  });

  it("names everything that is wrong at once", () => {
    expect(printerOf({ ...network, host: "", port: "" })).toEqual({
      errors: { host: printerWords.hostWrong, port: printerWords.portWrong },
    });
  });

  it("needs a path for a device file", () => {
    expect(printerOf({ ...network, kind: "file" })).toEqual({ errors: { path: printerWords.pathWrong } });
  });

  it("starts from the printer that is set", () => {
    const printer = { kind: "tcp", host: "printer", port: 9101, columns: 32, copies: 3 } as const;
    expect(printerOf(draftOf(printer))).toEqual({ printer });
    expect(printerOf(draftOf({ kind: "file", path: "/dev/usb/lp0" }))).toEqual({
      printer: { kind: "file", path: "/dev/usb/lp0", columns: 48, copies: 1 },
    });
    expect(draftOf(null)).toMatchObject({ kind: "none", port: "9100", columns: 48, copies: 1 });
  });
});

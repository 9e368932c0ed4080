/**
 * Which paths may be printed to. Whoever sets a printer chooses a path the hub then writes to with its own rights, and
 * slips carry words from the hall file: so only printer devices are let through, by their real names, and plain files
 * in folders the hub names (its own for slips, the system's temporary one), for demonstrations and tests.
 */
import { realpath } from "node:fs/promises";
import path from "node:path";

/** Printer and serial ports: /dev/usb/lp0, /dev/lp0, /dev/ttyUSB0, /dev/ttyACM0, /dev/ttyS0, /dev/ttyAMA0, /dev/rfcomm0. */
const printerDevice = /^\/dev\/(?:(?:usb\/)?lp|ttyUSB|ttyACM|ttyS|ttyAMA|rfcomm)\d{1,3}$/;

/** Links to them that keep their name when plugs change, made by udev. */
const deviceLink = /^\/dev\/(?:[\w.:+@=-]+\/)*[\w.:+@=-]+$/;

export type PrintTarget = { readonly kind: "device" | "file"; readonly path: string };

/** Whether a path can be one to print to, by its looks: absolute, plain, in /dev or in one of the folders. */
export function mayPrintTo(given: string, folders: readonly string[]): boolean {
  if (!path.isAbsolute(given) || path.normalize(given) !== given || given.includes("\0")) return false;
  return deviceLink.test(given) || folders.some((folder) => isInside(given, folder));
}

/** What a path really is once its links are followed; null where it may not be printed to. Rejects as the file system does. */
export async function printTarget(given: string, folders: readonly string[]): Promise<PrintTarget | null> {
  if (!mayPrintTo(given, folders)) return null;
  if (given.startsWith("/dev/")) {
    const real = await realpath(given);
    return printerDevice.test(real) ? { kind: "device", path: real } : null;
  }
  // The file itself may be new; it may be no link, which opening it makes sure of.
  const folder = await realpath(path.dirname(given));
  const allowed = await Promise.all(folders.map((each) => realpath(each).catch(() => null)));
  const isAllowed = allowed.some((each) => each !== null && (folder === each || isInside(folder, each)));
  return isAllowed ? { kind: "file", path: path.join(folder, path.basename(given)) } : null;
}

function isInside(inner: string, folder: string): boolean {
  const from = path.relative(folder, inner);
  return from !== "" && !from.startsWith("..") && !path.isAbsolute(from);
}

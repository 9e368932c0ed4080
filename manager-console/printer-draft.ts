/** A printer as it is being set: what stands in the form, checked and made into what the hub takes. */
import { printerWords } from "../shared/text/console-devices.ts";
import type { Printer } from "../shared/wire/access.ts";
import type { FieldWords } from "./form-parts.ts";

/** The form's fields, as typed. */
export interface PrinterDraft {
  readonly kind: Printer["kind"];
  readonly host: string;
  readonly port: string;
  readonly path: string;
  readonly columns: 32 | 48;
  readonly copies: number;
}

export type PrinterField = "host" | "port" | "path";

const usual = { host: "", port: "9100", path: "", columns: 48, copies: 1 } as const;

/** What the form starts with. */
export function draftOf(printer: Printer | null): PrinterDraft {
  switch (printer?.kind) {
    case "tcp": {
      const { kind, host, port, columns, copies } = printer;
      return { ...usual, kind, host, port: String(port), columns, copies: copies ?? usual.copies };
    }
    case "file": {
      const { kind, path, columns, copies } = printer;
      return { ...usual, kind, path, columns: columns ?? usual.columns, copies: copies ?? usual.copies };
    }
    case "none":
      return { ...usual, kind: "none" };
    case undefined:
      return { ...usual, kind: "none" };
    default:
      return printer satisfies never;
  }
}

/** The printer the form describes, or what is wrong with it. */
export function printerOf(
  draft: PrinterDraft,
): { readonly printer: Printer } | { readonly errors: FieldWords<PrinterField> } {
  const { kind, columns, copies } = draft;
  const [host, path, port] = [draft.host.trim(), draft.path.trim(), Number(draft.port.trim() || Number.NaN)];
  if (kind === "none") return { printer: { kind } };
  if (kind === "file")
    return path === "" ? { errors: { path: printerWords.pathWrong } } : { printer: { kind, path, columns, copies } };
  const errors: FieldWords<PrinterField> = {
    ...(host === "" || /\s/.test(host) ? { host: printerWords.hostWrong } : {}),
    ...(Number.isInteger(port) && port >= 1 && port <= 65_535 ? {} : { port: printerWords.portWrong }),
  };
  return Object.keys(errors).length > 0 ? { errors } : { printer: { kind, host, port, columns, copies } };
}

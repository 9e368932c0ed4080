/** Files sent in as browsers do: a form with one field. */
import type { Person } from "./desk.ts";
import type { TestHub } from "./hub.ts";
import type { Media } from "../../shared/wire/lobby.ts";
import type { Problem } from "../../shared/wire/common.ts";

export interface Part {
  readonly name?: string;
  readonly filename?: string;
  readonly bytes: Uint8Array | string;
}

const BOUNDARY = "----lundao-of-tests";

/** The bytes of a form, and their type. */
export function formOf(...parts: readonly Part[]): { readonly type: string; readonly payload: Buffer } {
  const written = parts.map(({ name = "file", filename, bytes }) => {
    const file = filename === undefined ? "" : `; filename="${filename.replaceAll('"', "%22")}"`;
    const head = `--${BOUNDARY}\r\ncontent-disposition: form-data; name="${name}"${file}\r\n`;
    const type = filename === undefined ? "" : "content-type: application/octet-stream\r\n";
    return Buffer.concat([Buffer.from(`${head}${type}\r\n`), Buffer.from(bytes), Buffer.from("\r\n")]);
  });
  return {
    type: `multipart/form-data; boundary=${BOUNDARY}`,
    payload: Buffer.concat([...written, Buffer.from(`--${BOUNDARY}--\r\n`)]),
  };
}

export interface Sent {
  readonly status: number;
  readonly media: Media;
  readonly problem: Problem;
}

/** Sends one file in; the answer is a media or a problem, which the test knows. */
export async function sendFile(
  hub: TestHub,
  who: Person,
  part: Part & { readonly headers?: Readonly<Record<string, string>> },
): Promise<Sent> {
  const { type, payload } = formOf({ filename: "file", ...part });
  const answer = await hub.app.inject({
    method: "POST",
    url: "/api/media",
    headers: { ...who.headers, ...part.headers, "content-type": type },
    payload,
  });
  const body: unknown = JSON.parse(answer.payload);
  return { status: answer.statusCode, media: body as Media, problem: body as Problem };
}

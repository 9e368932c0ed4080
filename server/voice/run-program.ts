/** Runs a program that turns text into sound: no shell, a time limit, and no more sound than a sentence has. */
import { spawn } from "node:child_process";
import { VoiceFailed } from "./voice-engine.ts";
import { readWav, writeWav } from "./wav.ts";

export interface ProgramCall {
  readonly program: string;
  readonly args: readonly string[];
  /** Given on standard input. */
  readonly input: string;
  readonly millis: number;
}

/** A minute of 48 kHz stereo. */
const MOST_BYTES = 12 * 1024 * 1024;

/** What the program writes to standard output, as a WAV file. Throws `VoiceFailed`. */
export async function soundFrom({ program, args, input, millis }: ProgramCall): Promise<Buffer> {
  const bytes = await new Promise<Buffer>((resolve, reject) => {
    const child = spawn(program, [...args], { stdio: ["pipe", "pipe", "ignore"], windowsHide: true });
    const parts: Buffer[] = [];
    let length = 0;
    const fail = (failure: VoiceFailed): void => {
      clearTimeout(limit);
      child.kill("SIGKILL");
      reject(failure);
    };
    const limit = setTimeout(() => {
      fail(new VoiceFailed("too-slow"));
    }, millis);
    child.on("error", (error) => {
      fail(new VoiceFailed("code" in error && error.code === "ENOENT" ? "not-found" : "ended-with-error"));
    });
    child.stdout.on("data", (chunk: Buffer) => {
      parts.push(chunk);
      length += chunk.length;
      if (length > MOST_BYTES) fail(new VoiceFailed("too-much"));
    });
    child.on("close", (code) => {
      clearTimeout(limit);
      if (code === 0) resolve(Buffer.concat(parts));
      else reject(new VoiceFailed("ended-with-error", code === null ? "killed" : String(code)));
    });
    // A program that takes its text as an argument may be gone before it has read this.
    child.stdin.on("error", () => undefined);
    child.stdin.end(input);
  });
  return checkedSound(bytes);
}

/** The sound in a file of its own, however the program has written its header. Throws `VoiceFailed`. */
export function checkedSound(bytes: Buffer): Buffer {
  const wav = readWav(bytes);
  if (!wav || wav.samples.length === 0) throw new VoiceFailed("not-a-sound");
  return writeWav(wav);
}

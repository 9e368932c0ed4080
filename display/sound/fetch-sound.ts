/** Asks the hub for one of its clips. */
import { voiceEngines, type VoiceEngine } from "../../shared/domain/vocabulary.ts";

export interface FetchedSound {
  readonly bytes: ArrayBuffer;
  /** What made it; null where the hub did not say. */
  readonly engine: VoiceEngine | null;
}

export interface SoundAsked {
  readonly address: string;
  /** The device's. */
  readonly token: string;
  /** After so long it is given up. */
  readonly millis: number;
}

/** Null where the hub has none, or cannot be reached. */
export async function askForSound({ address, token, millis }: SoundAsked): Promise<FetchedSound | null> {
  const controller = new AbortController();
  const limit = setTimeout(() => controller.abort(), millis);
  try {
    const answer = await fetch(address, {
      headers: { authorization: `Bearer ${token}` },
      signal: controller.signal,
    });
    if (!answer.ok) return null;
    const by = answer.headers.get("x-voice-engine");
    return { bytes: await answer.arrayBuffer(), engine: voiceEngines.find((engine) => engine === by) ?? null };
  } catch {
    return null;
  } finally {
    clearTimeout(limit);
  }
}

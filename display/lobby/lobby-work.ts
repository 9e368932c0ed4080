/** What a lobby screen is drawn from: its own work in a hall, or a trial of it where somebody writes for it. */
import type { ScreenItem, ScreenSettings } from "../../shared/wire/lobby.ts";
import type { FileSource } from "../content/files.ts";
import type { ScreenLine } from "../screen-line.ts";
import type { LobbyCalls } from "./lobby-calls.ts";
import type { LobbySound } from "./lobby-sound.ts";
import type { Picture } from "./picture.ts";
import type { PlayLog } from "./play-log.ts";

export interface Identifying {
  readonly name: string;
}

/** What the stage tells of what is on it. */
export interface OnStage {
  readonly showing: string | null;
  readonly broken: number;
  settle(): void;
}

/** Dispatches `change` when something on the glass may be another. */
export interface LobbyWork extends EventTarget {
  readonly line: Pick<ScreenLine, "hall" | "isLost" | "staleSince" | "now" | "instant" | "emergency">;
  /** How it hangs and what it shows. */
  readonly settings: ScreenSettings;
  readonly picture: Picture;
  readonly hasPicture: boolean;
  readonly calls: Pick<LobbyCalls, "painted" | "hasPicture">;
  readonly sound: Pick<LobbySound, "unsounded" | "soundingSeq" | "isBlocked">;
  readonly plays: Pick<PlayLog, "add">;
  /** Whether a call is being said where it hangs, by itself or by another. */
  readonly isSpokenOver: boolean;
  readonly joinAddress: string | null;
  /** While it shows its name. */
  readonly identifying: Identifying | null;
  stage: OnStage | null;
  /** To be called once a second. */
  tick(): void;
  close(): void;
}

/** A screen that hangs nowhere: it never rests out of hours, and what it shows stands still. */
export interface LobbyTrial extends LobbyWork, FileSource {
  readonly items: readonly ScreenItem[];
}

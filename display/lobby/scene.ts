/** All that one drawing of a lobby screen is made from. */
import type { Language } from "../../shared/domain/vocabulary.ts";
import type { HallNow } from "../../shared/wire/hall.ts";
import type { ScreenItem, ScreenSettings } from "../../shared/wire/lobby.ts";
import type { Picture } from "./picture.ts";
import type { Sizes } from "./sizes.ts";

export interface Scene {
  readonly hall: HallNow;
  readonly picture: Picture;
  readonly settings: ScreenSettings;
  readonly language: Language;
  /** The hub's time, as an instant and in milliseconds. */
  readonly now: string;
  readonly millis: number;
  readonly isStale: boolean;
  readonly turns: readonly ScreenItem[];
  readonly ticker: readonly ScreenItem[];
  readonly sizes: Sizes;
  /** The widest number of the hall, in ems. */
  readonly numberEms: number;
  readonly width: number;
}

/** What everybody who plays a part in the day shares. */
import type { HallNow } from "../../shared/wire/hall.ts";
import type { Bell } from "./bell.ts";
import type { Headers, HubApi } from "./hub-api.ts";
import type { Pace } from "./pace.ts";
import type { Visits } from "./visits.ts";

export interface Stage {
  readonly api: HubApi;
  readonly pace: Pace;
  readonly bell: Bell;
  readonly visits: Visits;
  readonly rules: HallNow["rules"];
  readonly manager: Headers;
  readonly station: Headers;
  /** Says something that whoever watches should know. */
  readonly say: (line: string) => void;
}

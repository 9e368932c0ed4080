/** How this screen hangs and what it shows: as the technician has set it; the address goes over that, for pictures and trials. */
import { screenLayouts } from "../../shared/domain/vocabulary.ts";
import type { ScreenSettings } from "../../shared/wire/lobby.ts";

export interface AskedSettings {
  /** What the address asks for; all else stays as it was set. */
  readonly over: Partial<Pick<ScreenSettings, "sizeInches" | "viewingMetres" | "layout">>;
  readonly isDark: boolean;
}

/** Reads `?inches=`, `?metres=`, `?layout=` and `?theme=dark`; what no screen can be is passed over. */
export function askedSettings(search: string): AskedSettings {
  const asked = new URLSearchParams(search);
  const number = (name: string, [least, most]: readonly [number, number]) => {
    const value = Number(asked.get(name) ?? NaN);
    return value >= least && value <= most ? value : undefined;
  };
  const sizeInches = number("inches", [5, 300]);
  const viewingMetres = number("metres", [0.5, 50]);
  const layout = screenLayouts.find((each) => each === asked.get("layout"));
  return {
    over: {
      ...(sizeInches !== undefined && { sizeInches }),
      ...(viewingMetres !== undefined && { viewingMetres }),
      ...(layout !== undefined && { layout }),
    },
    isDark: asked.get("theme") === "dark",
  };
}

/** The page as it is seen: a screen that hangs upright though its machine does not know shows the page turned. */
export function glassOf(
  page: { readonly width: number; readonly height: number },
  orientation: ScreenSettings["orientation"],
) {
  const isTurned = orientation === "portrait" && page.width > page.height;
  return isTurned ? { width: page.height, height: page.width, isTurned } : { ...page, isTurned };
}

/** How this screen hangs: from the address until it is set where devices are. */

export interface ScreenSettings {
  /** Diagonal of the glass. */
  readonly inches: number;
  /** From the glass to the back row. */
  readonly metres: number;
  readonly isDark: boolean;
}

/** Reads `?inches=`, `?metres=` and `?theme=dark`; what no screen can be is left at 43 inches, 5 m. */
export function screenSettings(search: string): ScreenSettings {
  const asked = new URLSearchParams(search);
  const number = (name: string, usual: number, [least, most]: readonly [number, number]) => {
    const value = Number(asked.get(name) ?? NaN);
    return value >= least && value <= most ? value : usual;
  };
  return {
    inches: number("inches", 43, [5, 300]),
    metres: number("metres", 5, [0.5, 50]),
    isDark: asked.get("theme") === "dark",
  };
}

/** A setting that cannot be. The message is one line that names it and goes to the technician as it is. */
export class WrongSetting extends Error {}

/** Does what a setting is for; where that fails, says so in the setting's name. */
export function naming<T>(setting: string, use: () => T): T {
  try {
    return use();
  } catch (error) {
    throw unusable(setting, error);
  }
}

/** The one line for a setting that turned out to be of no use. */
export function unusable(setting: string, error: unknown): WrongSetting {
  if (error instanceof WrongSetting) return error;
  const [line] = (error instanceof Error ? error.message : String(error)).split("\n");
  return new WrongSetting(`${setting}: ${line ?? "cannot be used"}`);
}

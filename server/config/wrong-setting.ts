/** A setting that cannot be. The message is one line that names it and goes to the technician as it is. */
export class WrongSetting extends Error {}

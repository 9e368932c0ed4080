/** What an emergency means for whom; the same on the hub and on every screen. */

/**
 * The templates that every hall has; a hall's own file may word them otherwise and add its own. `stopsService`: whoever
 * is here is to leave, so that stations and phones give no numbers meanwhile.
 */
export const emergencyTemplates = {
  fire: { stopsService: true },
  weather: { stopsService: true },
  system: { stopsService: false },
  medical: { stopsService: false },
  "lost-person": { stopsService: false },
} as const;
export type EmergencyTemplateId = keyof typeof emergencyTemplates;

export function isBuiltIn(template: string): template is EmergencyTemplateId {
  return Object.keys(emergencyTemplates).includes(template);
}

/** Whether an emergency of these areas (null: everywhere) is one of a device's. A device that stands in none hears of all. */
export function isMeantFor(areas: readonly string[] | null, area: string | null): boolean {
  return areas === null || area === null || areas.includes(area);
}

/** What a recorded voice may hold of emergencies: a clip of each template, and of the all-clear. Source: docs/voice-pack.md. */

export const allClearClip = "all-clear";
const beginning = "emergency-";

/** The clip that says all of a template's words. */
export function emergencyClipOf(template: string): string {
  return beginning + template;
}

export function isEmergencyClip(clip: string): boolean {
  return clip === allClearClip || clip.startsWith(beginning);
}

/** Where in the console one is: read from the address's part after #, so that back and reload work. */
import type { Role } from "../shared/domain/vocabulary.ts";
import { decodedPart } from "../shared/ui/address.ts";

export type Section = "devices" | "printing" | "users" | "hall" | "account";

export interface Place {
  readonly section: Section;
  /** What is chosen in the section: a device's or a user's id, or `new`. */
  readonly chosen: string | null;
}

/** What a role finds in the console, first things first. */
export function sectionsOf(role: Role): readonly Section[] {
  switch (role) {
    case "manager":
      return ["devices", "printing", "users", "hall", "account"];
    case "technician":
      return ["devices", "printing", "account"];
    case "guide":
      return ["printing", "account"];
    case "clerk":
    case "editor":
    case "supervisor":
      return ["account"];
    default:
      return role satisfies never;
  }
}

/** Reads `#devices/ID`; a section that the role does not have is its first. */
export function readPlace(hash: string, role: Role): Place {
  const [asked, chosen] = hash.replace(/^#/, "").split("/");
  const sections = sectionsOf(role);
  const section = sections.find((each) => each === asked);
  if (section === undefined) return { section: sections[0] ?? "account", chosen: null };
  return { section, chosen: chosen === undefined || chosen === "" ? null : decodedPart(chosen) };
}

export function addressOf({ section, chosen }: Place): string {
  return chosen === null ? `#${section}` : `#${section}/${encodeURIComponent(chosen)}`;
}

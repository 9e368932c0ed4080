/** Where in the console one is: read from the address's part after #, so that back and reload work. */
import type { Role } from "../shared/domain/vocabulary.ts";
import { decodedPart } from "../shared/ui/address.ts";

export type Section =
  "devices" | "content" | "programme" | "screens" | "plays" | "printing" | "users" | "hall" | "account";

export interface Place {
  readonly section: Section;
  /** What is chosen in the section: the id of a device, an item, a screen or a user, or `new`. */
  readonly chosen: string | null;
}

/** What a role finds in the console, first things first. */
export function sectionsOf(role: Role): readonly Section[] {
  switch (role) {
    case "manager":
      return ["devices", "content", "programme", "screens", "plays", "printing", "users", "hall", "account"];
    case "technician":
      return ["devices", "screens", "content", "programme", "plays", "printing", "account"];
    case "editor":
      return ["content", "programme", "plays", "account"];
    case "supervisor":
      return ["content", "programme", "screens", "plays", "account"];
    case "guide":
      return ["printing", "account"];
    case "clerk":
      return ["account"];
    default:
      return role satisfies never;
  }
}

/** Whether a role writes what screens show. */
export function writesItems(role: Role): boolean {
  return role === "editor" || role === "manager";
}

/** Whether a role sets screens, reloads them and lets them show their names. */
export function setsScreens(role: Role): boolean {
  return role === "technician" || role === "manager";
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

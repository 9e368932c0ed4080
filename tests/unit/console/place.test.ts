import { describe, expect, it } from "vitest";
import { addressOf, readPlace, sectionsOf } from "../../../manager-console/place.ts";

describe("where in the console one is", () => {
  it("stands in the address", () => {
    expect(readPlace("#users/01ab", "manager")).toEqual({ section: "users", chosen: "01ab" });
    expect(readPlace("#printing", "manager")).toEqual({ section: "printing", chosen: null });
  });

  it("begins with what the role does first", () => {
    expect(readPlace("", "manager")).toEqual({ section: "devices", chosen: null });
    expect(readPlace("", "guide")).toEqual({ section: "printing", chosen: null });
    expect(readPlace("", "editor")).toEqual({ section: "content", chosen: null });
    expect(readPlace("", "clerk")).toEqual({ section: "account", chosen: null });
  });

  it("never is a section that the role does not have", () => {
    expect(readPlace("#users/01ab", "technician")).toEqual({ section: "devices", chosen: null });
    expect(sectionsOf("technician")).not.toContain("hall");
    expect(sectionsOf("editor")).not.toContain("screens");
    expect(sectionsOf("clerk")).toEqual(["account"]);
  });

  it("can be written and read again", () => {
    const place = { section: "devices", chosen: "a/b #c" } as const;
    expect(readPlace(addressOf(place), "manager")).toEqual(place);
  });

  it("opens the section where the rest of the address cannot be read", () => {
    expect(readPlace("#devices/%E0", "manager")).toEqual({ section: "devices", chosen: null });
  });
});

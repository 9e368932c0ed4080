import { describe, expect, it } from "vitest";
import { rangeOf } from "../../../server/routes/byte-range.ts";

describe("the part of a file that is asked for", () => {
  it.each([
    ["bytes=0-9", { first: 0, last: 9 }],
    ["bytes=90-", { first: 90, last: 99 }],
    ["bytes=-10", { first: 90, last: 99 }],
    ["bytes=-1000", { first: 0, last: 99 }],
    ["bytes=95-200", { first: 95, last: 99 }],
    ["bytes=99-99", { first: 99, last: 99 }],
  ])("is %s", (header, range) => {
    expect(rangeOf(header, 100)).toEqual(range);
  });

  it.each([undefined, "", "bytes=-", "bytes=0-1,5-6", "lines=1-2", "bytes=9-2", "bytes=a-b", "bytes= 0-1"])(
    "is all of it for what may be ignored: %s",
    (header) => {
      expect(rangeOf(header, 100)).toBe("all");
    },
  );

  it.each(["bytes=100-", "bytes=100-200", "bytes=-0", "bytes=999999999999999-"])("is none of it: %s", (header) => {
    expect(rangeOf(header, 100)).toBeNull();
  });
});

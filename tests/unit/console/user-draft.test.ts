import { describe, expect, it } from "vitest";
import { passwordErrors } from "../../../manager-console/password-draft.ts";
import { userBodyOf, userDraftOf, type UserDraft } from "../../../manager-console/user-draft.ts";
import { passwordWords, userWords } from "../../../shared/text/console.ts";
import type { User } from "../../../shared/wire/access.ts";

const draft: UserDraft = {
  user: "limin",
  name: "李敏",
  role: "clerk",
  password: "12345678",
  isAnyCounter: true,
  counters: [],
};
const person: User = { id: "01", user: "limin", name: "李敏", role: "clerk", counters: [1, 3] };

describe("a user being made", () => {
  it("is what the form says, at any counter", () => {
    expect(userBodyOf(draft, null)).toEqual({
      body: { user: "limin", name: "李敏", role: "clerk", password: "12345678", counters: null },
    });
  });

  it("is kept to the counters chosen, in their order", () => {
    const made = userBodyOf({ ...draft, isAnyCounter: false, counters: [10, 2] }, null);
    expect(made).toMatchObject({ body: { counters: [2, 10] } });
  });

  it("has no counters in a role that sits at none", () => {
    const made = userBodyOf({ ...draft, role: "technician", isAnyCounter: false, counters: [2] }, null);
    expect(made).toMatchObject({ body: { counters: null } });
  });

  it("needs a counter where only some will do", () => {
    expect(userBodyOf({ ...draft, isAnyCounter: false }, null)).toEqual({
      errors: { counters: userWords.countersWrong },
    });
  });

  it("hears of everything that is missing at once", () => {
    expect(userBodyOf({ ...draft, user: "", name: " ", password: "1234567" }, null)).toEqual({
      errors: { name: userWords.nameWrong, user: userWords.userWrong, password: userWords.passwordWrong },
    });
  });

  it.each(["李敏", "li.min", "li-min_2", "3号"])("may be called %s", (user) => {
    expect(userBodyOf({ ...draft, user }, null)).toHaveProperty("body.user", user);
  });

  it.each([".li", "li min", "a".repeat(41)])("may not be called %j", (user) => {
    expect(userBodyOf({ ...draft, user }, null)).toEqual({ errors: { user: userWords.userWrong } });
  });
});

describe("a user being changed", () => {
  it("sends only what differs", () => {
    const unchanged = userDraftOf(person);
    expect(userBodyOf(unchanged, person)).toEqual({ body: {} });
    expect(userBodyOf({ ...unchanged, role: "guide" }, person)).toEqual({ body: { role: "guide" } });
    expect(userBodyOf({ ...unchanged, counters: [3, 1] }, person)).toEqual({ body: {} });
    expect(userBodyOf({ ...unchanged, isAnyCounter: true }, person)).toEqual({ body: { counters: null } });
  });

  it("keeps the password unless a new one is given, and then a long enough one", () => {
    const unchanged = userDraftOf(person);
    expect(userBodyOf({ ...unchanged, password: "short" }, person)).toEqual({
      errors: { password: userWords.passwordWrong },
    });
    expect(userBodyOf({ ...unchanged, password: "long enough" }, person)).toEqual({
      body: { password: "long enough" },
    });
  });
});

describe("one's own password", () => {
  it("is asked for, long enough, and typed twice alike", () => {
    expect(passwordErrors({ old: "", new: "1234567", again: "7654321" })).toEqual({
      old: passwordWords.oldNeeded,
      new: userWords.passwordWrong,
      again: passwordWords.notSame,
    });
    expect(passwordErrors({ old: "x", new: "12345678", again: "12345678" })).toEqual({});
  });
});

import { afterAll, beforeAll, describe, expect, it, vi } from "vitest";
import { panelKey, type KeyPress } from "../../../counter-panel/view/keys.ts";

/** As much of the page's elements as is looked at. */
class FakeElement extends EventTarget {
  readonly type: string = "text";
  constructor(private readonly selector = "") {
    super();
  }
  matches(selector: string): boolean {
    return selector === this.selector;
  }
}
class FakeButton extends FakeElement {}
class FakeInput extends FakeElement {}
class Never extends FakeElement {}

beforeAll(() => {
  vi.stubGlobal("Element", FakeElement);
  vi.stubGlobal("HTMLButtonElement", FakeButton);
  vi.stubGlobal("HTMLInputElement", FakeInput);
  for (const name of ["HTMLDialogElement", "HTMLTextAreaElement", "HTMLSelectElement", "HTMLAnchorElement"])
    vi.stubGlobal(name, class extends Never {});
});

afterAll(() => {
  vi.unstubAllGlobals();
});

function press(key: string, more: Partial<KeyPress> & { path?: readonly EventTarget[] } = {}) {
  const { path = [new FakeElement()], ...rest } = more;
  return panelKey({
    key,
    code: "",
    repeat: false,
    shiftKey: false,
    ctrlKey: false,
    altKey: false,
    metaKey: false,
    isComposing: false,
    defaultPrevented: false,
    composedPath: () => [...path],
    ...rest,
  });
}

describe("a shortcut", () => {
  it("is none while a menu is open, but for help and leaving", () => {
    const path = [new FakeButton(), new FakeElement("ld-menu[open]")];
    expect(press("m", { path, code: "KeyM" })).toBeNull();
    expect(press(" ", { path: path.slice(1), code: "Space" })).toBeNull();
    expect([press("F12", { path }), press("Escape", { path })]).toEqual(["F12", "Escape"]);
    expect(press("m", { path: [new FakeButton(), new FakeElement("ld-menu")], code: "KeyM" })).toBe("M");
  });

  it.each([
    ["Process", "Space", "Space"],
    ["\u3000", "Space", "Space"],
    ["Process", "KeyR", "R"],
    ["\uff52", "KeyR", "R"],
    ["Process", "Digit1", "1"],
    ["\uff1f", "Slash", "?"],
    ["Process", "Comma", null],
  ])("is heard through a Chinese input method: %j on %s", (key, code, meant) => {
    expect(press(key, { code })).toBe(meant);
  });

  it("is no outcome where shift, or a number block that moves the caret, makes something else of the digit", () => {
    expect(press("!", { code: "Digit1", shiftKey: true })).toBeNull();
    expect(press("Process", { code: "Digit1", shiftKey: true })).toBeNull();
    expect(press("End", { code: "Numpad1" })).toBeNull();
    expect(press("1", { code: "Numpad1" })).toBe("1");
  });

  it("is none where somebody types, nor the bar on a button, which the browser presses itself", () => {
    expect(press("m", { path: [new FakeInput()] })).toBeNull();
    expect(press(" ", { path: [new FakeButton()], code: "Space" })).toBeNull();
    expect(press(" ", { code: "Space" })).toBe("Space");
  });
});

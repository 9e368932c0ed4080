import { describe, expect, it } from "vitest";
import {
  toggleBold,
  toggleHeading,
  toggleList,
  type Selected,
} from "../../../manager-console/content/markdown-tools.ts";

/** A text in which `[` and `]` stand around what is selected. */
function selected(marked: string): Selected {
  const start = marked.indexOf("[");
  const end = marked.indexOf("]") - 1;
  return { text: marked.replace("[", "").replace("]", ""), start, end };
}

function marked({ text, start, end }: Selected): string {
  return `${text.slice(0, start)}[${text.slice(start, end)}]${text.slice(end)}`;
}

describe("bold", () => {
  it("is set around what is selected, and taken away again", () => {
    expect(marked(toggleBold(selected("周三[停电]一天")))).toBe("周三**[停电]**一天");
    expect(marked(toggleBold(selected("周三**[停电]**一天")))).toBe("周三[停电]一天");
  });

  it("leaves blanks outside, beside which it would be none", () => {
    expect(marked(toggleBold(selected("no[ power ]today")))).toBe("no **[power]** today");
  });

  it("waits for what is typed where nothing is selected", () => {
    expect(marked(toggleBold(selected("周三[]")))).toBe("周三**[]**");
  });
});

describe("headings and lists", () => {
  it("take the whole line", () => {
    expect(marked(toggleHeading(selected("一\n停[]电\n二")))).toBe("一\n## 停[]电\n二");
    expect(marked(toggleHeading(selected("一\n## 停[]电\n二")))).toBe("一\n停[]电\n二");
  });

  it("take every selected line, but no empty one", () => {
    expect(toggleList(selected("[一\n\n二]")).text).toBe("- 一\n\n- 二");
    expect(toggleList(selected("[- 一\n\n- 二]")).text).toBe("一\n\n二");
  });

  it("take each other's place", () => {
    expect(toggleList(selected("## 停[]电")).text).toBe("- 停电");
  });

  it("begin an empty line", () => {
    expect(marked(toggleList(selected("[]")))).toBe("- []");
  });
});

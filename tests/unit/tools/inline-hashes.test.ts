import { createHash } from "node:crypto";
import { describe, expect, it } from "vitest";
import { inlineHashes } from "../../../tools/inline-hashes.ts";

const source = (text: string) => `'sha256-${createHash("sha256").update(text).digest("base64")}'`;

describe("the hashes a page's security policy needs", () => {
  it("names each inline script and style once, exactly as written between its tags", () => {
    const page = "<style>a { color: red }</style><script>\n  go();\n</script>";
    expect(inlineHashes([page, page])).toEqual({
      scripts: [source("\n  go();\n")],
      styles: [source("a { color: red }")],
    });
  });

  it("leaves out scripts that are files", () => {
    expect(inlineHashes(['<script type="module" crossorigin src="/assets/a.js"></script>'])).toEqual({
      scripts: [],
      styles: [],
    });
  });

  it("does not take a data-src for a file", () => {
    expect(inlineHashes(['<script data-src="/a.js">go()</script>']).scripts).toEqual([source("go()")]);
  });
});

import iconv from "iconv-lite";
import { describe, expect, it } from "vitest";
import { readFeed } from "../../../server/signage/feeds/read-feed.ts";

const bytes = (text: string) => new TextEncoder().encode(text);
const rss = (items: string, head = '<?xml version="1.0"?>'): string =>
  `${head}<rss version="2.0"><channel><title>T</title>${items}</channel></rss>`;
const read = (text: string, type: string | null = null) => readFeed(bytes(text), type);

describe("reading a feed", () => {
  it("takes RSS, Atom, RDF and JSON alike", async () => {
    const at = "2026-11-25T01:00:00.000Z";
    const entry = { title: "通知", text: "周五停办", at };
    expect(
      await read(
        rss(
          "<item><title>通知</title><description>周五停办</description><pubDate>Wed, 25 Nov 2026 01:00:00 GMT</pubDate></item>",
        ),
      ),
    ).toEqual([entry]);
    expect(
      await read(
        `<feed xmlns="http://www.w3.org/2005/Atom"><entry><title>通知</title><content>周五停办</content><updated>${at}</updated></entry></feed>`,
      ),
    ).toEqual([entry]);
    expect(
      await read(
        `<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns="http://purl.org/rss/1.0/" xmlns:dc="http://purl.org/dc/elements/1.1/"><item><title>通知</title><description>周五停办</description><dc:date>${at}</dc:date></item></rdf:RDF>`,
      ),
    ).toEqual([entry]);
    const item = { id: "1", title: "通知", content_html: "<p>周五停办</p>", date_published: at };
    expect(
      await read(JSON.stringify({ version: "https://jsonfeed.org/version/1.1", title: "T", items: [item] })),
    ).toEqual([entry]);
  });

  it.each([
    { how: "as the server says", type: "text/xml; charset=GB18030", says: "", encoding: "gb18030" },
    { how: "as it says itself", type: null, says: ' encoding="GBK"', encoding: "gbk" },
    { how: "Big5", type: null, says: ' encoding="big5"', encoding: "big5" },
    { how: "in 16 bits", type: null, says: "", encoding: "utf16" },
    { how: "of an unknown name", type: "text/xml; charset=klingon", says: "", encoding: "utf8" },
  ])("reads other encodings: $how", async ({ type, says, encoding }) => {
    const text = rss("<item><title>辦理須知</title></item>", `<?xml version="1.0"${says}?>`);
    expect(await readFeed(new Uint8Array(iconv.encode(text, encoding)), type)).toMatchObject([{ title: "辦理須知" }]);
  });

  it("keeps plain text alone: no tag, no script, nothing unseen", async () => {
    const [entry] =
      (await read(
        rss(
          "<item><title>&lt;b onclick=x()&gt;停电\u202E &amp;amp; 停水&lt;/b&gt; 1 &amp;lt; 2</title><description><![CDATA[<p>一<script>alert(1)</script></p><p>二<img src=x onerror=alert(1)><style>p{}</style></p>]]></description></item>",
        ),
      )) ?? [];
    expect(entry).toEqual({ title: "停电 & 停水 1 < 2", text: "一 二", at: null });
  });

  it("keeps the newest twenty, the newest first", async () => {
    const items = Array.from(
      { length: 30 },
      (_, index) =>
        `<item><title>${String(index)}</title><pubDate>${new Date(Date.UTC(2026, 0, index + 1)).toUTCString()}</pubDate></item>`,
    );
    const entries = (await read(rss(items.join("")))) ?? [];
    expect(entries.map(({ title }) => title)).toEqual(Array.from({ length: 20 }, (_, index) => String(29 - index)));
  });

  it("cuts what is long, and no character in two", async () => {
    const family = "👨‍👩‍👧‍👦";
    const [entry] =
      (await read(
        rss(`<item><title>${"長".repeat(98)}𠮷𠮷𠮷</title><description>${family.repeat(400)}</description></item>`),
      )) ?? [];
    expect(entry?.title).toBe(`${"長".repeat(98)}𠮷…`);
    expect(entry?.text.endsWith("…")).toBe(true);
    // Half a character cannot be written in an address.
    expect(() => encodeURIComponent(entry?.text ?? "")).not.toThrow();
  });

  it("is not held up by what defines itself over and over", async () => {
    const laughs = Array.from(
      { length: 9 },
      (_, index) => `<!ENTITY l${String(index + 1)} "${`&l${String(index)};`.repeat(10)}">`,
    );
    const bomb = `<?xml version="1.0"?><!DOCTYPE r [<!ENTITY l0 "ha">${laughs.join("")}]>${rss("<item><title>&l9;</title></item>", "")}`;
    expect(await read(bomb)).toBeNull();
    expect(
      await read(`<!DOCTYPE r [<!ENTITY x SYSTEM "file:///etc/passwd">]>${rss("<item><title>&x;</title></item>", "")}`),
    ).toBeNull();
  });

  it.each([
    "<!doctype html><html><body><p>Not found</p></body></html>",
    "",
    "{}",
    "[]",
    '{"version":"https://jsonfeed.org/version/1.1"',
    "<".repeat(200_000),
    `<rss>${"<a>".repeat(50_000)}`,
    "\u0000\u0001\u0002",
  ])("says of what is none that it is none: %#", async (text) => {
    const entries = await read(text);
    expect(entries ?? []).toEqual([]);
  });
});

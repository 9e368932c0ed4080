import fc from "fast-check";
import { beforeAll, describe, expect, it } from "vitest";
import { loadMarkdown, type Clean } from "../../../server/signage/markdown.ts";

let clean: Clean;
beforeAll(async () => {
  clean = await loadMarkdown();
});

const tags = "h[1-6]|p|br|hr|blockquote|ul|ol|li|strong|em|s|code|pre|table|thead|tbody|tr|th|td";
const harmlessTag = new RegExp(`</?(?:${tags})>|<(?:br|hr) />|<ol start="\\d+">`, "g");
/** What browsers read as text whatever stands in it. */
const isHarmless = (html: string): boolean => !/[<>]/.test(html.replace(harmlessTag, ""));

describe("a notice's Markdown", () => {
  it.each([
    ["# 通知\n\n请带**身份证**、*户口本*", "<h1>通知</h1>\n<p>请带<strong>身份证</strong>、<em>户口本</em></p>"],
    ["第一行\n第二行", "<p>第一行<br />\n第二行</p>"],
    ["3. 三\n4. 四", '<ol start="3">\n<li>三</li>\n<li>四</li>\n</ol>'],
    ["~~旧~~", "<p><s>旧</s></p>"],
    [
      "|窗口|办什么|\n|:-:|--:|\n|1|社保|",
      "<table>\n<thead>\n<tr>\n<th>窗口</th>\n<th>办什么</th>\n</tr>\n</thead>\n<tbody>\n<tr>\n<td>1</td>\n<td>社保</td>\n</tr>\n</tbody>\n</table>",
    ],
    ["```js\nalert(1)\n```", "<pre><code>alert(1)\n</code></pre>"],
    ["", ""],
  ])("becomes plain lines, lists and tables: %j", (source, html) => {
    expect(clean(source)).toBe(html);
  });

  it.each([
    ['[官网](https://x.example "t")', "<p>官网</p>"],
    ["<https://x.example>", "<p>https://x.example</p>"],
    ["https://x.example", "<p>https://x.example</p>"],
    ["![地图](https://x.example/a.png)", "<p>地图</p>"],
    ["[![图](a.png)](b)", "<p>图</p>"],
    ["[x][1]\n\n[1]: javascript:alert(1)", "<p>[x][1]</p>\n<p>[1]: javascript:alert(1)</p>"],
  ])("leads nowhere and fetches nothing: %j", (source, html) => {
    expect(clean(source)).toBe(html);
  });

  const attacks = [
    "<script>alert(1)</script>",
    "<img src=x onerror=alert(1)>",
    "<svg/onload=alert(1)>",
    "<svg><script>alert(1)</script></svg>",
    "<iframe srcdoc='<script>alert(1)</script>'></iframe>",
    "<math><mtext></form><form><mglyph><style></math><img src onerror=alert(1)>",
    '<noscript><p title="</noscript><img src=x onerror=alert(1)>">',
    "<style>@import 'https://x.example/a.css';</style>",
    '<p style="background:url(https://x.example)">x</p>',
    '<a href="javascript:alert(1)">x</a>',
    "[x](javascript:alert(1))",
    "[x](JaVaScRiPt:alert(1))",
    "[x](&#106;avascript:alert(1))",
    "[x](java\tscript:alert(1))",
    "[x](data:text/html;base64,PHNjcmlwdD4=)",
    "[x](vbscript:msgbox(1))",
    "![x](javascript:alert(1))",
    '![x" onerror="alert(1)](a.png)',
    "![<img src=x onerror=alert(1)>](a.png)",
    "[x](<javascript:alert(1)>)",
    "<javascript:alert(1)>",
    "<data:text/html,<script>alert(1)</script>>",
    '``` "><script>alert(1)</script>\nx\n```',
    "~~~<img/src/onerror=alert(1)>\nx\n~~~",
    "<!--><img src=x onerror=alert(1)>-->",
    "<![CDATA[<script>alert(1)</script>]]>",
    "<?xml version=\"1.0\"?><x:script xmlns:x='http://www.w3.org/1999/xhtml'>alert(1)</x:script>",
    "&lt;script&gt;alert(1)&lt;/script&gt;",
    "&#60;img src=x onerror=alert(1)&#62;",
    "<b id=location>x</b><form name=body>",
    "<base href=https://x.example>",
    "<meta http-equiv=refresh content='0;url=https://x.example'>",
    "<link rel=stylesheet href=https://x.example>",
    "<object data=x></object><embed src=x>",
    "<video src=x onerror=alert(1)></video>",
    "<table background=javascript:alert(1)><td>x",
    "| a |\n|---|\n| <img src=x onerror=alert(1)> |",
    "<x contenteditable onfocus=alert(1) tabindex=1 autofocus>",
    "\u0000<scr\u0000ipt>alert(1)</script>",
    '<ol start="1" onclick=alert(1)><li>x',
    "<a\u2028href=javascript:alert(1)>x</a>",
    "\uFF1Cscript\uFF1Ealert(1)\uFF1C/script\uFF1E",
  ];

  it.each(attacks)("does nothing to a wall: %j", (attack) => {
    for (const source of [attack, `> ${attack}`, `- ${attack}`, `**${attack}**`, `# ${attack}`, `\\${attack}`]) {
      expect(clean(source)).toSatisfy(isHarmless);
    }
  });

  it("does nothing to a wall, however it is put together", () => {
    const parts = fc.oneof(
      fc.constantFrom(...attacks),
      fc.constantFrom(
        "<",
        ">",
        '"',
        "'",
        "&",
        "`",
        "\n",
        "\n\n",
        "    ",
        "](",
        ")",
        "![",
        "[",
        "|",
        "\\",
        "&#x3c;",
        "-->",
        "<!--",
      ),
      fc.string({ unit: "binary" }),
    );
    fc.assert(
      fc.property(fc.array(parts, { maxLength: 12 }), (pieces) => {
        expect(clean(pieces.join(""))).toSatisfy(isHarmless);
      }),
      { seed: 4, numRuns: 2000 },
    );
  });

  it("is read in no time, however it is meant", { timeout: 5_000 }, () => {
    const most = 6000;
    const fill = (piece: string): string => piece.repeat(Math.ceil(most / piece.length)).slice(0, most);
    for (const piece of [
      ">",
      "- ",
      "[",
      "![",
      "*_",
      "`",
      "| ",
      "|-",
      "<",
      "&#",
      "[a](",
      "**a ",
      "1. ",
      "~~",
      "\\",
      "a\n",
    ]) {
      expect(clean(fill(piece))).toSatisfy(isHarmless);
    }
  });
});

/**
 * The hub's cleaned HTML as the page's own elements: only words and the shapes that they may have come through, whatever
 * else stands in it. Read by a document of its own, in which nothing runs and nothing is loaded.
 */
import { html, type TemplateResult } from "lit";

type View = TemplateResult | string;

export function htmlView(source: string): readonly View[] {
  return insideOf(new DOMParser().parseFromString(source, "text/html").body);
}

function insideOf(node: Node): readonly View[] {
  return [...node.childNodes].flatMap((child): readonly View[] => {
    if (child instanceof Text) return [child.data];
    return child instanceof Element ? [around(child.localName, insideOf(child))] : [];
  });
}

/** The preview's own headings begin lower, or they would be headings of the console. */
function around(tag: string, inside: readonly View[]): View {
  switch (tag) {
    case "h1":
    case "h2":
      return html`<h4 class="big">${inside}</h4>`;
    case "h3":
    case "h4":
    case "h5":
    case "h6":
      return html`<h4>${inside}</h4>`;
    case "p":
      return html`<p>${inside}</p>`;
    case "br":
      return html`<br />`;
    case "hr":
      return html`<hr />`;
    case "ul":
      return html`<ul>
        ${inside}
      </ul>`;
    case "ol":
      return html`<ol>
        ${inside}
      </ol>`;
    case "li":
      return html`<li>${inside}</li>`;
    case "strong":
      return html`<strong>${inside}</strong>`;
    case "em":
      return html`<em>${inside}</em>`;
    case "s":
      return html`<s>${inside}</s>`;
    case "code":
      return html`<code>${inside}</code>`;
    case "pre":
      return html`<pre>${inside}</pre>`;
    case "blockquote":
      return html`<blockquote>${inside}</blockquote>`;
    case "table":
      return html`<table>
        ${inside}
      </table>`;
    case "thead":
      return html`<thead>
        ${inside}
      </thead>`;
    case "tbody":
      return html`<tbody>
        ${inside}
      </tbody>`;
    case "tr":
      return html`<tr>
        ${inside}
      </tr>`;
    case "th":
      return html`<th>${inside}</th>`;
    case "td":
      return html`<td>${inside}</td>`;
    default:
      return html`${inside}`;
  }
}

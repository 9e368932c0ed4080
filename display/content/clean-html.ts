/**
 * A notice's HTML, cleaned once more where it is shown, whatever the hub has made of it. What it may hold is words in
 * their order: no addresses, no pictures, no attributes but those that shape a table or count a list.
 */
import DOMPurify from "dompurify";

const tags = [
  ...["p", "br", "hr", "h1", "h2", "h3", "h4", "h5", "h6", "blockquote", "pre", "code"],
  ...["ul", "ol", "li", "strong", "b", "em", "i", "s", "del", "u", "sub", "sup"],
  ...["table", "thead", "tbody", "tr", "th", "td"],
];
const attributes = ["colspan", "rowspan", "start"];

export function cleanHtml(html: string): DocumentFragment {
  return DOMPurify.sanitize(html, {
    ALLOWED_TAGS: tags,
    ALLOWED_ATTR: attributes,
    ALLOW_DATA_ATTR: false,
    ALLOW_ARIA_ATTR: false,
    RETURN_DOM_FRAGMENT: true,
  });
}

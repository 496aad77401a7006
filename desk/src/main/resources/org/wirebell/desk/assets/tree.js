// Builds elements from the server's trees: a text is a string, an element is [tag, {attributes}, child…].
// Texts become text nodes and nothing else; tags and attributes outside these lists are left out.
const SVG = "http://www.w3.org/2000/svg";
const TAGS = new Set(
  ("a article aside button code dd details div dl dt em figcaption figure footer h1 h2 h3 header i kbd li mark ol p pre q s " +
    "section span strong summary table tbody td th thead time tr ul svg path line text title g").split(" "),
);
const ATTRIBUTES = new Set(
  ("class id dir lang href rel target title datetime tabindex role scope open hidden viewBox d x y x1 x2 y1 y2 " +
    "transform aria-hidden aria-label aria-labelledby aria-keyshortcuts type data-key data-only data-sort data-rank " +
    "data-name data-ago data-clock data-due data-alert data-revision data-rule data-desk data-series data-place " +
    "data-verb").split(" "),
);
const SAFE = /^(https?:\/\/|\/(?!\/)|#)/i;

export function build(tree, inSvg = false) {
  if (typeof tree === "string") return document.createTextNode(tree);
  const [tag, attributes, ...children] = tree;
  if (!TAGS.has(tag)) return document.createTextNode("");
  const svg = inSvg || tag === "svg";
  const element = svg ? document.createElementNS(SVG, tag) : document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) {
    if (ATTRIBUTES.has(name) && (name !== "href" || SAFE.test(value))) {
      element.setAttribute(name, value === name ? "" : value);
    }
  }
  element.append(...children.map((child) => build(child, svg)));
  return element;
}

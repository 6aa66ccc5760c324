const told = globalThis.document?.querySelector<HTMLMetaElement>('meta[name="baton-base"]')?.content ?? '';

/** The path under which a proxy shows Baton, such as '/baton'; '' at the root of its address. The server writes it into the page. */
export const BASE = /^(\/[\w.~-]+)+$/.test(told) ? told : '';

/** 'Our HubSpot (EU)' as an id: 'our-hubspot-eu'; null when nothing of it is left. */
export const slug = (name: string): string | null =>
  name
    .normalize('NFKD')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-+|-+$/g, '') || null;

import type { VendorDocument } from './vendor-document.js';

const OBJECTS = ['company', 'contact', 'deal', 'feedback', 'pipeline', 'property', 'ticket'];

export const hubspotDocument: VendorDocument = {
  kind: 'hubspot',
  files: OBJECTS.map((name) => ({ file: `hubspot-v3-ballerina/hubspot-crm-${name}.v3.json` })),
  /** Dated since 2026: the shapes have stayed, the version has moved behind the word. */
  documentedPath: (path) => path.replace(/^\/crm\/(objects|pipelines|properties)\/\d{4}-\d\d\//, '/crm/v3/$1/'),
  known: [
    {
      reason: 'a property that is not set is null (recordings)',
      matches: ({ what, at, error }) => what === 'answer' && /\/properties\/\w+$/.test(at) && error?.data === null,
    },
    {
      reason: 'the category of a batch error is a word (recordings)',
      matches: ({ what, at }) => what === 'answer' && /^\/errors\/\d+\/category$/.test(at),
    },
    {
      reason: 'a search may leave out what it does not need (recordings: a search without after and sorts was answered)',
      matches: ({ what, path, error }) => what === 'request body' && path.endsWith('/search') && error?.keyword === 'required',
    },
    {
      reason: "a sort names its property and direction (HubSpot's guide to search since 2020; the document has the older text form)",
      matches: ({ what, at }) => what === 'request body' && /^\/sorts\/\d+$/.test(at),
    },
    {
      reason: "history can be asked for in a list and in a batch (HubSpot's guide to objects; newer than the document)",
      matches: ({ what, at }) => what !== 'answer' && at.includes('propertiesWithHistory'),
    },
    {
      reason: 'owners, associations and the objects of other scopes are in no document we have',
      matches: ({ what, path }) =>
        what === 'unknown path' &&
        /^\/(crm\/(owners|associations|v4|objects\/\d|v3\/objects\/(tasks|meetings|line_items|notes|calls|emails))|account-info|oauth)/.test(
          path,
        ),
    },
  ],
};

import type { CSSProperties } from 'react';

const FONT = '-apple-system, "Segoe UI", Roboto, Helvetica, Arial, sans-serif';
const base: CSSProperties = { fontFamily: FONT, margin: 0, wordBreak: 'break-word' };

/** Inline, because mail clients drop style sheets; light colours, with at least 4.5:1 of contrast. */
export const styles = {
  page: { backgroundColor: '#f2f4f7', margin: 0, padding: '16px 8px' },
  sheet: { backgroundColor: '#ffffff', maxWidth: 600, width: '100%', padding: '20px 16px', borderRadius: 8 },
  title: { ...base, fontSize: 20, lineHeight: '28px', color: '#1a2330' },
  heading: { ...base, fontSize: 17, lineHeight: '24px', color: '#1a2330' },
  label: { ...base, fontSize: 14, lineHeight: '20px', color: '#4a5568' },
  value: { ...base, fontSize: 26, lineHeight: '34px', fontWeight: 600, color: '#1a2330' },
  account: { ...base, fontSize: 16, lineHeight: '24px', fontWeight: 600, color: '#1a2330' },
  text: { ...base, fontSize: 15, lineHeight: '22px', color: '#1a2330' },
  small: { ...base, fontSize: 13, lineHeight: '20px', color: '#4a5568' },
  notice: { ...base, fontSize: 15, lineHeight: '22px', color: '#5c3b00', backgroundColor: '#fff3d6', padding: '8px 12px', marginTop: 12 },
  block: { marginTop: 20 },
  kpi: { marginTop: 16, paddingTop: 12, borderTop: '1px solid #d5dbe3' },
  line: { borderColor: '#d5dbe3', margin: '20px 0 12px' },
  link: { fontFamily: FONT, fontSize: 15, lineHeight: '24px', color: '#0b57d0' },
} satisfies Record<string, CSSProperties>;

/** For clients that keep it: dark colours where the reader wants them, and less air on a phone. */
export const DARK_AND_NARROW = `
:root { color-scheme: light dark; supported-color-schemes: light dark; }
@media (prefers-color-scheme: dark) {
  .page { background-color: #10151c !important; }
  .sheet { background-color: #1b222c !important; }
  .ink { color: #eef2f6 !important; }
  .quiet { color: #b3bfcc !important; }
  .notice { color: #ffe2a8 !important; background-color: #453409 !important; }
  .link { color: #8ab8ff !important; }
  .kpi, .line { border-color: #3a4656 !important; }
}
@media (max-width: 400px) { .page { padding: 0 !important; } .sheet { border-radius: 0 !important; } }
`;

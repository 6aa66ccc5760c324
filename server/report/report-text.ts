import type { ReportContent } from './content.js';

/** The plain-text part: complete, so that nobody needs the other one. */
export function reportText(content: ReportContent): string {
  return [
    [content.title, content.dataAsOf, content.period, content.counted],
    content.notices.map((notice) => `! ${notice}`),
    ...content.kpis.map(({ name, value, rest, change }) => [name, `  ${value} ${rest}`, `  ${change}`]),
    ['What moved', ...content.moved.map((words) => `- ${words}`)],
    [content.riskHeading, content.riskRule],
    ...content.risks.map(({ account, reason, amount, people, link }) => [`- ${account}: ${reason}`, `  ${amount}; ${people}`, `  ${link}`]),
    ['The same numbers in Baton:', content.link, 'All accounts at risk:', content.riskLink],
    [content.definitions],
    ['-- ', content.reason],
  ]
    .filter((block) => block.length > 0)
    .map((block) => block.join('\n'))
    .join('\n\n')
    .concat('\n');
}

import { SurveyResponse } from '../../../warehouse/index.js';
import type { Rows } from '../../source.js';
import type { TableOf } from '../mapped-table.js';
import type { Row } from '../row.js';

type Survey = TableOf<'surveys'>;
type Scale = Survey['scale'];

/** Least and greatest answer of a scale, and the least that counts as satisfied. */
const SCALES: Record<Exclude<Scale, 'good-bad'>, { least: number; most: number; satisfied: number }> = {
  '1-5': { least: 1, most: 5, satisfied: 4 },
  '1-10': { least: 1, most: 10, satisfied: 9 },
  '0-10': { least: 0, most: 10, satisfied: 9 },
};

export function surveys(row: Row, { columns, kind, scale }: Survey, key: string): Rows[] {
  const answer = scale === 'good-bad' ? thumb(row, columns.score) : score(row, columns.score, scale);
  const answeredAt = row.moment(columns.answeredAt);
  if (columns.answeredAt && !answeredAt && row.text(columns.score) !== null)
    throw new Error(`${columns.answeredAt} is empty, but there is an answer`);
  const response = {
    externalId: key,
    accountExternalId: row.text(columns.account),
    dealExternalId: row.text(columns.deal),
    ticketExternalId: row.text(columns.ticket),
    personExternalId: row.text(columns.person),
    kind,
    scale,
    score: answer.score,
    // NPS and effort are not satisfaction.
    satisfied: kind === 'csat' ? answer.satisfied : null,
    repeatedInformation: row.flag(columns.repeatedInformation),
    askedAt: row.moment(columns.askedAt),
    answeredAt,
    comment: row.text(columns.comment),
  };
  return [{ table: SurveyResponse, rows: [response] }];
}

interface Answer {
  score: string | null;
  satisfied: boolean | null;
}

function thumb(row: Row, column: string): Answer {
  const word = row.text(column)?.toLowerCase() ?? null;
  if (word === null) return { score: null, satisfied: null };
  if (word !== 'good' && word !== 'bad') throw new Error(`${column} '${word}' is neither good nor bad`);
  return { score: word === 'good' ? '1' : '0', satisfied: word === 'good' };
}

function score(row: Row, column: string, scale: keyof typeof SCALES): Answer {
  const said = row.decimal(column);
  if (said === null) return { score: null, satisfied: null };
  const { least, most, satisfied } = SCALES[scale];
  if (Number(said) < least || Number(said) > most) throw new Error(`${column} '${said}' is not on the scale ${scale}`);
  return { score: said, satisfied: Number(said) >= satisfied };
}

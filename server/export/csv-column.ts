import * as arrow from 'apache-arrow';
import { remembered } from '../kpi/remembered.js';
import { textCell } from './csv-cell.js';

/** The cells of one column of a batch; null is an empty one. Numbers, moments and flags are ours and are written as they are. */
export function cellsOf(data: arrow.Data): string[] {
  const write = writerOf(data);
  return Array.from({ length: data.length }, (_, i) => (data.nullable && !data.getValid(i) ? '' : write(i)));
}

function writerOf(data: arrow.Data): (i: number) => string {
  const { type, values, children, valueOffsets } = data;
  if (arrow.DataType.isTimestamp(type)) return (i) => isoOf(Number(values[i]) / 1000);
  if (arrow.DataType.isDictionary(type)) {
    const texts = data.dictionary ? dictionaryCells(data.dictionary) : [];
    return (i) => texts[values[i]] ?? '';
  }
  if (arrow.DataType.isList(type)) {
    const [child] = children;
    const inner = child ? cellsOf(child) : [];
    return (i) => inner.slice(valueOffsets[i], valueOffsets[i + 1]).join(';');
  }
  const vector = new arrow.Vector([data]);
  const plain = arrow.DataType.isFloat(type) || arrow.DataType.isBool(type);
  return (i) => (plain ? String(vector.get(i)) : textCell(String(vector.get(i))));
}

/** A dictionary comes with every batch and is always the same. */
const dictionaryCells = remembered((dictionary: arrow.Vector) => Array.from(dictionary, (value) => textCell(String(value))));

const DAY = 86_400;

/** Days are written out once: moments are many, days few. */
const DAYS = new Map<number, string>();
const MOST_DAYS = 50_000;

/** '2026-03-01T09:00:00Z', of whole seconds since 1970. */
function isoOf(seconds: number): string {
  const day = Math.floor(seconds / DAY);
  const written = DAYS.get(day) ?? new Date(day * DAY * 1000).toISOString().slice(0, -13);
  if (DAYS.size >= MOST_DAYS) DAYS.clear();
  DAYS.set(day, written);
  const rest = seconds - day * DAY;
  return `${written}${two(Math.floor(rest / 3600))}:${two(Math.floor((rest % 3600) / 60))}:${two(rest % 60)}Z`;
}

const two = (number: number): string => (number < 10 ? `0${number}` : String(number));

import * as arrow from 'apache-arrow';
import { type Columns, type Dictionary, MOMENT_LISTS, MOMENTS, NEVER, type Ragged } from './column.js';

/** What a moment counts from. */
const CLOCK = new Map([['unit', 'seconds since 2000-01-01T00:00:00Z']]);

/** The columns as an Arrow table over the same memory; only the bitmaps that say what is null are new. */
export function arrowTable(columns: Columns): arrow.Table {
  const { moment, list, satisfied, scoreTenths, arr, id, dimension } = columns;
  const fields: [arrow.Field, arrow.Data][] = [
    field('id', text(id)),
    ...MOMENTS.map((name) => field(name, numbers(new arrow.Int32(), moment[name], NEVER), CLOCK)),
    ...MOMENT_LISTS.map((name) => field(name, lists(list[name]), CLOCK)),
    field('survey_satisfied', numbers(new arrow.Int8(), satisfied, -1)),
    field('survey_score_tenths', numbers(new arrow.Uint8(), scoreTenths, 0)),
    field('arr', numbers(new arrow.Float64(), arr, -1)),
    ...[...dimension].map(([name, dictionary]) => field(name, coded(dictionary))),
  ];
  const schema = new arrow.Schema(fields.map(([one]) => one));
  const children = fields.map(([, data]) => data);
  const batch = arrow.makeData({ type: new arrow.Struct(schema.fields), length: columns.count, nullCount: 0, children });
  return new arrow.Table(schema, new arrow.RecordBatch(schema, batch));
}

const field = (name: string, data: arrow.Data, metadata?: Map<string, string>): [arrow.Field, arrow.Data] => [
  new arrow.Field(name, data.type, true, metadata),
  data,
];

/** One bit for each value that is not `absent`. */
function present(values: ArrayLike<number>, absent: number): { nullBitmap: Uint8Array; nullCount: number } {
  const nullBitmap = new Uint8Array(Math.ceil(values.length / 8));
  let nullCount = 0;
  for (let i = 0; i < values.length; i++) {
    if (values[i] === absent) nullCount++;
    else nullBitmap[i >> 3] = (nullBitmap[i >> 3] ?? 0) | (1 << (i & 7));
  }
  return { nullBitmap, nullCount };
}

function numbers<Type extends arrow.Int32 | arrow.Int8 | arrow.Uint8 | arrow.Float64>(
  type: Type,
  data: Type['TArray'],
  absent: number,
): arrow.Data {
  return arrow.makeData({ type, length: data.length, data, ...present(data, absent) } as Parameters<typeof arrow.makeData>[0]);
}

function text({ offsets, values }: Ragged<Uint8Array>): arrow.Data {
  return arrow.makeData({ type: new arrow.Utf8(), length: offsets.length - 1, nullCount: 0, valueOffsets: offsets, data: values });
}

function lists({ offsets, values }: Ragged): arrow.Data {
  const child = arrow.makeData({ type: new arrow.Int32(), length: values.length, nullCount: 0, data: values });
  const type = new arrow.List(new arrow.Field('at', new arrow.Int32(), false));
  return arrow.makeData({ type, length: offsets.length - 1, nullCount: 0, valueOffsets: offsets, child });
}

function coded({ values, codes }: Dictionary): arrow.Data {
  const dictionary = arrow.vectorFromArray([...values], new arrow.Utf8());
  const index = codes instanceof Uint8Array ? new arrow.Uint8() : codes instanceof Uint16Array ? new arrow.Uint16() : new arrow.Uint32();
  const type = new arrow.Dictionary(new arrow.Utf8(), index);
  return arrow.makeData({ type, length: codes.length, data: codes, dictionary, ...present(codes, 0) });
}

import { isUtf8 } from 'node:buffer';
import { BadRequestException, UnsupportedMediaTypeException } from '@nestjs/common';
import { json, type Request, type RequestHandler } from 'express';
import { type JsonBounds, jsonMistake } from './json-shape.js';

export const JSON_BOUNDS: JsonBounds = { depth: 40, parts: 20_000 };

/** Bytes of a body by where it goes; the first that fits. Mappings and definitions are long, what one signs in with is not. */
const ROOM: [path: RegExp, bytes: number][] = [
  [/^[/]api[/](import|source|definition|repeat)(?![^/])/, 200_000],
  [/^[/]api[/](session|login|password-reset|invitation)(?![^/])/, 10_000],
  [/^/, 50_000],
];

const parsers = ROOM.map(([path, limit]) => ({
  path,
  parse: json({ limit, inflate: false, strict: true, type: () => true, verify: assertShape }),
}));

/** Reads the bodies of the API: JSON in UTF-8, within bounds. Anything else is refused before it is read. */
export const jsonBody: RequestHandler = (request, response, next) => {
  if (!hasBody(request) || RAW.test(request.originalUrl)) return next();
  if (!isJson(request)) {
    request.resume();
    return next(new UnsupportedMediaTypeException('The body must be JSON in UTF-8: send it as application/json.'));
  }
  const parser = parsers.find(({ path }) => path.test(request.originalUrl));
  parser?.parse(request, response, next);
};

/** Files of an import are no JSON and are read as they come. */
export const fileBody: RequestHandler = (request, _response, next) => {
  const [type = ''] = (request.headers['content-type'] ?? 'text/csv').split(';');
  const known = FILE_TYPES.has(type.trim().toLowerCase());
  if (!hasBody(request) || (known && isPlain(request))) return next();
  request.resume();
  next(
    new UnsupportedMediaTypeException(
      known
        ? 'The file is packed (Content-Encoding): send it as it is.'
        : `The body must be a file of text: send it as ${[...FILE_TYPES].join(' or ')}.`,
    ),
  );
};

/** Browsers name a .csv by what is installed. */
const FILE_TYPES = new Set(['text/csv', 'text/tab-separated-values', 'text/plain', 'application/vnd.ms-excel', 'application/octet-stream']);

const RAW = /^[/]api[/](webhook[/]|import[/][^/]+[/]file[/])/;

export const hasBody = ({ headers }: Request): boolean =>
  headers['transfer-encoding'] !== undefined || Number(headers['content-length'] ?? 0) > 0;

const JSON_TYPE = /^application[/]([\w.-]+[+])?json(\s*;\s*charset="?utf-8"?)?\s*$/i;

const isJson = (request: Request): boolean => JSON_TYPE.test(request.headers['content-type'] ?? '') && isPlain(request);

const isPlain = ({ headers }: Request): boolean => (headers['content-encoding'] ?? 'identity') === 'identity';

function assertShape(_request: unknown, _response: unknown, bytes: Buffer): void {
  const mistake = isUtf8(bytes) ? jsonMistake(bytes, JSON_BOUNDS) : 'The body is not UTF-8.';
  if (mistake) throw new BadRequestException(mistake);
}

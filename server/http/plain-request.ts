import { BadRequestException, HttpException } from '@nestjs/common';
import type { Request, RequestHandler } from 'express';

/** Characters of path and query together. */
export const MOST_URL = 8_000;
export const MOST_HEADERS = 100;

/** Refuses what no client of ours sends, before anything is done for it. */
export const plainRequest: RequestHandler = (request, _response, next) => next(mistakeOf(request) ?? undefined);

function mistakeOf({ originalUrl, rawHeaders }: Request): HttpException | null {
  if (originalUrl.length > MOST_URL) return new HttpException(`The address is longer than ${MOST_URL} characters.`, 414);
  if (rawHeaders.length / 2 > MOST_HEADERS) return new HttpException(`The request has more than ${MOST_HEADERS} headers.`, 431);
  const text = decoded(originalUrl);
  if (text === null) return new BadRequestException('The address holds a % that begins no character of UTF-8.');
  if (text.includes('\0')) return new BadRequestException('The address holds the character U+0000, which no text has.');
  return null;
}

function decoded(url: string): string | null {
  try {
    return decodeURIComponent(url);
  } catch {
    return null;
  }
}

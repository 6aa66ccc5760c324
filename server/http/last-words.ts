import type { Request, Response } from 'express';

/**
 * Gives a whole answer to one who may be sending still, and closes the connection when they have ended, or after so many milliseconds:
 * closed at once, with bytes that nobody has read, it would be reset, and the answer lost on its way.
 */
export function lastWords(request: Request, response: Response, { text, milliseconds }: { text: string; milliseconds: number }): void {
  response.setHeader('Connection', 'close');
  response.setHeader('Content-Length', Buffer.byteLength(text));
  response.write(text);
  if (request.readableEnded) return void response.end();
  const patience = setTimeout(end, milliseconds);
  function end(): void {
    clearTimeout(patience);
    response.end();
  }
  request.once('end', end).once('close', end).resume();
}

import type { HttpAnswer } from './exchange.js';
import { SourceError, type SourceErrorKind } from './source-error.js';

/** The longest piece of a vendor's own words that we repeat. */
const MOST_WORDS = 200;

const KIND: Record<number, SourceErrorKind> = { 401: 'credentials', 403: 'scope', 429: 'rate' };

const NEXT_STEP: Record<SourceErrorKind, string> = {
  credentials: 'Enter valid credentials.',
  scope: 'Grant the missing permission.',
  rate: 'It will be tried again later.',
  schema: '',
  network: '',
  vendor: '',
};

/** What a refused request means, in words for a person, without anything of `secrets`. */
export function refusal(name: string, path: string, answer: HttpAnswer, secrets: string[]): SourceError {
  const kind = KIND[answer.status] ?? 'vendor';
  const said = withoutSecrets(words(answer.text), secrets);
  const sentence = `${name} answered ${answer.status} to ${path}${said ? `: ${said}` : ''}`;
  const message = [sentence.replace(/[.]?$/, '.'), NEXT_STEP[kind]].filter(Boolean).join(' ');
  return new SourceError(kind, message, { status: answer.status });
}

/** A web page where JSON was expected: a wrong address, a proxy, a maintenance page. */
export function notJson(name: string, path: string, answer: HttpAnswer): SourceError {
  const what = looksLikeHtml(answer.text) ? 'with a web page instead of JSON' : 'with something that is not JSON';
  return new SourceError(
    'vendor',
    `${name} answered ${path} ${what} (status ${answer.status}). Check the address and any proxy in between.`,
    {
      status: answer.status,
    },
  );
}

export const looksLikeHtml = (text: string) => /^\s*<(!doctype|html|head|body|\?xml)/i.test(text);

function words(text: string): string {
  if (looksLikeHtml(text)) return 'a web page';
  try {
    return cut(messageOf(JSON.parse(text)));
  } catch {
    return '';
  }
}

/**
 * HubSpot: `message`. Zendesk: `description`, or `error` as text or as `{ title, message }`. OAuth: `error_description`.
 * Jira: `errorMessages`, a list of texts. Asana, Intercom and Salesforce: a list of `{ message }`, under `errors` or alone.
 */
function messageOf(body: unknown): string {
  if (typeof body !== 'object' || body === null) return '';
  if (Array.isArray(body)) return typeof body[0] === 'string' ? body[0] : messageOf(body[0]);
  const { message, description, error_description: oauth, error, errorMessages, errors } = body as Record<string, unknown>;
  for (const candidate of [message, description, oauth, error]) {
    if (typeof candidate === 'string' && candidate) return candidate;
  }
  return messageOf(error) || messageOf(errorMessages) || messageOf(errors);
}

// biome-ignore lint/suspicious/noControlCharactersInRegex: a vendor's line breaks and escapes must not reach a log.
const cut = (text: string) => text.replace(/[\u0000-\u001f\u007f]+/g, ' ').slice(0, MOST_WORDS);

const withoutSecrets = (text: string, secrets: string[]) =>
  secrets.filter((secret) => secret.length > 3).reduce((clean, secret) => clean.replaceAll(secret, '[secret]'), text);

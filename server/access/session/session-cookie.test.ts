import { expect, it } from 'vitest';
import { cookieAt } from './session-cookie.js';

it.each([
  ['http://127.0.0.1:4010', 'baton', '/', false],
  ['https://baton.example', '__Host-baton', '/', true],
  ['https://tools.example/baton', '__Secure-baton', '/baton', true],
  ['http://tools.example/baton', 'baton', '/baton', false],
])('a cookie at %s is called %s', (url, name, path, secure) => {
  expect(cookieAt(url, 'baton')).toEqual({ name, options: { httpOnly: true, sameSite: 'lax', secure, path } });
});

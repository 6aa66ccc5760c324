import type { CookieOptions } from 'express';

/**
 * Name and options of a cookie of ours at a public address. Over https its name makes the browser refuse it from elsewhere:
 * `__Host-` from any other host, and below a path of a shared host at least `__Secure-` from anything unencrypted (RFC 6265bis, 4.1.3).
 */
export function cookieAt(publicUrl: string, name: string): { name: string; options: CookieOptions & { path: string; secure: boolean } } {
  const { protocol, pathname } = new URL(publicUrl);
  const secure = protocol === 'https:';
  const path = pathname.replace(/[/]+$/, '') || '/';
  const prefix = path === '/' ? '__Host-' : '__Secure-';
  return { name: secure ? `${prefix}${name}` : name, options: { httpOnly: true, sameSite: 'lax', secure, path } };
}

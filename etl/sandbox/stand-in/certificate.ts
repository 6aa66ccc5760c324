import { generateKeyPairSync, sign } from 'node:crypto';

export interface Certificate {
  key: string;
  cert: string;
}

/** DER, as far as a certificate needs it: https://www.itu.int/rec/T-REC-X.690 */
const der = (tag: number, ...parts: Buffer[]): Buffer => {
  const content = Buffer.concat(parts);
  const { length } = content;
  const size = length < 128 ? [length] : length < 256 ? [0x81, length] : [0x82, length >> 8, length & 255];
  return Buffer.concat([Buffer.from([tag, ...size]), content]);
};
const sequence = (...parts: Buffer[]) => der(0x30, ...parts);
const bytes = (...values: number[]) => Buffer.from(values);
const objectId = (...values: number[]) => der(0x06, bytes(...values));
const utcTime = (at: Date) => der(0x17, Buffer.from(`${at.toISOString().slice(2, 19).replace(/[-:T]/g, '')}Z`));

const ECDSA_SHA256 = sequence(objectId(0x2a, 0x86, 0x48, 0xce, 0x3d, 0x04, 0x03, 0x02));
const COMMON_NAME = objectId(0x55, 0x04, 0x03);
const ALTERNATIVE_NAME = objectId(0x55, 0x1d, 0x11);
const CONSTRAINTS = objectId(0x55, 0x1d, 0x13);
const IS_AUTHORITY = der(0x04, sequence(der(0x01, bytes(0xff))));

/** A certificate for 127.0.0.1 that signs itself, made anew each time: no secret lies in the repository. */
export function selfSigned({ from, until, address = [127, 0, 0, 1] }: { from: Date; until: Date; address?: number[] }): Certificate {
  const { privateKey, publicKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' });
  const name = sequence(der(0x31, sequence(COMMON_NAME, der(0x0c, Buffer.from('stand-in')))));
  const alternative = der(0x04, sequence(der(0x87, bytes(...address))));
  const extensions = sequence(sequence(CONSTRAINTS, IS_AUTHORITY), sequence(ALTERNATIVE_NAME, alternative));
  const told = sequence(
    der(0xa0, der(0x02, bytes(2))),
    der(0x02, bytes(1)),
    ECDSA_SHA256,
    name,
    sequence(utcTime(from), utcTime(until)),
    name,
    publicKey.export({ type: 'spki', format: 'der' }),
    der(0xa3, extensions),
  );
  const whole = sequence(told, ECDSA_SHA256, der(0x03, bytes(0), sign('sha256', told, privateKey)));
  const cert = `-----BEGIN CERTIFICATE-----\n${whole.toString('base64').replace(/.{64}/g, '$&\n')}\n-----END CERTIFICATE-----\n`;
  return { key: privateKey.export({ type: 'pkcs8', format: 'pem' }).toString(), cert };
}

import { z } from 'zod';
import { PASSWORD_LENGTH } from './password-rule.js';

const name = z.string().trim().min(1).max(100);
/** What is compared, not judged. */
const current = z.string().min(1).max(1000);

export const newPassword = z
  .string()
  .max(1000)
  .describe(`${PASSWORD_LENGTH.least} to ${PASSWORD_LENGTH.most} characters of any kind; well-known ones are refused`);

export const emailAddress = z.string().trim().toLowerCase().max(254).pipe(z.email('is not an e-mail address'));

export const newLogin = z.strictObject({ name, email: emailAddress, password: newPassword }).meta({ id: 'NewLogin' });
export const changedLogin = z.strictObject({ name }).meta({ id: 'ChangedLogin' });
export const changedPassword = z.strictObject({ current, new: newPassword }).meta({ id: 'ChangedPassword' });
export const confirmed = z.strictObject({ password: current.describe('The current one') }).meta({ id: 'Confirmed' });

export const newSecondFactor = z
  .object({
    secret: z.string().describe('Base 32, for an app that cannot read the picture'),
    uri: z.string().describe('otpauth://, what the picture says'),
    svg: z.string().describe('A QR code'),
  })
  .meta({ id: 'NewSecondFactor' });

const code = z.string().trim().min(6).max(40);
export const appCode = z
  .strictObject({ code: z.string().regex(/^\d{6}$/, 'must be the six digits that the app shows') })
  .meta({ id: 'AppCode' });
export const removal = z
  .strictObject({ password: current, code: code.describe('Of the app, or a recovery code') })
  .meta({ id: 'SecondFactorRemoval' });

export const recoveryCodes = z
  .object({ recoveryCodes: z.array(z.string()).describe('Each stands for a one-time code once. They are shown now and never again') })
  .meta({ id: 'RecoveryCodes' });

const token = z.string().min(1).max(200);
export const resetToken = z.strictObject({ token }).meta({ id: 'ResetToken' });
export const passwordReset = z.object({ email: z.string(), name: z.string() }).meta({ id: 'PasswordReset' });
export const usedReset = z.strictObject({ token, password: newPassword }).meta({ id: 'UsedReset' });

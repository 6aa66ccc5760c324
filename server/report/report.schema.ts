import { z } from 'zod';
import { isAddress } from './address.js';
import { isTimeZone, scheduleFault } from './slot.js';

export const deliveryStatus = z.enum(['pending', 'sending', 'sent', 'failed']).meta({ id: 'DeliveryStatus' });

export const mail = z
  .object({
    id: z.string().describe('Also the left part of its Message-ID'),
    reportId: z.uuid(),
    reportName: z.string(),
    slot: z.iso.datetime().describe('The moment it was due; also its as-of'),
    recipient: z.string(),
    status: deliveryStatus,
    attempts: z.int(),
    sentAt: z.iso.datetime().nullable(),
    subject: z.string().nullable().describe('Null until it was composed'),
    outboxFile: z.string().nullable().describe('Name in the outbox folder; null when it went by SMTP'),
    error: z.string().nullable(),
  })
  .meta({ id: 'Mail' });

export const mailParts = z
  .object({
    mail,
    headers: z.array(z.object({ name: z.string(), value: z.string() })),
    html: z.string().nullable().describe('To be shown in a sandboxed frame only'),
    text: z.string().nullable(),
    why: z.string().nullable().describe('Why there is nothing to show, in words'),
  })
  .meta({ id: 'MailParts' });

export const mailsAnswer = z.object({ mails: z.array(mail), next: z.string().nullable() }).meta({ id: 'MailsAnswer' });

export const report = z
  .object({
    id: z.uuid(),
    name: z.string(),
    recipients: z.array(z.string()),
    timeZone: z.string(),
    schedule: z.string().describe('Cron, five fields, in the time zone'),
    scheduleWords: z.string().nullable().describe('"every Monday at 08:00"; null for a schedule we have no words for'),
    active: z.boolean(),
    nextAt: z.iso.datetime().nullable().describe('The next slot; null while not active'),
    last: mail.nullable().describe('The newest mail of it'),
  })
  .meta({ id: 'Report' });

export const reportsAnswer = z
  .object({ reports: z.array(report), transport: z.enum(['smtp', 'outbox']).describe('outbox: mails are written to a folder') })
  .meta({ id: 'ReportsAnswer' });

const address = z
  .string()
  .trim()
  .refine(isAddress, { error: ({ input }) => `${JSON.stringify(input)} is not one e-mail address, such as ann@example.com.` });

const timeZone = z
  .string()
  .max(100)
  .refine(isTimeZone, { error: ({ input }) => `${JSON.stringify(input)} is not a time zone: give an IANA name, such as Europe/Berlin.` });

const schedule = z
  .string()
  .trim()
  .max(100)
  .superRefine((value, context) => {
    const fault = scheduleFault(value);
    if (fault) context.addIssue({ code: 'custom', message: fault });
  });

export const reportBody = z.strictObject({
  name: z.string().trim().min(1, 'Give the report a name.').max(100),
  recipients: z.array(address).max(50, 'A report goes to at most 50 addresses.'),
  timeZone,
  schedule,
  active: z.boolean().default(true),
});

export const sendBody = z
  .strictObject({
    to: z.array(address).min(1).max(50).optional().describe('Instead of the recipients of the report'),
    asOf: z.iso.datetime({ offset: true }).optional().describe('Default now; never in the future'),
  })
  .default({});

export const sentAnswer = z.object({ slot: z.iso.datetime(), mails: z.array(mail) }).meta({ id: 'SentAnswer' });

export type Mail = z.infer<typeof mail>;
export type MailParts = z.infer<typeof mailParts>;
export type ReportShape = z.infer<typeof report>;
export type ReportBody = z.infer<typeof reportBody>;

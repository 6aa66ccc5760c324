import { matchedByHand } from './by-hand.js';

/** Domains of mail providers: sharing one does not make two people colleagues. */
export const FREE_MAIL = [
  'aol.com',
  'bol.com.br',
  'fastmail.com',
  'free.fr',
  'freenet.de',
  'gmail.com',
  'gmx.at',
  'gmx.ch',
  'gmx.com',
  'gmx.de',
  'gmx.net',
  'googlemail.com',
  'hey.com',
  'hotmail.co.uk',
  'hotmail.com',
  'hotmail.de',
  'hotmail.es',
  'hotmail.fr',
  'hotmail.it',
  'icloud.com',
  'laposte.net',
  'libero.it',
  'live.com',
  'mac.com',
  'mail.com',
  'mail.ru',
  'me.com',
  'msn.com',
  'orange.fr',
  'outlook.com',
  'outlook.de',
  'outlook.es',
  'outlook.fr',
  'pm.me',
  'proton.me',
  'protonmail.com',
  'qq.com',
  't-online.de',
  'terra.com.br',
  'uol.com.br',
  'wanadoo.fr',
  'web.de',
  'yahoo.co.uk',
  'yahoo.com',
  'yahoo.com.br',
  'yahoo.de',
  'yahoo.es',
  'yahoo.fr',
  'yandex.ru',
  'ymail.com',
  'zoho.com',
];

/**
 * SQL for whether a link `l` is matched by its domain and so lends it to people who write from it. A link matched by hand, a merge or a
 * declared id does not, so that a domain has one account. $1 is the workspace, $2 FREE_MAIL.
 */
export const LENDS_DOMAIN = `
  l.workspace_id = $1 and l.domain is not null and l.account_id is not null and not (l.domain = any($2))
  and not ${matchedByHand('company', 'l')}
  and not exists (
    select from account_link survivor
    where survivor.workspace_id = $1 and survivor.source_id = l.source_id
      and survivor.external_id = l.merged_into and survivor.external_id <> l.external_id)
  and not exists (
    select from account_link declared
    where declared.workspace_id = $1 and declared.external_id = l.declared_id and declared.source_id <> l.source_id)`;

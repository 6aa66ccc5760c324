/** SQL for the id of the account that a company names when it is the oldest of its group, or when no link of it has been read yet. */
export const accountOfCompany = (sourceId: string, externalId: string) => `md5(${sourceId} || ':' || ${externalId})::uuid`;

/** SQL for the id of the account of a deal that names no company: every won deal belongs to an account. */
export const accountOfLoneDeal = (sourceId: string, externalId: string) => `md5(${sourceId} || ':deal:' || ${externalId})::uuid`;

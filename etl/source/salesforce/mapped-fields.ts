import { type SalesforceMapping, salesforceMapping } from './mapping.js';

export type MappedObject = 'Account' | 'Opportunity' | 'Case';

/** The fields of an object that a mapping names. */
export function mappedFields(mapping: SalesforceMapping, sobject: MappedObject): string[] {
  const { accountCsm, accountDimensions, accountMoments, arr, csmOwner, implementationOwner, dealDimensions, dealMoments } = mapping;
  const named: Record<MappedObject, string[]> = {
    Account: [accountCsm, ...Object.values(accountDimensions), ...Object.keys(accountMoments)],
    Opportunity: [
      arr,
      csmOwner,
      implementationOwner,
      ...Object.values(dealDimensions),
      ...Object.keys(dealMoments),
      ...Object.keys(mapping.briefSections),
    ],
    Case: [mapping.repeatField, mapping.caseDeal],
  };
  return named[sobject].filter(Boolean);
}

/** Those that somebody chose: an org that keeps no ARR need not have the field that we would look for by default. */
export function chosenFields(mapping: SalesforceMapping, sobject: MappedObject): string[] {
  const usual = new Set(mappedFields(salesforceMapping.parse({}), sobject));
  return mappedFields(mapping, sobject).filter((name) => !usual.has(name));
}

import type { Answer } from '../stand-in/fault.js';
import type { Sobject, SobjectField } from './sobject.js';

export function describeSobject(sobject: Sobject): Answer {
  return {
    status: 200,
    body: { name: sobject.name, label: sobject.name, queryable: true, replicateable: true, fields: sobject.fields.map(wire) },
  };
}

function wire({ name, type, custom, calculated, filterable, sortable, relation }: SobjectField) {
  return {
    name,
    label: name.replace(/__c$/, '').replaceAll('_', ' '),
    type,
    custom,
    calculated,
    filterable,
    sortable,
    nillable: type !== 'id' && type !== 'boolean',
    relationshipName: relation?.name ?? null,
    referenceTo: relation === null ? [] : [relation.sobject],
    picklistValues: [],
  };
}

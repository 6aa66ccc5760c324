import { DAY, STORY_DAYS } from './calendar.js';
import type { Moment, Owner } from './company.js';

/** How a seller hands over. */
export interface Rep {
  ownerId: string;
  /** Share of brief sections that get filled at all. */
  briefCare: number;
  /** Share of deals with a promise nobody can keep. */
  overpromise: number;
}

/** How a CSM receives. */
export interface Csm {
  ownerId: string;
  /** Median hours from the won deal to the welcome. */
  welcomeHours: number;
  /** Durations are multiplied by it. */
  pace: number;
  /** When they left the company; null while they work here. */
  leftAt: Moment | null;
}

export interface Staff {
  owners: Owner[];
  reps: Rep[];
  badRep: Rep;
  csms: Csm[];
  departed: Csm;
  implementationOwnerIds: string[];
}

const REPS: [first: string, last: string, briefCare: number, overpromise: number][] = [
  ['Ada', 'Lindqvist', 0.97, 0.04],
  ['Bruno', 'Keller', 0.93, 0.06],
  ['Carla', 'Mendes', 0.9, 0.08],
  ['Dario', 'Conti', 0.95, 0.05],
  ['Elin', 'Aasen', 0.88, 0.07],
  ['Felix', 'Braun', 0.84, 0.1],
  ['Grace', 'Okafor', 0.94, 0.05],
  ['Hugo', 'Laurent', 0.8, 0.12],
  ['Isla', 'Murray', 0.91, 0.06],
  ['Victor', 'Stahl', 0.06, 0.42],
];

const CSMS: [first: string, last: string, welcomeHours: number, pace: number][] = [
  ['Amira', 'Haddad', 0.3, 0.85],
  ['Ben', 'Osei', 0.4, 0.9],
  ['Clara', 'Vogt', 0.5, 0.95],
  ['David', 'Novak', 0.5, 1],
  ['Eva', 'Jansen', 0.6, 1],
  ['Finn', 'Byrne', 0.7, 1.05],
  ['Greta', 'Holm', 0.4, 0.9],
  ['Hana', 'Sato', 0.5, 1],
  ['Ivan', 'Petrov', 1.4, 1.1],
  ['Jules', 'Moreau', 0.8, 1.05],
  ['Kofi', 'Mensah', 0.6, 1],
  ['Lena', 'Roth', 2.6, 1.3],
];

const IMPLEMENTERS: [first: string, last: string][] = [
  ['Mats', 'Eklund'],
  ['Nora', 'Quinn'],
  ['Omar', 'Farouk'],
  ['Petra', 'Simon'],
];

/** The last seller hands over nothing and promises everything; the tenth CSM left five months before the end. */
export function staff(until: Moment): Staff {
  const start = until - (STORY_DAYS + 60) * DAY;
  const names = [...REPS, ...CSMS, ...IMPLEMENTERS].map(([first, last]): [string, string] => [first, last]);
  const owners = names.map((name, index) => owner(name, index, start));
  const reps = REPS.map(([, , briefCare, overpromise], index) => ({ ownerId: idAt(owners, index), briefCare, overpromise }));
  const csms = CSMS.map(
    ([, , welcomeHours, pace], index): Csm => ({ ownerId: idAt(owners, REPS.length + index), welcomeHours, pace, leftAt: null }),
  );
  const [badRep, departed] = [reps.at(-1), csms[9]];
  if (badRep === undefined || departed === undefined) throw new Error('the sample company has too few people');
  departed.leftAt = until - 150 * DAY;
  for (const left of owners.filter((each) => each.id === departed.ownerId)) {
    left.archivedAt = departed.leftAt;
    left.changedAt = departed.leftAt;
  }
  const implementationOwnerIds = IMPLEMENTERS.map((_, index) => idAt(owners, REPS.length + CSMS.length + index));
  return { owners, reps, badRep, csms, departed, implementationOwnerIds };
}

const idAt = (owners: Owner[], index: number): string => {
  const found = owners[index];
  if (found === undefined) throw new Error(`there is no owner ${index}`);
  return found.id;
};

function owner([firstName, lastName]: [string, string], index: number, start: Moment): Owner {
  return {
    id: String(31871800 + 17 * index),
    firstName,
    lastName,
    email: `${firstName}.${lastName}@northwind-software.example`.toLowerCase(),
    userId: 2506600 + index,
    createdAt: start,
    changedAt: start + index * DAY,
    archivedAt: null,
  };
}

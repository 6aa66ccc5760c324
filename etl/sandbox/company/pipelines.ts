/** A step of a sales pipeline; closed with probability 1 is won, closed with 0 is lost. */
export interface Stage {
  id: string;
  label: string;
  probability: number;
  closed: boolean;
}

export interface Pipeline {
  id: string;
  label: string;
  stages: Stage[];
}

const stage = (id: string, label: string, probability: number, closed = false): Stage => ({ id, label, probability, closed });

export const NEW_BUSINESS: Pipeline = {
  id: 'default',
  label: 'Sales pipeline',
  stages: [
    stage('appointmentscheduled', 'Appointment scheduled', 0.2),
    stage('qualifiedtobuy', 'Qualified to buy', 0.4),
    stage('presentationscheduled', 'Presentation scheduled', 0.6),
    stage('decisionmakerboughtin', 'Decision maker bought in', 0.8),
    stage('contractsent', 'Contract sent', 0.9),
    stage('closedwon', 'Closed won', 1, true),
    stage('closedlost', 'Closed lost', 0, true),
  ],
};

export const RENEWALS: Pipeline = {
  id: '29740311',
  label: 'Renewals and expansions',
  stages: [
    stage('68120441', 'Coming up', 0.5),
    stage('68120442', 'In talks', 0.7),
    stage('68120443', 'Renewed', 1, true),
    stage('68120444', 'Not renewed', 0, true),
  ],
};

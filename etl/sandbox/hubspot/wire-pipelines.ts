import { NEW_BUSINESS, type Pipeline, RENEWALS } from '../company/pipelines.js';
import type { Answer } from '../stand-in/fault.js';
import { TICKET_STAGES } from './desk.js';

/** HubSpot gives default pipelines no time of their making. */
const MADE = { createdAt: '1970-01-01T00:00:00Z', updatedAt: '2024-01-15T09:30:00.120Z', archived: false };

/** Stage metadata are strings, all of them. */
export function listPipelines(): Answer {
  return { status: 200, body: { results: [NEW_BUSINESS, RENEWALS].map(wire) } };
}

function wire(pipeline: Pipeline, displayOrder: number) {
  const stages = pipeline.stages.map((stage, order) => ({
    id: stage.id,
    label: stage.label,
    displayOrder: order,
    metadata: { isClosed: String(stage.closed), probability: stage.probability.toFixed(1) },
    writePermissions: 'CRM_PERMISSIONS_ENFORCEMENT',
    ...MADE,
  }));
  return { id: pipeline.id, label: pipeline.label, displayOrder, stages, ...MADE };
}

/** Of tickets: no probability, but a state. */
export function listTicketPipelines(): Answer {
  const stages = TICKET_STAGES.map(({ id, label, closed }, displayOrder) => ({
    id,
    label,
    displayOrder,
    metadata: { ticketState: closed ? 'CLOSED' : 'OPEN', isClosed: String(closed) },
    writePermissions: 'CRM_PERMISSIONS_ENFORCEMENT',
    ...MADE,
  }));
  return { status: 200, body: { results: [{ id: '0', label: 'Support Pipeline', displayOrder: 0, stages, ...MADE }] } };
}

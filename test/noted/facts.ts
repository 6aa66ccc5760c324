import { setTimeout } from 'node:timers/promises';
import { quiet, type Said } from './said.js';

const DEALS = 'deal_id,company,won_at,amount,owner\n1,Acme,2026-01-05 10:00,12000,Ann\n';

/** What is done with tokens, definitions, sources, matches, verdicts and reports. */
export const FACTS_SAID: Said[] = [
  [
    'post /api/token',
    'token.made',
    async (at) => {
      const body = { name: 'x', scopes: ['read'], visibility: 'all', days: 1 };
      at.kept.token = (await at.ada.post('/api/token').send(body).expect(201)).body.token.id;
    },
  ],
  ['delete /api/token/{id}', 'token.revoked', (at) => at.ada.delete(`/api/token/${at.kept.token}`).expect(204)],
  [
    'put /api/definition',
    'definition.changed',
    async (at) => {
      const { definition, version } = (await at.ada.get('/api/definition').expect(200)).body;
      at.kept.version = String(version);
      definition.kpiTargets['time-to-first-value'].enterprise = 41;
      await at.ada
        .put('/api/definition')
        .send({ definition, from: Number(at.kept.version), note: 'a later target' })
        .expect(200);
    },
  ],
  [
    'post /api/definition/{version}/restore',
    'definition.restored',
    (at) =>
      at.ada
        .post(`/api/definition/${at.kept.version}/restore`)
        .send({ from: Number(at.kept.version) + 1, note: 'as it was' })
        .expect(200),
  ],
  [
    'post /api/source',
    'source.connected',
    (at) =>
      at.ada
        .post('/api/source')
        .send({
          kind: 'hubspot',
          name: 'Other',
          settings: { baseUrl: at.hubspot.url },
          credentials: at.hubspot.credentials,
          schedule: null,
        })
        .expect(201),
  ],
  [
    'put /api/source/{id}/settings',
    'source.changed',
    (at) => at.ada.put('/api/source/other/settings').send({ name: 'Another' }).expect(200),
  ],
  ['post /api/source/{id}/sync', 'source.read', (at) => at.ada.post('/api/source/other/sync').expect(202)],
  ['post /api/source/{id}/cancel', 'source.cancelled', (at) => at.ada.post('/api/source/other/cancel').expect(202)],
  [
    'put /api/source/{id}/mapping',
    'mapping.changed',
    async (at) => {
      await quiet(at);
      await at.ada
        .put('/api/source/other/mapping')
        .send({ mapping: { dealDimensions: { line: 'product_line' } } })
        .expect(202);
    },
  ],
  [
    'delete /api/source/{id}',
    'source.removed',
    async (at) => {
      await quiet(at);
      await at.ada.delete('/api/source/other').expect(200);
    },
  ],
  [
    'post /api/import/{id}',
    'import.made',
    async (at) => {
      const { id } = (await at.ada.post('/api/import').expect(201)).body;
      await at.ada.put(`/api/import/${id}/file/deals.csv`).set('content-type', 'text/csv').send(DEALS).expect(200);
      const { mapping } = (await at.ada.post(`/api/import/${id}/guess`).expect(200)).body;
      await at.ada.post(`/api/import/${id}`).send({ mapping }).expect(202);
      for (let state = 'importing'; state === 'importing'; ) {
        await setTimeout(50);
        const { body } = await at.ada.get(`/api/import/${id}`).expect(200);
        [state, at.kept.imported] = [body.state, body.sourceId];
      }
    },
  ],
  ['post /api/import/undo', 'import.undone', (at) => at.ada.post('/api/import/undo').send({ sourceId: at.kept.imported }).expect(200)],
  [
    'put /api/match',
    'match.made',
    async (at) => {
      const [{ sourceId, externalId }] = await at.server.db.query(
        `select source_id as "sourceId", external_id as "externalId" from ticket limit 1`,
      );
      [at.kept.sourceId, at.kept.ticket] = [sourceId, externalId];
      await at.ada.put('/api/match').send({ sourceId, kind: 'ticket', externalId, accountId: null }).expect(200);
    },
  ],
  [
    'delete /api/match',
    'match.removed',
    (at) => at.ada.delete('/api/match').query({ sourceId: at.kept.sourceId, kind: 'ticket', externalId: at.kept.ticket }).expect(200),
  ],
  [
    'post /api/repeat/verdict',
    'verdict.given',
    async (at) => {
      const [{ sourceId, factId }] = (await at.ada.get('/api/repeat').expect(200)).body.items;
      [at.kept.sourceId, at.kept.factId] = [sourceId, factId];
      await at.ada.post('/api/repeat/verdict').send({ sourceId, factId, verdict: 'confirmed' }).expect(200);
    },
  ],
  [
    'delete /api/repeat/verdict',
    'verdict.withdrawn',
    (at) => at.ada.delete('/api/repeat/verdict').query({ sourceId: at.kept.sourceId, factId: at.kept.factId }).expect(200),
  ],
  [
    'put /api/report/{id}',
    'report.changed',
    (at) => {
      at.kept.report = '0198c0de-0000-7000-8000-000000000001';
      const schedule = '0 8 * * 1';
      return at.ada
        .put(`/api/report/${at.kept.report}`)
        .send({ name: 'Mondays', recipients: ['a@b.example'], timeZone: 'UTC', schedule })
        .expect(200);
    },
  ],
  ['post /api/report/{id}/send', 'report.sent', (at) => at.ada.post(`/api/report/${at.kept.report}/send`).send({}).expect(200)],
];

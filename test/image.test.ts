import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { parse } from 'yaml';

interface Service {
  image?: string;
  user?: string;
  read_only?: boolean;
  cap_drop?: string[];
  security_opt?: string[];
  healthcheck?: object;
  ports?: string[];
  environment?: Record<string, string>;
}

const { services } = parse(readFileSync('docker-compose.yml', 'utf8')) as { services: Record<string, Service> };

test.each(Object.entries(services))('%s writes nowhere but where it must, gains no rights, and is watched', (_, service) => {
  expect(service).toMatchObject({
    read_only: true,
    cap_drop: ['ALL'],
    security_opt: ['no-new-privileges:true'],
    healthcheck: expect.any(Object),
  });
  for (const port of service.ports ?? []) expect(port).toMatch(/^127[.]0[.]0[.]1:/);
});

test('no secret stands in the environment of a service', () => {
  for (const { environment = {} } of Object.values(services))
    for (const [name, value] of Object.entries(environment)) {
      if (/PASSWORD|SECRET|TOKEN|KEY/.test(name)) expect(name).toMatch(/_FILE$/);
      expect(value).not.toMatch(/:\/\/[^@/]*:[^@/]*@/);
    }
});

test('the linter of Dockerfiles finds nothing', () => {
  const said = execFileSync('node_modules/.bin/dockerfilelint', ['-o', 'json', 'Dockerfile'], { encoding: 'utf8' });
  expect(JSON.parse(said)).toMatchObject({ totalIssues: 0 });
});

test('the image runs as an ordinary user and what is built or secret stays out of it', () => {
  const lines = readFileSync('Dockerfile', 'utf8').split('\n');
  const last = lines.slice(lines.findLastIndex((line) => line.startsWith('FROM ')));
  expect(last).toContain('USER node');
  expect(lines.filter((line) => line.startsWith('RUN npm ci')).every((line) => line.includes('--ignore-scripts'))).toBe(true);
  const ignored = readFileSync('.dockerignore', 'utf8').split('\n');
  for (const name of ['node_modules', 'dist', '.git', '.baton', 'secrets', '.env*']) expect(ignored).toContain(name);
});

import { createServer } from 'node:http';
import type { Metrics } from '../http/metrics.js';

/** Serves the metrics, and nothing else, on a port of their own. Throws with the next step when it cannot be had. */
export async function openMetricsDoor(metrics: Metrics, { host, port }: { host: string; port: number }): Promise<() => Promise<void>> {
  const server = createServer(async (request, response) => {
    if (request.method !== 'GET' || request.url !== '/metrics') {
      response.writeHead(404).end();
      return;
    }
    try {
      const text = await metrics.registry.metrics();
      response.writeHead(200, { 'content-type': metrics.registry.contentType }).end(text);
    } catch {
      response.writeHead(500).end();
    }
  });
  await new Promise<void>((resolve, reject) => {
    server.once('error', (cause) =>
      reject(new Error(`Metrics cannot be served on ${host}:${port}: ${cause.message}. Set BATON_METRICS_PORT.`, { cause })),
    );
    server.listen(port, host, resolve);
  });
  return () =>
    new Promise((resolve) => {
      server.close(() => resolve());
      server.closeAllConnections();
    });
}

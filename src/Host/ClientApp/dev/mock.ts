import type { IncomingMessage, ServerResponse } from 'node:http';
import type { Plugin } from 'vite';
import { answerFor } from './mock-answers.ts';

// Development only (`npm run mock`): plays the server, so that pages can be looked at without one. Never part of a build.

const readBody = async (request: IncomingMessage): Promise<unknown> => {
  const parts: Buffer[] = [];
  for await (const part of request) {
    parts.push(part as Buffer);
  }
  try {
    return JSON.parse(Buffer.concat(parts).toString('utf8'));
  } catch {
    return {};
  }
};

const reply = (response: ServerResponse, status: number, body?: unknown): void => {
  response.statusCode = status;
  response.setHeader('Content-Type', 'application/json');
  response.end(body === undefined ? '' : JSON.stringify(body));
};

export const mockServer = (): Plugin => ({
  name: 'mock-server',
  apply: 'serve',
  configureServer(server) {
    server.middlewares.use((request, response, next) => {
      const url = new URL(request.url ?? '/', 'http://mock');
      if (!/^\/(api|elsa|hub)\//.test(url.pathname)) {
        next();
        return;
      }
      response.setHeader('Set-Cookie', 'XSRF-TOKEN=mock; Path=/');
      void readBody(request).then((body) => {
        const [status, answer] = answerFor(request.method ?? 'GET', url, body as Record<string, unknown>);
        reply(response, status, answer);
      });
    });
  },
});

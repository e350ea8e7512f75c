import type { ImportChoice } from './importing';

export const IMPORT = '/elsa/api/workflow-definitions/import';

interface File {
  definitionId?: string;
  name?: string;
}

const read = (body: string): File => {
  try {
    return JSON.parse(body) as File;
  } catch {
    return {};
  }
};

type Send = (url: URL, init: RequestInit, body: string | null) => Promise<Response>;

/** An import: a lifecycle that is not here yet goes in as it is; of one that is, the person decides. Skipping answers with what is there, so that Studio goes on. */
export const sendImport = async (send: Send, url: URL, init: RequestInit, body: string, ask: (name: string) => Promise<ImportChoice>): Promise<Response> => {
  const { definitionId, name } = read(body);
  const existing = new URL(`/elsa/api/workflow-definitions/by-definition-id/${encodeURIComponent(definitionId ?? '')}?versionOptions=Latest`, url);
  const there = definitionId ? await send(existing, { method: 'GET' }, null) : undefined;
  if (!there?.ok) {
    return send(url, init, body);
  }
  const choice = await ask(name ?? definitionId ?? '');
  if (choice === 'skip') {
    return there;
  }
  const headers = new Headers(init.headers);
  headers.set('X-Import', choice);
  return send(url, { ...init, headers }, body);
};

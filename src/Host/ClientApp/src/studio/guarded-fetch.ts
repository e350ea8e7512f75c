import { readToken, refreshToken, TOKEN_HEADER } from './antiforgery';
import { IMPORT, sendImport } from './import-call';
import type { ImportChoice } from './importing';

/** What the wrap tells the page. */
export interface FetchEvents {
  signedOut: () => void;
  /** A refusal that Studio itself would swallow (row menu, bulk action). */
  refused: (message: string) => void;
  /** Somebody else saved this draft first; `unsaved` is what this tab wanted to store. */
  conflict: (message: string, unsaved: string) => void;
  /** A draft was stored. */
  saved: () => void;
  /** A list of versions came by: which of them may be deleted. */
  listed: (items: readonly ListedVersion[]) => void;
  importing: (name: string) => Promise<ImportChoice>;
  /** The activity types of this build came by, named in the language of the page. */
  described: (items: readonly DescribedActivity[]) => void;
}

export interface DescribedActivity {
  typeName: string;
  displayName: string;
}

export interface ListedVersion {
  definitionId: string;
  name: string;
  version: number;
  isPublished: boolean;
  links: readonly { rel: string }[] | null;
}

const SAVE = '/elsa/api/workflow-definitions';
const DESCRIPTORS = '/elsa/api/descriptors/activities';

/** Not randomUUID: that one exists on HTTPS and localhost only. */
const newTabId = (): string => Array.from(crypto.getRandomValues(new Uint8Array(12)), (byte) => byte.toString(16).padStart(2, '0')).join('');

const bodyText = async (body: BodyInit | null | undefined): Promise<string | null> =>
  body === null || body === undefined ? null : typeof body === 'string' ? body : new Response(body).text();

const definitionIdOf = (body: string | null): string => {
  try {
    const parsed = JSON.parse(body ?? '{}') as { model?: { definitionId?: string }; definitionId?: string };
    return parsed.model?.definitionId ?? parsed.definitionId ?? '';
  } catch {
    return '';
  }
};

const messageOf = async (answer: Response): Promise<string> => {
  try {
    const body = (await answer.clone().json()) as { errors?: { GeneralErrors?: string[] }; message?: string; detail?: string };
    return body.errors?.GeneralErrors?.join(' ') ?? body.message ?? body.detail ?? '';
  } catch {
    return '';
  }
};

/**
 * Wraps fetch for Studio: every call to our API carries the antiforgery token, the language, the id of this tab and the draft revision last answered to it,
 * and a tab's saves go one after another. Without the queue two quick auto-saves overlap and the tab conflicts with itself.
 */
export const guardFetch = (inner: typeof fetch, language: string, events: FetchEvents): typeof fetch => {
  const tab = newTabId();
  const revisions = new Map<string, string>();
  let lastSave: Promise<unknown> = Promise.resolve();

  const remember = (answer: Response): void => {
    const definition = answer.headers.get('X-Definition-Id');
    const revision = answer.headers.get('X-Draft-Revision');
    if (definition && revision) {
      revisions.set(decodeURIComponent(definition), revision);
    }
  };

  const send = async (url: URL, init: RequestInit, body: string | null, again = false): Promise<Response> => {
    const headers = new Headers(init.headers);
    headers.set('Accept-Language', language);
    headers.set('X-Tab', tab);
    if ((init.method ?? 'GET').toUpperCase() !== 'GET') {
      headers.set(TOKEN_HEADER, await readToken(inner));
      const revision = revisions.get(definitionIdOf(body) || (url.pathname.split('/')[4] ?? ''));
      if (revision) {
        headers.set('X-Draft-Revision', revision);
      }
    }
    const answer = await inner(url.href, { ...init, headers, body });
    if (answer.status === 400 && !again && answer.headers.get('Content-Type')?.includes('problem') && (await answer.clone().text()).includes('"antiforgery"')) {
      await refreshToken(inner);
      return send(url, init, body, true);
    }
    remember(answer);
    return answer;
  };

  // Saves and lists share one address; a list has items.
  const told = async (url: URL, answer: Response): Promise<void> => {
    const body = (await answer.clone().json()) as { items?: ListedVersion[] };
    if (url.pathname === SAVE && body.items) {
      events.listed(body.items);
    } else {
      events.saved();
    }
  };

  const report = async (url: URL, answer: Response, body: string | null): Promise<void> => {
    if (answer.status === 401) {
      events.signedOut();
    } else if (answer.status >= 400 && answer.status < 500 && answer.headers.has('X-Conflict')) {
      events.conflict(await messageOf(answer), body ?? '');
    } else if (answer.ok && url.pathname === DESCRIPTORS) {
      events.described(((await answer.clone().json()) as { items: DescribedActivity[] }).items);
    } else if (answer.ok && (url.pathname === SAVE || url.pathname.includes('/revert/'))) {
      await told(url, answer);
    } else if ((answer.status === 400 || answer.status === 403) && url.pathname !== SAVE) {
      events.refused(await messageOf(answer));
    }
  };

  return async (input, init = {}) => {
    const request = input instanceof Request ? input : undefined;
    const url = new URL(input instanceof Request ? input.url : input, location.href);
    if (url.origin !== location.origin || !url.pathname.startsWith('/elsa/')) {
      return inner(input, init);
    }
    const merged = request ? { method: request.method, headers: request.headers, ...init } : init;
    const body = await bodyText(init.body ?? request?.body);
    const isSave = url.pathname === SAVE && merged.method?.toUpperCase() === 'POST';
    const call = isSave ? lastSave.then(() => send(url, merged, body))
      : url.pathname === IMPORT ? sendImport(send, url, merged, body ?? '', events.importing)
      : send(url, merged, body);
    if (isSave) {
      lastSave = call.catch(() => undefined);
    }
    const answer = await call;
    void report(url, answer, body);
    return answer;
  };
};

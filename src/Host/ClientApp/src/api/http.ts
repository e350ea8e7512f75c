import { Problem } from './problem';

type Method = 'GET' | 'POST' | 'PUT' | 'DELETE';

/** The language that the server answers in; set by the language switch. */
let language = 'zh';
export const setRequestLanguage = (next: string): void => {
  language = next;
};

const readCookie = (name: string): string | undefined =>
  document.cookie
    .split('; ')
    .find((pair) => pair.startsWith(`${name}=`))
    ?.slice(name.length + 1);

/** Fetches a fresh antiforgery token. Needed once, and again after the signed-in account changes, because the token names the account. */
export const refreshAntiforgery = async (): Promise<void> => {
  await fetch('/api/antiforgery', { credentials: 'same-origin' }).catch(() => undefined);
};

const antiforgeryHeader = async (): Promise<Record<string, string>> => {
  if (!readCookie('XSRF-TOKEN')) {
    await refreshAntiforgery();
  }
  const token = readCookie('XSRF-TOKEN');
  return token ? { 'X-XSRF-TOKEN': decodeURIComponent(token) } : {};
};

const parse = (text: string): unknown => {
  try {
    return text === '' ? undefined : JSON.parse(text);
  } catch {
    return undefined;
  }
};

const send = async (method: Method, path: string, body?: unknown): Promise<Response> => {
  const isForm = body instanceof FormData;
  const headers: Record<string, string> = {
    Accept: 'application/json',
    'Accept-Language': language,
    ...(body === undefined || isForm ? {} : { 'Content-Type': 'application/json' }),
    ...(method === 'GET' ? {} : await antiforgeryHeader()),
  };
  const payload = body === undefined ? null : isForm ? body : JSON.stringify(body);
  return fetch(path, { method, headers, credentials: 'same-origin', body: payload });
};

const isStaleToken = (response: Response, body: unknown): boolean =>
  response.status === 400 && /antiforgery/i.test(String((body as { code?: string } | undefined)?.code ?? ''));

async function request<T>(method: Method, path: string, body?: unknown, retried = false): Promise<T> {
  let response: Response;
  try {
    response = await send(method, path, body);
  } catch {
    throw new Problem(0, {});
  }
  const answer = parse(await response.text());
  if (response.ok) {
    return answer as T;
  }
  if (!retried && isStaleToken(response, answer)) {
    await refreshAntiforgery();
    return request<T>(method, path, body, true);
  }
  throw new Problem(response.status, (answer ?? {}) as Record<string, unknown>);
}

export const http = {
  get: <T>(path: string): Promise<T> => request<T>('GET', path),
  post: <T>(path: string, body?: unknown): Promise<T> => request<T>('POST', path, body),
  put: <T>(path: string, body?: unknown): Promise<T> => request<T>('PUT', path, body),
  delete: <T>(path: string): Promise<T> => request<T>('DELETE', path),
};

/** A multipart upload that tells how far it is; fetch cannot. */
export async function upload<T>(path: string, form: FormData, onProgress: (share: number) => void): Promise<T> {
  const headers = await antiforgeryHeader();
  return new Promise<T>((resolve, reject) => {
    const call = new XMLHttpRequest();
    call.open('POST', path);
    call.setRequestHeader('Accept-Language', language);
    Object.entries(headers).forEach(([name, value]) => call.setRequestHeader(name, value));
    call.upload.addEventListener('progress', (event) => onProgress(event.lengthComputable ? event.loaded / event.total : 0));
    call.addEventListener('error', () => reject(new Problem(0, {})));
    call.addEventListener('load', () => {
      const answer = parse(call.responseText);
      if (call.status >= 200 && call.status < 300) {
        resolve(answer as T);
      } else {
        reject(new Problem(call.status, (answer ?? {}) as Record<string, unknown>));
      }
    });
    call.send(form);
  });
}

/** Builds "?a=1&b=2", leaving out what is empty. */
export const query = (values: Record<string, string | number | boolean | null | undefined>): string => {
  const search = new URLSearchParams();
  Object.entries(values).forEach(([name, value]) => {
    if (value !== undefined && value !== null && value !== '' && value !== false) {
      search.set(name, String(value));
    }
  });
  const text = search.toString();
  return text === '' ? '' : `?${text}`;
};

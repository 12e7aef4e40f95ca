import { ApiError } from './errors.ts';

/** POSTs JSON to an address of our own and answers the body; throws ApiError. */
export async function postJson<T = void>(path: string, body: unknown = {}, language?: string): Promise<T> {
  return request<T>(path, { method: 'POST', body: JSON.stringify(body) }, language);
}

export async function getJson<T>(path: string, language?: string): Promise<T> {
  return request<T>(path, { method: 'GET' }, language);
}

/** A file, with the name that the server gave it. */
export async function getFile(path: string, language?: string): Promise<{ blob: Blob; name: string | null }> {
  let response: Response;
  try {
    response = await fetch(path, { credentials: 'same-origin', headers: language ? { 'x-language': language } : {} });
  } catch {
    throw new ApiError(0);
  }
  if (!response.ok) throw new ApiError(response.status, (parse(await response.text()) ?? {}) as object);
  const named = /filename\*=UTF-8''([^;]+)/.exec(response.headers.get('content-disposition') ?? '');
  return { blob: await response.blob(), name: named ? decodeURIComponent(named[1]!) : null };
}

async function request<T>(path: string, init: RequestInit, language?: string): Promise<T> {
  let response: Response;
  try {
    response = await fetch(path, {
      ...init,
      credentials: 'same-origin',
      headers: {
        ...(init.body === undefined ? {} : { 'content-type': 'application/json' }),
        ...(language ? { 'x-language': language } : {}),
      },
    });
  } catch {
    throw new ApiError(0);
  }
  const text = await response.text();
  const value = parse(text);
  if (!response.ok) throw new ApiError(response.status, typeof value === 'object' && value !== null ? value : {});
  return value as T;
}

export function parse(text: string): unknown {
  try {
    return text ? JSON.parse(text) : undefined;
  } catch {
    return undefined;
  }
}

import { ApiError } from './errors.ts';
import { parse } from './http.ts';

export interface StoredFile {
  id: string;
  name: string;
  mediaType: string;
  size: number;
}

export interface UploadOptions {
  /** Told the share that has been sent, 0 to 1. */
  onProgress?: (share: number) => void;
  signal?: AbortSignal;
  language?: string;
}

/** Sends one file to the store. XMLHttpRequest, since fetch cannot tell how far an upload has come. */
export function uploadFile(file: File, { onProgress, signal, language }: UploadOptions = {}): Promise<StoredFile> {
  return new Promise((resolve, reject) => {
    const request = new XMLHttpRequest();
    const abort = () => request.abort();
    request.upload.addEventListener('progress', (event) => {
      if (event.lengthComputable) onProgress?.(event.loaded / event.total);
    });
    request.addEventListener('load', () => {
      signal?.removeEventListener('abort', abort);
      const body = parse(request.responseText);
      if (request.status >= 200 && request.status < 300) resolve(body as StoredFile);
      else reject(new ApiError(request.status, typeof body === 'object' && body !== null ? body : {}));
    });
    request.addEventListener('error', () => reject(new ApiError(0)));
    request.addEventListener('abort', () => reject(new DOMException('aborted', 'AbortError')));
    signal?.addEventListener('abort', abort, { once: true });
    request.open('POST', '/files');
    if (language) request.setRequestHeader('x-language', language);
    const form = new FormData();
    form.append('file', file, file.name);
    request.send(form);
  });
}

/**
 * A key under which the server does a thing once, however often it is asked: make it when the form opens, not when
 * it is sent. randomUUID exists on secure origins only, and a park's server may well be reached by plain http.
 */
export function newKey(): string {
  if (typeof crypto.randomUUID === 'function') return crypto.randomUUID();
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  return [...bytes].map((byte) => byte.toString(16).padStart(2, '0')).join('');
}

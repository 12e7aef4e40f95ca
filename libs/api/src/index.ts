export { createClient, possibleTypes } from './client.ts';
export { ApiError, configureErrors, errorCode, errorDetails, errorText, fieldErrors } from './errors.ts';
export type { ErrorTexts, FieldProblem } from './errors.ts';
export { onLive, startLive, watchedTypes } from './live.ts';
export type { Change } from './live.ts';
export { getJson, postJson } from './http.ts';
export { uploadFile } from './upload.ts';
export type { StoredFile } from './upload.ts';
export { mergePage } from './pages.ts';

const KEPT = 1024;
const TEXT = /^(text\/|application\/(problem\+)?json)/i;

/** How an answer began, for whoever looks for the mistake. What looks like an address or a number of somebody is left out. */
export function answerText(type: string | undefined, body: Buffer): string | null {
  if (body.length === 0 || (type !== undefined && !TEXT.test(type))) return null;
  return body
    .toString('utf8')
    // eslint-disable-next-line no-control-regex -- control characters have no place in a log
    .replace(/[\u0000-\u0008\u000B-\u001F\u007F]/g, '')
    .replace(/[\w.%+-]+@[\w.-]+/g, '…@…')
    .replace(/\+?\d[\d -]{5,}[\dXx]/g, '…')
    .slice(0, KEPT)
    .trim();
}

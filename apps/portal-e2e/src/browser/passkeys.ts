import type { CDPSession, Page } from 'playwright-core';

/** A computer with a fingerprint reader on which its owner always lays the right finger, as Chromium plays it. */
export async function withFingerprint(page: Page): Promise<{ cdp: CDPSession; authenticatorId: string }> {
  const cdp = await page.context().newCDPSession(page);
  await cdp.send('WebAuthn.enable');
  const { authenticatorId } = await cdp.send('WebAuthn.addVirtualAuthenticator', {
    options: { protocol: 'ctap2', transport: 'internal', hasResidentKey: true, hasUserVerification: true, isUserVerified: true, automaticPresenceSimulation: true },
  });
  return { cdp, authenticatorId };
}

/** The product under the name to which passkeys belong. */
export const named = (path: string) => `http://localhost:${new URL(process.env.GONGJIAN_URL!).port}${path}`;

import { type AddressInfo } from 'node:net';
import { type ParsedMail, simpleParser } from 'mailparser';
import { SMTPServer } from 'smtp-server';

/** A real mail server on this machine that keeps what it is handed, and refuses what a test tells it to refuse. */
export class PostOffice {
  readonly mails: (ParsedMail & { raw: string; recipients: string[] })[] = [];
  /** How often somebody tried, by address. */
  readonly tries = new Map<string, number>();
  /** Says with which code an address is refused; undefined takes the mail. */
  refuse: (address: string, tries: number) => number | undefined = () => undefined;
  readonly signIns: string[] = [];
  private readonly server: SMTPServer;

  constructor() {
    this.server = new SMTPServer({
      authOptional: true,
      disabledCommands: ['STARTTLS'],
      allowInsecureAuth: true,
      disableReverseLookup: true,
      onAuth: ({ username, password }, _session, done) => {
        this.signIns.push(`${username}:${password}`);
        done(null, { user: username });
      },
      onRcptTo: ({ address }, _session, done) => {
        const tries = (this.tries.get(address) ?? 0) + 1;
        this.tries.set(address, tries);
        const code = this.refuse(address, tries);
        done(code ? Object.assign(new Error(`not ${address}, not today`), { responseCode: code }) : null);
      },
      onData: (stream, session, done) => {
        const chunks: Buffer[] = [];
        stream.on('data', (chunk: Buffer) => chunks.push(chunk));
        stream.on('end', () => void this.keep(Buffer.concat(chunks), session.envelope.rcptTo.map((to) => to.address)).finally(done));
      },
    });
  }

  private async keep(raw: Buffer, recipients: string[]): Promise<void> {
    this.mails.push({ ...(await simpleParser(raw)), raw: raw.toString('utf8'), recipients });
  }

  async open(): Promise<number> {
    await new Promise<void>((resolve) => this.server.listen(0, '127.0.0.1', resolve));
    return (this.server.server.address() as AddressInfo).port;
  }

  close(): Promise<void> {
    return new Promise((resolve) => this.server.close(() => resolve()));
  }

  to(address: string) {
    return this.mails.filter((mail) => mail.recipients.includes(address));
  }
}

/** Waits for what has to come; Jest ends a test for which it does not. */
export async function until<T>(ask: () => T | Promise<T>): Promise<NonNullable<T>> {
  for (;;) {
    const answer = await ask();
    if (answer) return answer as NonNullable<T>;
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
}

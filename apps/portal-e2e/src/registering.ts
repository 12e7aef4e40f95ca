import { Client, PASSWORD } from '@gongjian/platform/testing';
import { linkTo } from './mail.ts';

export interface Registering {
  /** The path of the organisation's link. */
  registering: string;
  /** The path of the first one's mail, which is not answered yet. */
  asked: string;
  /** The second one, who waits. */
  applicant: Client;
}

/** Turns self-registration on; somebody asks by the link, and somebody else waits already. */
export async function askToComeIn(administrator: Client, [first, second]: readonly [string, string], role = 'TEACHER'): Promise<Registering> {
  const { openSelfRegistration } = await administrator.run('mutation { openSelfRegistration { link } }');
  const { pathname, hash } = new URL(openSelfRegistration.link);
  const token = hash.slice(1);
  const applicant = new Client();
  const { noticeVersion } = (await (await applicant.post('/auth/registration/link', { token })).json()) as { noticeVersion: number };
  const ask = async (email: string) => {
    await applicant.post('/auth/registration/ask', { token, name: '阿依古丽·买买提', email, role, note: '机电系 2024 级 1 班，班主任是李老师，学号 20240117', noticeVersion });
    return linkTo(email, 'REGISTRATION');
  };
  const asked = await ask(first);
  const mail = await ask(second);
  await applicant.post('/auth/registration/register', { token: mail.split('#')[1]!, name: '阿依古丽·买买提', login: `r-${Date.now()}`, password: PASSWORD });
  return { registering: pathname + hash, asked, applicant };
}

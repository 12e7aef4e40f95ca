import type { MailButton, MailDraft, MailItem } from './mail.draft.ts';

const WORDS = {
  'zh-CN': { product: '共建', copy: '如果按钮打不开，请把这个地址复制到浏览器：', automatic: '这封邮件由系统自动发出，请不要直接回复。', greeting: (name: string) => `${name}，您好：` },
  en: { product: 'Gongjian', copy: 'If the button does not open, copy this address into your browser:', automatic: 'This mail was sent automatically; please do not reply to it.', greeting: (name: string) => `Dear ${name},` },
};

const addressOf = (path: string, publicUrl: string) => new URL(path, publicUrl).href;

/** The mail as plain text: what screen readers, watches and careful people read. */
export function textOf(mail: MailDraft, publicUrl: string): string {
  const words = WORDS[mail.language];
  const button = ({ label, path }: MailButton) => `${label}: ${addressOf(path, publicUrl)}`;
  const item = ({ title, text, button: act }: MailItem) => [`· ${title}`, text && `  ${text}`, act && `  ${button(act)}`].filter(Boolean).join('\n');
  const parts = [
    words.greeting(mail.to.name),
    ...mail.lines,
    ...(mail.items ?? []).map(item),
    mail.button && button(mail.button),
    '--',
    [mail.why, mail.settings && button(mail.settings), words.automatic].filter(Boolean).join('\n'),
  ];
  return `${parts.filter(Boolean).join('\n\n')}\n`;
}

const escapeHtml = (text: string) => text.replace(/[&<>"']/g, (character) => `&#${character.charCodeAt(0)};`);

const FONT = "font-family:-apple-system,'Segoe UI','PingFang SC','Microsoft YaHei','Noto Sans CJK SC',sans-serif";
const STYLE = {
  paragraph: `margin:0 0 12px;font-size:15px;line-height:1.7;color:#1d2129`,
  faint: `margin:0 0 6px;font-size:13px;line-height:1.6;color:#616a76`,
  button: `display:inline-block;padding:9px 20px;border-radius:6px;background:#2b5fd9;color:#ffffff;font-size:15px;line-height:1.5;text-decoration:none`,
  link: `color:#2b5fd9;text-decoration:none`,
  item: `padding:14px 0;border-top:1px solid #e5e6eb`,
};

const paragraph = (text: string, style = STYLE.paragraph) => `<p style="${style}">${escapeHtml(text)}</p>`;
const anchor = ({ label, path }: MailButton, publicUrl: string, style: string) => `<a href="${escapeHtml(addressOf(path, publicUrl))}" style="${style}">${escapeHtml(label)}</a>`;

function itemHtml(item: MailItem, publicUrl: string): string {
  return `<div style="${STYLE.item}">${paragraph(item.title, `margin:0 0 4px;font-size:15px;line-height:1.6;color:#1d2129;font-weight:600`)}${item.text ? paragraph(item.text, `margin:0 0 6px;font-size:14px;line-height:1.6;color:#4e5969`) : ''}${item.button ? `<p style="margin:0;font-size:14px">${anchor(item.button, publicUrl, STYLE.link)}</p>` : ''}</div>`;
}

/** Tables and inline styles, since that is what mail programs draw alike; no picture, no script, nothing from elsewhere. */
export function htmlOf(mail: MailDraft, publicUrl: string): string {
  const words = WORDS[mail.language];
  const body = [
    paragraph(words.greeting(mail.to.name)),
    ...mail.lines.map((line) => paragraph(line)),
    mail.items?.length ? `<div style="margin:4px 0 16px;border-bottom:1px solid #e5e6eb">${mail.items.map((item) => itemHtml(item, publicUrl)).join('')}</div>` : '',
    mail.button ? `<p style="margin:20px 0">${anchor(mail.button, publicUrl, STYLE.button)}</p>${paragraph(words.copy, STYLE.faint)}<p style="${STYLE.faint};word-break:break-all">${escapeHtml(addressOf(mail.button.path, publicUrl))}</p>` : '',
  ].join('');
  const foot = [paragraph(mail.why, STYLE.faint), mail.settings ? `<p style="${STYLE.faint}">${anchor(mail.settings, publicUrl, STYLE.link)}</p>` : '', paragraph(words.automatic, STYLE.faint)].join('');
  return `<!doctype html>
<html lang="${mail.language}"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width,initial-scale=1"><meta name="color-scheme" content="light"><title>${escapeHtml(mail.subject)}</title></head>
<body style="margin:0;padding:0;background:#f5f6f8;${FONT}">
<table role="presentation" width="100%" cellpadding="0" cellspacing="0" border="0" style="background:#f5f6f8"><tr><td align="center" style="padding:24px 12px">
<table role="presentation" width="100%" cellpadding="0" cellspacing="0" border="0" style="max-width:600px;background:#ffffff;border:1px solid #e5e6eb;border-radius:8px">
<tr><td style="padding:18px 28px;border-bottom:1px solid #e5e6eb;font-size:16px;font-weight:600;color:#2b5fd9">${words.product}</td></tr>
<tr><td style="padding:24px 28px">${body}</td></tr>
<tr><td style="padding:14px 28px 18px;border-top:1px solid #e5e6eb">${foot}</td></tr>
</table></td></tr></table>
</body></html>`;
}

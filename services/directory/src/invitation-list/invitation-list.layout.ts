import { plain } from '@gongjian/platform/sheets/text';
import type { ReadSheet } from '@gongjian/platform/sheets/sheet.worker';

export const FIELDS = ['NAME', 'EMAIL', 'ORGANISATION', 'ROLES'] as const;
export type ListField = (typeof FIELDS)[number];

/** What headings call a field. The first that fits decides, so the narrow ones come first. */
const WORDS: Record<ListField, RegExp> = {
  EMAIL: /邮箱|邮件|e-?mail|mail address/i,
  ORGANISATION: /单位|企业|公司|学校|院校|机构|部门所属|信用代码|organi[sz]ation|company|school|employer|uscc/i,
  ROLES: /角色|身份|岗位|权限|role/i,
  NAME: /姓名|名字|联系人|人员|教师|学生|员工|^name$|full name|person/i,
};

/** Headings stand below title rows, seldom deeper than this. */
const DEEPEST = 15;

export interface ListLayout {
  sheet: ReadSheet;
  /** 0-based row of the headings. */
  at: number;
  headings: string[];
  fields: (ListField | null)[];
}

function guess(headings: readonly string[]): (ListField | null)[] {
  const taken = new Set<ListField>();
  const fields = headings.map((heading): ListField | null => {
    const field = (Object.keys(WORDS) as ListField[]).find((each) => !taken.has(each) && WORDS[each].test(plain(heading)));
    if (field) taken.add(field);
    return field ?? null;
  });
  return fields;
}

/** The row with the most known headings; it needs one of names and one of addresses. */
function findHeadings(sheet: ReadSheet): ListLayout | null {
  let best: ListLayout | null = null;
  let most = 0;
  for (const [at, cells] of sheet.rows.slice(0, DEEPEST).entries()) {
    const fields = guess(cells);
    const known = fields.filter(Boolean).length;
    if (known > most && fields.includes('EMAIL')) [best, most] = [{ sheet, at, headings: cells.map(plain), fields }, known];
  }
  return best;
}

/** Sheets that can be read so, in the order of the file; hidden ones are nobody's list. */
export const layoutsOf = (sheets: readonly ReadSheet[]): ListLayout[] => sheets.filter(({ hidden }) => !hidden).flatMap((sheet) => findHeadings(sheet) ?? []);

/** What a person has said of columns; a field that was given to another column leaves the one that was guessed. */
export function mapped(layout: ListLayout, columns: readonly { index: number; field?: ListField | null }[]): ListLayout {
  const said = new Map(columns.map(({ index, field }) => [index, field ?? null]));
  const given = new Set(said.values());
  const width = Math.max(layout.headings.length, ...columns.map(({ index }) => index + 1));
  const fields = Array.from({ length: width }, (_, index) => {
    if (said.has(index)) return said.get(index)!;
    const guessed = layout.fields[index] ?? null;
    return guessed && given.has(guessed) ? null : guessed;
  });
  return { ...layout, headings: Array.from({ length: width }, (_, index) => layout.headings[index] ?? ''), fields };
}

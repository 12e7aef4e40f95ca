import type { Language } from '@gongjian/platform';
import { openingText } from '../resource/opening.text.ts';
import type { Resource } from '../resource/resource.entity.ts';
import type { PersonalData } from '../resource/resource.service.ts';

/** What a row is made from beside the resource itself. */
export interface Around {
  owner: string;
  personal: PersonalData | null;
  language: Language;
  say: (code: string) => string;
}

interface Column {
  heading: Record<Language, string>;
  width: number;
  value: (resource: Resource, around: Around) => string | number | null;
}

const column = (zh: string, en: string, width: number, value: Column['value']): Column => ({ heading: { 'zh-CN': zh, en }, width, value });

/** In the order of the sheet. Personal data is masked, as on the screen. */
export const COLUMNS: readonly Column[] = [
  column('类别', 'Kind', 10, ({ kind }, { say }) => say(`KIND_${kind}`)),
  column('名称', 'Name', 28, ({ name }) => name),
  column('编号', 'Code', 18, ({ code }) => code),
  column('规格型号', 'Model', 20, ({ model }) => model),
  column('生产厂家', 'Manufacturer', 24, ({ manufacturer }) => manufacturer),
  column('分类', 'Category', 16, ({ category }) => category),
  column('存放地点', 'Place', 24, ({ place }) => place),
  column('容纳人数', 'Capacity', 10, ({ capacity }) => capacity),
  column('所属单位', 'Owner', 28, (_, { owner }) => owner),
  column('使用部门', 'Department', 18, ({ department }) => department),
  column('管理员', 'Keeper', 12, ({ keeper }) => keeper),
  column('状态', 'State', 10, ({ state }, { say }) => say(`STATE_${state}`)),
  column('可预约', 'Bookable', 8, ({ bookable }, { say }) => say(bookable ? 'YES' : 'NO')),
  column('开放时间', 'Opening hours', 36, ({ openingHours }, { language }) => openingText(openingHours, language)),
  column('需审批', 'Needs approval', 8, ({ needsApproval }, { say }) => say(needsApproval ? 'YES' : 'NO')),
  column('单价（元）', 'Unit price (CNY)', 14, ({ unitPrice }) => unitPrice),
  column('购置日期', 'Purchased on', 12, ({ purchasedOn }) => purchasedOn),
  column('经费来源', 'Funding source', 18, ({ fundingSource }) => fundingSource),
  column('职称', 'Title', 12, ({ profession }) => profession?.title ?? null),
  column('技能等级', 'Skill level', 12, ({ profession }) => profession?.skillLevel ?? null),
  column('双师型级别', 'Dual-qualified', 10, ({ profession }) => profession?.dualQualified ?? null),
  column('专长', 'Subjects', 24, ({ profession }) => profession?.subjects.join('、') ?? null),
  column('身份证号', 'ID number', 22, (_, { personal }) => personal?.idNumber ?? null),
  column('联系电话', 'Phone', 16, (_, { personal }) => personal?.phone ?? null),
  column('备注', 'Note', 30, ({ note }) => note),
];

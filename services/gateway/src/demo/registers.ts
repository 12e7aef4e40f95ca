import { demoAccounts } from './accounts.ts';
import type { Chance } from './chance.ts';
import { organisations } from './organisations.ts';
import { MACHINE_HOURS, MACHINES, ROOMS, names } from './things.ts';

/** A register as its owner would upload it. All people and numbers are invented; the region of the ID numbers does not exist. */
export interface DemoRegister {
  owner: string;
  /** Who uploads it. */
  login: string;
  register: 'EQUIPMENT' | 'VENUES' | 'TEACHERS' | 'ENGINEERS';
  fileName: string;
  rows: readonly (readonly string[])[];
}

/** Nobody twice: a name in two registers would be read as the same person. */
class People {
  private readonly taken = new Set(demoAccounts.map(({ name }) => name));

  constructor(private readonly chance: Chance) {}

  next(): { name: string; gender: '男' | '女' } {
    for (;;) {
      const gender = this.chance.next() < 0.6 ? '男' : '女';
      const name = this.chance.pick(names.FAMILY) + this.chance.pick(gender === '男' ? names.MEN : names.WOMEN);
      if (this.taken.has(name)) continue;
      this.taken.add(name);
      return { name, gender };
    }
  }
}

const phoneOf = (chance: Chance) => `199000${String(chance.below(100_000)).padStart(5, '0')}`;

function idNumberOf(chance: Chance, year: number): string {
  const body = `430099${year}${String(1 + chance.below(12)).padStart(2, '0')}${String(1 + chance.below(28)).padStart(2, '0')}${String(chance.below(1000)).padStart(3, '0')}`;
  const weights = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2];
  return body + '10X98765432'[[...body].reduce((sum, digit, index) => sum + Number(digit) * weights[index]!, 0) % 11]!;
}

function equipment(owner: string, login: string, chance: Chance, people: People): DemoRegister {
  const keepers = [people.next().name, people.next().name];
  const rows = MACHINES[owner]!.flatMap(([name, model, maker, price, place, count], machine) =>
    Array.from({ length: count }, (_, line) => {
      const year = 2016 + chance.below(9);
      // One of a row of equals is away for repair here and there, as everywhere.
      const state = count > 2 && line === count - 1 ? '维修' : line === 1 && count > 3 ? '闲置' : '在用';
      return [`${year}${String(machine + 1).padStart(2, '0')}${String(line + 1).padStart(3, '0')}`, name, model, maker, String(price), `${year}年${1 + chance.below(12)}月`, '1', place, MACHINE_HOURS[owner]!, chance.pick(['省级财政专项', '校企共建', '企业自筹']), keepers[machine % 2]!, state];
    }),
  );
  return { owner, login, register: 'EQUIPMENT', fileName: `${owner}-教学仪器设备台账.csv`, rows: [[`${owner}教学仪器设备台账（截至2026年10月）`], ['资产编号', '设备名称', '规格型号', '生产厂家', '单价(元)', '购置日期', '数量', '存放地点', '开放时间', '经费来源', '领用人', '现状'], ...rows] };
}

function venues(owner: string, login: string, people: People): DemoRegister {
  const keepers = [people.next().name, people.next().name];
  const rows = ROOMS[owner]!.map(([name, campus, building, room, places, area, hours], index) => [campus, building, room, name, places, area, hours, keepers[index % 2]!]);
  return { owner, login, register: 'VENUES', fileName: `${owner}-实训室一览表.csv`, rows: [['校区', '楼栋', '房间号', '实训室名称', '工位数', '面积(㎡)', '开放时间', '管理员'], ...rows] };
}

/** What is taught, and by which department. */
const SUBJECTS: Record<string, readonly (readonly [department: string, subject: string])[]> = {
  轨道职院: [['轨道车辆学院', '车辆检修'], ['轨道车辆学院', '列车牵引与制动'], ['智能制造学院', '工业机器人编程'], ['智能制造学院', '数控编程与加工'], ['智能制造学院', 'PLC应用技术'], ['铁道通信学院', '信号设备维护']],
  机电职院: [['工程机械学院', '工程机械检修'], ['工程机械学院', '液压传动'], ['智能制造学院', '焊接工艺'], ['智能制造学院', '数控编程与加工']],
  汽车职院: [['汽车工程学院', '新能源汽车检修'], ['汽车工程学院', '动力电池技术'], ['智能交通学院', '智能网联技术'], ['汽车工程学院', '电机控制技术']],
};

function teachers(owner: string, login: string, count: number, chance: Chance, people: People): DemoRegister {
  const rows = Array.from({ length: count }, (_, index) => {
    const year = 1968 + chance.below(28);
    const [department, subject] = SUBJECTS[owner]![index % SUBJECTS[owner]!.length]!;
    const { name, gender } = people.next();
    const title = year < 1976 ? chance.pick(['副教授', '教授']) : year < 1988 ? chance.pick(['讲师', '副教授']) : chance.pick(['助教', '讲师']);
    return [`T${String(index + 1).padStart(4, '0')}`, name, gender, `${year}-${String(1 + chance.below(12)).padStart(2, '0')}`, department, title, chance.pick(['初级', '中级', '高级', '否']), subject, chance.pick(['周一至周五 08:00-17:30', '周一至周四 08:00-17:30', '周一至周五 08:00-21:00']), String(chance.below(13)), phoneOf(chance), idNumberOf(chance, year)];
  });
  return { owner, login, register: 'TEACHERS', fileName: `${owner}-教师名册.csv`, rows: [['工号', '姓名', '性别', '出生年月', '部门', '职称', '双师型级别', '任教课程', '可授课时段', '近五年企业实践(月)', '手机号', '身份证号'], ...rows] };
}

const TRADES: Record<string, readonly (readonly [position: string, trade: string])[]> = {
  示例机车: [['转向架装配班组长', '转向架检修'], ['焊接工艺工程师', '焊接工艺'], ['数控调试工程师', '数控加工'], ['牵引系统工程师', '牵引系统诊断']],
  示例航发: [['装配技师', '发动机装调'], ['增材工艺工程师', '增材制造'], ['质量工程师', '精密检测']],
  示例重工: [['液压工程师', '液压系统诊断'], ['焊接班组长', '焊接工艺'], ['服务工程师', '整机检修']],
  示例汽车: [['电池工程师', '动力电池检测'], ['标定工程师', '电驱标定'], ['售后技师', '整车诊断']],
};

function engineers(owner: string, login: string, count: number, chance: Chance, people: People): DemoRegister {
  const { name, uscc } = organisations.find((one) => one.shortName === owner)!;
  const rows = Array.from({ length: count }, (_, index) => {
    const [position, trade] = TRADES[owner]![index % TRADES[owner]!.length]!;
    return [people.next().name, name, uscc, position, chance.pick(['高级工', '技师', '高级技师']), trade, chance.pick(['周一至周五 08:00-17:30', '周一至周六 08:00-17:30', '周三下午', '周一三五 19:00-21:00']), chance.pick(['20', '40', '80']), phoneOf(chance)];
  });
  return { owner, login, register: 'ENGINEERS', fileName: `${owner}-企业技术人员名单.csv`, rows: [['姓名', '企业', '统一社会信用代码', '岗位', '技能等级', '专长', '可授课时段', '每年可兼职学时', '联系电话'], ...rows] };
}

/** The registers of one consortium, by whoever may upload them there. */
export function registersOf(consortium: string, chance: Chance): DemoRegister[] {
  const people = new People(chance);
  if (consortium.includes('轨道')) {
    return [
      equipment('轨道职院', 'keeper', chance, people),
      venues('轨道职院', 'keeper', people),
      teachers('轨道职院', 'keeper', 18, chance, people),
      equipment('示例机车', 'factory', chance, people),
      venues('示例机车', 'factory', people),
      engineers('示例机车', 'factory', 10, chance, people),
      equipment('示例航发', 'engine', chance, people),
      engineers('示例航发', 'engine', 5, chance, people),
      equipment('示例电子', 'park', chance, people),
      venues('高新园区', 'park', people),
    ];
  }
  const [machines, rooms, firm, login] = consortium.includes('工程机械') ? ['示例重工', '机电职院', '示例重工', 'machinery'] : ['汽车职院', '汽车职院', '示例汽车', 'vehicles'];
  return [equipment(machines!, login!, chance, people), venues(rooms!, login!, people), engineers(firm!, login!, 6, chance, people), teachers(rooms!, login!, 8, chance, people)];
}

/** CSV as a spreadsheet saves it. */
export function csv(rows: readonly (readonly string[])[]): string {
  return rows.map((row) => row.map((cell) => (/[",\n]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell)).join(',')).join('\r\n');
}

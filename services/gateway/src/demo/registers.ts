import { Chance } from './chance.ts';
import { organisations } from './organisations.ts';

/** A register as its owner would upload it. All people and numbers are invented; the region of the ID numbers does not exist. */
export interface DemoRegister {
  owner: string;
  /** Who uploads it. */
  login: string;
  register: 'EQUIPMENT' | 'VENUES' | 'TEACHERS' | 'ENGINEERS';
  fileName: string;
  rows: readonly (readonly string[])[];
}

const FAMILY = [...'钱邹熊于赵付董向范孙苏黎任郑白覃夏邝邓严彭侯贺肖'];
const GIVEN = ['立浩', '丽娟', '建欣', '涵', '强涛', '超远', '桂梓', '萱洋', '思', '滔', '明霞', '博钧', '立平', '志华', '时洋', '英滔', '雨桐', '一鸣', '文博', '雅琴'];
const nameOf = (chance: Chance) => chance.pick(FAMILY) + chance.pick(GIVEN);
const phoneOf = (chance: Chance) => `199000${String(chance.below(100_000)).padStart(5, '0')}`;

function idNumberOf(chance: Chance, year: number): string {
  const body = `430099${year}${String(1 + chance.below(12)).padStart(2, '0')}${String(1 + chance.below(28)).padStart(2, '0')}${String(chance.below(1000)).padStart(3, '0')}`;
  const weights = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2];
  return body + '10X98765432'[[...body].reduce((sum, digit, index) => sum + Number(digit) * weights[index]!, 0) % 11]!;
}

type Machine = [name: string, model: string, maker: string, price: number];

const MACHINES: Record<string, readonly Machine[]> = {
  轨道职院: [
    ['工业机器人工作站', 'IRB 1410', '示例机器人', 268_000],
    ['PLC综合实训台', 'S7-1500', '示例自动化', 34_500],
    ['列车牵引仿真平台', 'TS-300', '示例轨道装备', 860_000],
    ['转向架检修实训台', 'ZK-209', '示例轨道装备', 430_000],
    ['数控车床', 'CK6140', '示例机床', 128_000],
    ['三坐标测量机', 'GLOBAL 7.10.7', '示例计量', 396_000],
  ],
  示例机车: [
    ['五轴联动加工中心', 'DMU 50', '示例精机', 1_260_000],
    ['焊接机器人', 'TM-1400', '示例机器人', 285_000],
    ['转向架总成试验台', 'BT-80', '示例机车', 2_300_000],
    ['伺服压力机', 'SP-160', '示例机床', 520_000],
  ],
  示例航发: [
    ['航空发动机拆装平台', 'WP-8', '示例航发', 680_000],
    ['金属3D打印机', 'M290', '示例增材', 1_980_000],
    ['叶片激光检测仪', 'LS-200', '示例计量', 740_000],
  ],
  示例电子: [
    ['SMT贴片实训线', 'NXT-M3', '示例电子', 940_000],
    ['示波器', 'MSO44', '示例仪器', 58_000],
  ],
  示例重工: [
    ['挖掘机模拟机', 'SWE-SIM3', '示例重工', 128_000],
    ['液压综合试验台', 'HY-500', '示例重工', 315_000],
    ['泵车臂架焊接机器人', 'ARC-20', '示例机器人', 460_000],
  ],
  汽车职院: [
    ['新能源汽车整车实训平台', 'EV-450', '示例汽车', 168_000],
    ['动力电池PACK检测台', 'BTS-600', '示例汽车', 235_000],
    ['电机控制器实训台', 'MCU-12', '示例自动化', 86_000],
  ],
};

function equipment(owner: string, login: string, quantity: number, chance: Chance): DemoRegister {
  const places = ['实训楼A101', '实训楼A203', '实训楼B105', '先进制造中心1-02', '产教融合实践中心208'];
  const states = ['在用', '在用', '在用', '在用', '在用', '闲置', '维修'];
  const rows = MACHINES[owner]!.flatMap(([name, model, maker, price], machine) =>
    Array.from({ length: quantity }, (_, line) => {
      const year = 2014 + chance.below(11);
      return [`${year}${String(machine + 1).padStart(2, '0')}${String(line + 1).padStart(3, '0')}`, name, model, maker, String(price), `${year}年${1 + chance.below(12)}月`, name === '示波器' ? '3' : '1', '实训中心', chance.pick(places), chance.pick(['中央财政专项', '省级财政', '校企共建', '企业自筹']), nameOf(chance), chance.pick(states), ''];
    }),
  );
  return { owner, login, register: 'EQUIPMENT', fileName: `${owner}-教学仪器设备台账.csv`, rows: [[`${owner}教学仪器设备台账（截至2026年10月）`], ['资产编号', '设备名称', '规格型号', '生产厂家', '单价(元)', '购置日期', '数量', '使用单位', '存放地点', '经费来源', '领用人', '现状', '备注'], ...rows] };
}

function venues(owner: string, login: string, count: number, chance: Chance): DemoRegister {
  const kinds = ['转向架检修工坊', '数控加工车间', '工业机器人实训室', '列车驾驶模拟室', '液压与气动实训室', '电工电子实训室', '增材制造工坊', '多功能培训教室'];
  const hours = ['8:00-21:30', '8：00—12：00，14：00—18：00', '周一至周五 08:00-17:30', '全天'];
  const rows = Array.from({ length: count }, (_, index) => ['园区校区', chance.pick(['A栋', 'B栋', '实训楼']), String(101 + index * 3), `${kinds[index % kinds.length]!}${index + 1}`, chance.pick(['20', '40人', '48', '50']), chance.pick(['80', '120.5', '260']), chance.pick(hours), nameOf(chance)]);
  return { owner, login, register: 'VENUES', fileName: `${owner}-实训室一览表.csv`, rows: [['校区', '楼栋', '房间号', '实训室名称', '工位数', '面积(㎡)', '开放时间', '管理员'], ...rows] };
}

function teachers(owner: string, login: string, count: number, chance: Chance): DemoRegister {
  const rows = Array.from({ length: count }, (_, index) => {
    const year = 1968 + chance.below(28);
    return [`T${String(index + 1).padStart(4, '0')}`, nameOf(chance), chance.pick(['男', '女']), `${year}-${String(1 + chance.below(12)).padStart(2, '0')}`, chance.pick(['轨道交通学院', '机械工程学院', '电子信息学院']), chance.pick(['助教', '讲师', '副教授', '教授']), chance.pick(['初级', '中级', '高级', '否']), chance.pick(['PLC应用技术', '工业机器人编程', '数控编程与加工', '车辆检修', '机电设备维修']), String(chance.below(13)), phoneOf(chance), idNumberOf(chance, year)];
  });
  return { owner, login, register: 'TEACHERS', fileName: `${owner}-教师名册.csv`, rows: [['工号', '姓名', '性别', '出生年月', '部门', '职称', '双师型级别', '任教课程', '近五年企业实践(月)', '手机号', '身份证号'], ...rows] };
}

function engineers(owner: string, login: string, count: number, chance: Chance): DemoRegister {
  const { name, uscc } = organisations.find((one) => one.shortName === owner)!;
  const rows = Array.from({ length: count }, () => [nameOf(chance), name, uscc, chance.pick(['班组长', '工艺工程师', '调试工程师', '质量工程师']), chance.pick(['高级工', '技师', '高级技师']), chance.pick(['机器人集成', '焊接工艺', '数控加工', '故障诊断']), chance.pick(['周一至周五 08:00-17:30', '周六全天', '周三下午', '周一三五 19:00-21:00']), chance.pick(['20', '40', '80']), phoneOf(chance)]);
  return { owner, login, register: 'ENGINEERS', fileName: `${owner}-企业技术人员名单.csv`, rows: [['姓名', '企业', '统一社会信用代码', '岗位', '技能等级', '专长', '可授课时段', '每年可兼职学时', '联系电话'], ...rows] };
}

/** The registers of one consortium, by whoever may upload them there. */
export function registersOf(consortium: string, chance: Chance): DemoRegister[] {
  if (consortium.includes('轨道')) {
    return [
      equipment('轨道职院', 'keeper', 4, chance),
      venues('轨道职院', 'keeper', 12, chance),
      teachers('轨道职院', 'keeper', 18, chance),
      equipment('示例机车', 'factory', 3, chance),
      venues('示例机车', 'factory', 4, chance),
      engineers('示例机车', 'factory', 10, chance),
      equipment('示例航发', 'engine', 2, chance),
      engineers('示例航发', 'engine', 5, chance),
      equipment('示例电子', 'park', 2, chance),
      venues('高新园区', 'park', 5, chance),
    ];
  }
  if (consortium.includes('工程机械')) return [equipment('示例重工', 'machinery', 3, chance), venues('机电职院', 'machinery', 6, chance), engineers('示例重工', 'machinery', 6, chance), teachers('机电职院', 'machinery', 8, chance)];
  return [equipment('汽车职院', 'vehicles', 3, chance), venues('汽车职院', 'vehicles', 6, chance), engineers('示例汽车', 'vehicles', 6, chance), teachers('汽车职院', 'vehicles', 8, chance)];
}

/** CSV as a spreadsheet saves it. */
export function csv(rows: readonly (readonly string[])[]): string {
  return rows.map((row) => row.map((cell) => (/[",\n]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell)).join(',')).join('\r\n');
}

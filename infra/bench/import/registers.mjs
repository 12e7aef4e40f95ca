import ExcelJS from 'exceljs';

const HEADINGS = ['序号', '资产编号', '设备名称', '规格型号', '存放地点', '领用人', '数量', '购置日期', '单价（元）', '使用状态'];
const NAMES = ['数控车床', '五轴联动加工中心', '工业机器人', '三坐标测量机', '激光切割机', '示波器', '新能源汽车实训台', '转向架检修平台'];
const KEEPERS = ['马晓东', '欧阳建国', '阿依古丽·买买提', '李䶮', '周绿萍'];
const STATES = ['在用', '闲置', '维修', '在用', '在用'];

/** Every line one machine of its own, as a college's register has them. */
function* lines(count) {
  for (let n = 1; n <= count; n++) {
    const day = `20${String(10 + (n % 15)).padStart(2, '0')}-${String(1 + (n % 12)).padStart(2, '0')}-${String(1 + (n % 28)).padStart(2, '0')}`;
    yield [n, `SB-${String(n).padStart(6, '0')}`, `${NAMES[n % NAMES.length]}${n % 97}号`, `M-${n % 313}`, `实训楼${'ABCD'[n % 4]}栋 ${100 + (n % 400)}`, KEEPERS[n % KEEPERS.length], 1, day, 1000 + (n % 5000), STATES[n % STATES.length]];
  }
}

export async function registerAsWorkbook(count) {
  const workbook = new ExcelJS.Workbook();
  const sheet = workbook.addWorksheet('设备台账');
  sheet.addRow(['2026年教学仪器设备台账']);
  sheet.addRow(HEADINGS);
  for (const line of lines(count)) sheet.addRow(line);
  return Buffer.from(await workbook.xlsx.writeBuffer());
}

export function registerAsCsv(count) {
  const rows = [HEADINGS, ...lines(count)].map((cells) => cells.join(','));
  return Buffer.from(`\uFEFF${rows.join('\r\n')}\r\n`);
}

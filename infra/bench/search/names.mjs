const MACHINES = ['数控车床', '数控铣床', '五轴加工中心', '立式加工中心', '卧式加工中心', '激光切割机', '六轴焊接机器人', '电火花成型机', '慢走丝线切割', '三坐标测量机', '平面磨床', '外圆磨床', '注塑机', '工业机器人工作站', 'PLC实训台', '电气控制柜', '液压实训台', '气动实训台', '新能源汽车整车', '动力电池拆装台', '轨道车辆转向架', '接触网实训平台', '地铁屏蔽门', '盾构机模拟舱', '无人机航测系统', '三维扫描仪', '金属增材制造机', '示波器', '频谱分析仪', '服务器机柜'];
const MAKERS = ['沈阳', '大连', '宝鸡', '济南', '齐齐哈尔', '武汉华中', '广州', '北京精雕', '株洲', '湘潭', '长沙', '重庆', '南京', '苏州', '昆山', '汇川', '埃斯顿', '新松', '发那科', '西门子'];
const MODELS = ['CK6140', 'CK6150', 'VMC850', 'VMC1160', 'HMC630', 'M-10iD', 'IRB1410', 'KR6', 'S7-1200', 'TruLaser3030', 'MDS3000', 'XK714', 'DK7740', 'JL-200'];
const ROOMS = ['多媒体教室', '机房', '理实一体化教室', '报告厅', '实训车间', '洁净室', '仿真实训室', '阶梯教室', '创客空间', '会议室'];
const BUILDINGS = ['实训楼A座', '实训楼B座', '产教融合大楼', '教学主楼', '图文信息中心', '中试基地一号厂房', '中试基地二号厂房', '东校区工程楼', '西校区综合楼', '园区公共服务中心'];
const COURSES = ['数控编程与操作', '机械制图', '电工电子技术', '可编程控制器应用', '工业机器人操作与运维', '焊接工艺', '轨道车辆检修', '新能源汽车故障诊断', '模具设计与制造', '液压与气压传动', '机床装调与维修', '金工实习', '钳工综合训练', '智能产线联调', '无人机测绘', '数据采集与监控', '质量检测', '安全用电', '新员工上岗培训', '高级工鉴定考核'];
const FAMILY = [...'王李张刘陈杨黄赵吴周徐孙马朱胡郭何高林罗郑梁谢宋唐许韩冯邓曹彭曾肖田董袁潘于蒋蔡余杜叶程苏魏吕丁任沈姚卢姜崔钟谭陆汪范金石廖贾夏韦付方白邹孟熊秦邱江尹薛闫段雷侯龙史陶黎贺顾毛郝龚邵万钱严覃武戴莫孔向汤单解'];
const GIVEN = [...'伟芳娜敏静丽强磊军洋勇艳杰娟涛明超秀霞平刚桂英华玉兰红梅建国志文辉鹏飞宇轩浩然子涵欣怡梓睿雨桐佳琪思远博俊凯晨曦雪莹琳瑶婷颖倩蕾薇绿茵海峰岩松柏林森'];
const CITIES = ['株洲', '湘潭', '长沙', '衡阳', '岳阳', '常德', '郴州', '娄底', '邵阳', '益阳'];
const TRADES = ['轨道交通装备', '航空动力', '硬质合金', '新能源汽车', '工程机械', '电力电子', '精密制造', '智能控制', '复合材料', '职业技术学院'];

export const organisationNames = Array.from({ length: 30 }, (_, n) => `${CITIES[n % 10]}示例${TRADES[(n * 3 + Math.floor(n / 10)) % 10]}${n % 3 ? '有限公司' : '集团股份公司'}`);

export const personName = (chance) => chance.pick(FAMILY) + chance.pick(GIVEN) + (chance.next() < 0.7 ? chance.pick(GIVEN) : '');

/** A line of a register, as registers have them: three in five machines, two in five rooms and people. */
export function resource(chance, n) {
  const number = String(n).padStart(6, '0');
  const place = `${chance.pick(BUILDINGS)} ${1 + chance.below(6)}${String(1 + chance.below(40)).padStart(2, '0')}`;
  const keeper = personName(chance);
  const part = chance.next();
  if (part < 0.6) return { kind: 'EQUIPMENT', name: `${chance.pick(MAKERS)}${chance.pick(MACHINES)}${1 + chance.below(60)}号`, code: `SB-${2012 + chance.below(14)}-${number}`, model: `${chance.pick(MODELS)}${chance.pick(['', 'A', 'E', '-D', '/2'])}`, place, keeper };
  if (part < 0.8) return { kind: 'VENUE', name: `${chance.pick(ROOMS)}${place.slice(-3)}`, code: `F${number}`, model: null, place, keeper };
  return { kind: part < 0.95 ? 'TEACHER' : 'ENGINEER', name: personName(chance), code: `T${2000 + chance.below(26)}${number}`, model: null, place: null, keeper: null };
}

export const title = (chance) => `${chance.pick(COURSES)}${chance.pick(['实训', '考核', '', '集中周', '公开课'])}（${chance.pick(['机电', '数控', '轨道', '焊接', '汽修', '电气'])}${23 + chance.below(4)}${String(1 + chance.below(12)).padStart(2, '0')}班）`;

import type { Register } from './register.types.ts';

export interface Field {
  name: string;
  zh: string;
  en: string;
  required?: boolean;
  /** Headings that mean this field, folded as `foldHeading` does; the earlier, the surer. `=设备` counts only as the whole heading. */
  words: readonly string[];
  /** Headings that contain one of the words and yet mean something else. */
  not?: RegExp;
  /** ID numbers and telephone numbers: sealed, and never shown in full. */
  personal?: boolean;
}

const words = (list: string): readonly string[] => list.split(/\s*\|\s*/);

const shared = {
  campus: { name: 'campus', zh: '校区', en: 'Campus', words: words('校区|园区|厂区|所在校区|所属校区|院区|campus|site') },
  building: { name: 'building', zh: '楼栋', en: 'Building', words: words('楼栋|楼宇|楼名|大楼|教学楼|所在楼|栋|楼号|楼栋号|建筑物|建筑|building|block'), not: /面积/ },
  floor: { name: 'floor', zh: '楼层', en: 'Floor', words: words('楼层|层|层数|所在楼层|floor|level') },
  room: { name: 'room', zh: '房间号', en: 'Room', words: words('房间号|房号|门牌号|室号|教室号|房间|房间编号|门牌|room|roomno|roomnumber') },
  department: { name: 'department', zh: '使用部门', en: 'Department', words: words('使用单位|使用部门|所属部门|部门|管理部门|领用单位|领用部门|所属院系|院系|系部|学院|所属学院|所在部门|归属部门|所属单位|归口部门|归口单位|管理单位|二级学院|所属系部|教研室|所属教研室|车间|科室|院部|主管部门|使用班组|=单位|department|dept|usedby|using department|faculty|school|college|division'), not: /编号|代码|负责人|日期|联系|code|no\.?$/ },
  state: { name: 'state', zh: '现状', en: 'State', words: words('现状|使用状态|状态|设备状态|使用情况|设备现状|当前状态|资产状态|使用现状|完好情况|完好状况|设备状况|运行状态|状况|开放状态|场地状态|使用状况|是否在用|是否可用|是否完好|status|state|condition|current status') },
  note: { name: 'note', zh: '备注', en: 'Note', words: words('备注|说明|其他|备注说明|附注|其它|note|notes|remark|remarks|comment|comments') },
  openingHours: { name: 'openingHours', zh: '开放时间', en: 'Opening hours', words: words('开放时间|开放时段|可用时间|可预约时间|可用时段|使用时间|可预约时段|开放时间段|对外开放时间|opening hours|open hours|hours|availability|available time|opening times'), not: /近五年|实践|年限/ },
  phone: { name: 'phone', zh: '联系电话', en: 'Phone', personal: true, words: words('手机号|手机号码|联系电话|手机|电话|联系方式|移动电话|电话号码|联系手机|办公电话|phone|mobile|telephone|tel|cell|contact|phone number|mobile number|contact number'), not: /邮箱|紧急|家属|亲属|配偶|微信|qq|e-?mail/i },
  idNumber: { name: 'idNumber', zh: '身份证号', en: 'ID number', personal: true, words: words('身份证号|身份证号码|身份证|证件号|证件号码|公民身份号码|居民身份证号|身份证件号码|身份证件号|id number|id card|idcard|idno|=id|national id|identity number|identity card'), not: /类型|种类|type/ },
  skillLevel: { name: 'skillLevel', zh: '技能等级', en: 'Skill level', words: words('技能等级|职业技能等级|技能级别|职业资格等级|职业资格|技能等级证书|技能证书等级|skill level|skill grade|qualification level|qualification') },
  yearlyHours: { name: 'yearlyHours', zh: '每年可兼职学时', en: 'Hours a year', words: words('每年可兼职学时|可兼职学时|年可兼职学时|年学时|可授课学时|每年可授课学时|学时|课时|年课时|年授课学时|年授课课时|年授课时|每年可授课时|yearly hours|annual hours|hours per year|hours a year|teaching hours'), not: /费|标准|报酬/ },
  subjects: { name: 'subjects', zh: '任教课程', en: 'Subjects', words: words('任教课程|专长|任教科目|主讲课程|授课课程|课程|承担课程|专业特长|技术专长|特长|擅长|擅长领域|专业领域|研究方向|技术方向|可授课程|所授课程|专业方向|expertise|subjects|subject|courses|course|speciality|specialty|skills|field|courses taught') },
} satisfies Record<string, Field>;

const person = { name: 'name', zh: '姓名', en: 'Name', required: true, words: words('姓名|教师姓名|工程师姓名|人员姓名|名字|员工姓名|老师姓名|教师名称|=教师|=老师|=工程师|name|full name|=teacher|=engineer|teacher name|engineer name|employee name|=person'), not: /紧急|联系|单位|企业|公司|company|organi[sz]ation/ } satisfies Field;

const EQUIPMENT: readonly Field[] = [
  { name: 'name', zh: '设备名称', en: 'Name', required: true, words: words('设备名称|仪器名称|资产名称|仪器设备名称|名称|设备名|品名|物品名称|教学仪器设备名称|固定资产名称|=设备|=仪器设备|=仪器|name|equipment name|equipment|asset name|device|device name|machine|item|description'), not: /厂|单位|部门|供应商|编号|分类名称|学校|学院|院系|企业|公司|项目|课程|专业|实训室|场地|manufacturer|supplier|地点/ },
  { name: 'code', zh: '资产编号', en: 'Asset number', words: words('资产编号|设备编号|仪器编号|固定资产编号|资产编码|设备编码|编号|资产号|设备号|统一编号|固定资产编码|资产代码|资产卡片号|卡片编号|设备代号|资产代号|内部编号|自编号|=台账号|asset no|asset number|equipment no|equipment number|asset code|asset id|asset tag|code|equipment id|inventory no|inventory number|tag|=no'), not: /出厂|合同|发票|序列|分类|国标|序号|凭证|部门|单位|实训室|地点|serial|contract|invoice/ },
  { name: 'model', zh: '规格型号', en: 'Model', words: words('规格型号|型号|型号规格|设备型号|型号及规格|规格/型号|型号/规格|规格及型号|model|model no|model number|type/model|specification/model') },
  { name: 'specification', zh: '规格', en: 'Specification', words: words('规格|技术规格|主要技术参数|技术参数|主要参数|specification|spec|specs|technical data') },
  { name: 'manufacturer', zh: '生产厂家', en: 'Manufacturer', words: words('生产厂家|厂家|制造商|生产厂商|厂商|制造厂商|生产商|制造厂|品牌|制造厂家|生产单位|生产企业|供应商|供货商|品牌/厂家|制造单位|厂名|manufacturer|maker|brand|vendor|supplier|make'), not: /编号|日期|电话/ },
  { name: 'category', zh: '设备类别', en: 'Category', words: words('设备类别|类别|分类|资产类别|设备分类|资产分类|分类名称|种类|设备类型|类型|大类|category|class|type|kind|classification'), not: /代码|编码|编号|号$|经费|code/ },
  { name: 'unitPrice', zh: '单价', en: 'Unit price', words: words('单价|设备单价|原值|单台价格|价格|单位价格|购置单价|设备原值|资产原值|价值|单台原值|unit price|price|unit cost|cost|value|purchase price'), not: /总|合计|净值|折旧|服务|收费|租|小时|机时|对外|total/ },
  { name: 'totalPrice', zh: '总价', en: 'Total price', words: words('总价|金额|总金额|总值|合价|总价值|小计|设备总值|购置金额|total price|total|amount|total cost|total value') },
  { name: 'purchasedOn', zh: '购置日期', en: 'Purchased on', words: words('购置日期|购买日期|购置时间|采购日期|购入日期|购买时间|购进日期|取得日期|取得时间|启用日期|入账日期|投入使用日期|启用时间|入库日期|验收日期|购置年月|购置年份|购置年度|采购时间|采购年份|购买年份|购买年月|入库时间|建账日期|登记日期|使用日期|出厂日期|purchase date|date of purchase|purchased|acquired|acquisition date|date acquired|purchased on|commissioned|date'), not: /报废|保修|检定|校准|盘点|变动|出库|warranty|填报/ },
  { name: 'quantity', zh: '数量', en: 'Quantity', words: words('数量|台套数|台数|套数|设备数量|台(套)数|台件数|件数|数量(台套)|台/套|数量/台套|实有数量|数目|quantity|qty|count|number of units|units|pcs') },
  shared.department,
  { name: 'place', zh: '存放地点', en: 'Place', words: words('存放地点|存放地|存放位置|安装地点|使用地点|放置地点|所在地点|地点|位置|存放处|设备地点|存放场所|安装位置|所在位置|所在实训室|实训室|实验室|所属实训室|场地|location|place|storage location|position|where|lab') , not: /代码|编号|编码/ },
  shared.campus, shared.building, shared.floor, shared.room,
  { name: 'fundingSource', zh: '经费来源', en: 'Funding source', words: words('经费来源|资金来源|经费科目|经费|资金渠道|购置经费来源|项目来源|来源|资金性质|funding source|funding|fund|source of funds|source') , not: /日期/ },
  { name: 'keeper', zh: '领用人', en: 'Keeper', words: words('领用人|保管人|管理员|使用人|负责人|责任人|管理人|保管员|设备管理员|设备负责人|领用人/保管人|资产管理员|经办人|keeper|custodian|person in charge|responsible|responsible person|owner|in charge|manager|user|assigned to') , not: /电话|手机|部门|单位|工号|phone/ },
  shared.state,
  { ...shared.openingHours, words: shared.openingHours.words },
  shared.note,
];

const VENUES: readonly Field[] = [
  { name: 'name', zh: '实训室名称', en: 'Name', required: true, words: words('实训室名称|场地名称|实验室名称|教室名称|场所名称|名称|实训场所名称|实训基地名称|室名|工坊名称|车间名称|会议室名称|=实训室|=场地|=实验室|=教室|场地名|实训室/车间|教室/实训室|功能室名称|实训场地|实训场地名称|场馆名称|房间名称|name|venue|venue name|room name|lab name|laboratory|=workshop|=space|=facility'), not: /单位|部门|学院|厂|管理|编号|号$/ },
  { name: 'code', zh: '场地编号', en: 'Venue number', words: words('场地编号|实训室编号|实验室编号|场所编号|实训室代码|编号|场地代码|教室编号|实训室编码|场地编码|场所编码|venue no|venue code|code|venue id|room code|=id|=no'), not: /序号|分类|房间|门牌/ },
  shared.campus, shared.building, shared.floor, shared.room,
  { name: 'place', zh: '地点', en: 'Place', words: words('地点|位置|所在位置|地址|场地位置|所在地点|具体位置|场地地点|详细地址|坐落|坐落位置|place|location|address|position') },
  { name: 'category', zh: '用途', en: 'Use', words: words('用途|场地类型|类型|类别|实训室类型|功能|场地类别|主要用途|场地性质|实训室性质|性质|use|usage|category|type|kind|function|purpose') },
  { name: 'capacity', zh: '工位数', en: 'Capacity', words: words('工位数|容纳人数|可容纳人数|座位数|工位|容量|人数|额定人数|工位数量|最大容纳人数|座位|实训工位数|可容纳人次|可容纳学生数|可容纳学员数|可同时容纳学生数|一次可容纳学生数|capacity|seats|workstations|places|max people|persons|stations') },
  { name: 'area', zh: '面积', en: 'Area', words: words('面积|建筑面积|使用面积|场地面积|实训室面积|占地面积|面积(平方米)|area|floor area|size') },
  shared.openingHours,
  { name: 'keeper', zh: '管理员', en: 'Keeper', words: words('管理员|负责人|责任人|管理人|管理人员|实训室管理员|场地管理员|联系人|保管人|管理教师|实训室负责人|keeper|manager|administrator|person in charge|contact|responsible|in charge') , not: /电话|手机|phone|部门|单位/ },
  shared.department, shared.state, shared.note,
];

const TEACHERS: readonly Field[] = [
  { name: 'code', zh: '工号', en: 'Staff number', words: words('工号|教师工号|职工号|教工号|教职工号|人员编号|教师编号|职工编号|编号|员工编号|员工号|staff no|staff number|employee no|employee id|staff id|employee number|teacher id|teacher no|code|no'), not: /序号|证/ },
  person,
  shared.department,
  { name: 'title', zh: '职称', en: 'Title', words: words('职称|专业技术职务|专业技术职称|技术职称|职称名称|现任职称|专业技术资格|职称/职务|职务职称|职称等级|职务|title|academic title|professional title|rank|position') , not: /时间|日期|证/ },
  shared.skillLevel,
  { name: 'dualQualified', zh: '双师型级别', en: 'Dual-qualified level', words: words('双师型级别|双师级别|双师型等级|双师型教师级别|双师等级|双师型|是否双师型|是否双师|双师型教师|双师素质|双师|是否双师型教师|是否双师素质教师|双师素质教师|dual qualified|dual-qualified|dual qualified level|double qualified') },
  { name: 'category', zh: '专业', en: 'Speciality', words: words('专业|任教专业|所教专业|专业大类|学科|所学专业|所属专业|授课专业|任教学科|major|discipline|programme|program') , not: /技术|职务|职称|特长|方向|领域|毕业/ },
  { ...shared.subjects },
  { name: 'practiceMonths', zh: '近五年企业实践（月）', en: 'Practice in enterprises (months)', words: words('近五年企业实践|企业实践月数|企业实践|企业实践时间|近五年企业实践月数|近5年企业实践|近5年企业实践时间|近五年企业实践时间|实践月数|下企业锻炼时间|企业锻炼|企业实践经历|企业实践时长|企业实践累计|enterprise practice|practice months|months of practice|practice|industry practice') },
  shared.yearlyHours,
  { ...shared.openingHours, zh: '可授课时段', en: 'Available times', words: words('可授课时段|可授课时间|可用时段|可预约时段|可排课时间|授课时段|时段|可兼职时段|available times|available time|availability|hours') },
  shared.phone, shared.idNumber,
  { name: 'state', zh: '在岗状态', en: 'State', words: words('在岗状态|在职状态|人员状态|状态|是否在职|是否在岗|status|state') },
  shared.note,
];

const ENGINEERS: readonly Field[] = [
  person,
  { name: 'code', zh: '工号', en: 'Staff number', words: words('工号|员工编号|员工号|人员编号|编号|职工号|staff no|employee no|employee id|staff id|employee number|code|no'), not: /序号|证/ },
  { name: 'organisation', zh: '企业', en: 'Enterprise', words: words('企业|企业名称|单位名称|工作单位|所在企业|单位|公司|所在单位|公司名称|公司全称|企业全称|所属企业|所属公司|任职单位|enterprise|company|employer|organisation|organization|company name|enterprise name|organisation name'), not: /代码|编号|电话|地址|推荐|开户|code/ },
  { name: 'uscc', zh: '统一社会信用代码', en: 'Unified social credit code', words: words('统一社会信用代码|社会信用代码|信用代码|企业信用代码|统一信用代码|企业代码|单位代码|单位信用代码|uscc|unified social credit code|credit code|social credit code|company code|registration no') },
  shared.department,
  { name: 'title', zh: '岗位', en: 'Position', words: words('岗位|职务|职位|工种|岗位名称|现任岗位|岗位/工种|职业|职务/岗位|职称|职称/职务|专业技术职务|position|post|job title|job|role|title|occupation') , not: /时间|日期|证/ },
  shared.skillLevel,
  { ...shared.subjects, zh: '专长', en: 'Expertise' },
  { name: 'category', zh: '技术领域', en: 'Field', words: words('专业|所属专业|行业|技术领域|从事专业|领域|field of work|industry|major|discipline') , not: /技术职务|职称|特长|方向/ },
  { ...shared.openingHours, zh: '可授课时段', en: 'Available times', words: words('可授课时段|可授课时间|可兼职时段|可用时段|可兼职时间|可预约时段|授课时段|时段|可排课时间|空闲时间|方便时间|可到校时间|available times|available time|availability|hours|available') },
  shared.yearlyHours, shared.phone, shared.idNumber, shared.note,
];

/** What each register can fill, in the order in which it is offered. */
export const FIELDS: Readonly<Record<Register, readonly Field[]>> = { EQUIPMENT, VENUES, TEACHERS, ENGINEERS };

export function fieldOf(register: Register, name: string): Field | undefined {
  return FIELDS[register].find((field) => field.name === name);
}

/** Headings that people put into registers and that fill nothing here: known, so never taken for something else. */
export const IGNORED = new Set(
  words('原因|退回原因|reason|序号|行号|性别|出生年月|出生日期|年龄|民族|政治面貌|学历|学位|毕业院校|毕业院校及专业|职称级别|参加工作时间|籍贯|邮箱|电子邮箱|e-mail|email|计量单位|币种|折旧年限|使用年限|净值|累计折旧|保修期|国别|产地|出厂编号|序列号|合同编号|发票号|分类代码|国标分类号|财政分类|凭证号|serial no|serial number|gender|sex|birth date|date of birth|age|s/n|sn|no.|#|证件类型|任职时间'),
);

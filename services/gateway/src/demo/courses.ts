export type Purpose = 'PRACTICE_TEACHING' | 'SOCIAL_TRAINING' | 'REAL_PRODUCTION' | 'TECHNICAL_SERVICE' | 'PILOT_TEST';

/** What people come for, and what they need for it: a machine that fits, the room for it, somebody who knows it. */
export interface Course {
  purpose: Purpose;
  titles: readonly string[];
  /** Parts of names; one of them that is there is taken. */
  machines: readonly string[];
  rooms: readonly string[];
  /** How often somebody teaches along, 0 to 1. */
  taught: number;
  /** How often it takes place, beside the others. */
  weight: number;
}

const course = (purpose: Purpose, weight: number, titles: readonly string[], machines: readonly string[], rooms: readonly string[], taught: number): Course => ({ purpose, weight, titles, machines, rooms, taught });

export const courses: readonly Course[] = [
  // Rail.
  course('PRACTICE_TEACHING', 5, ['工业机器人编程实训', '机器人工作站集成实训'], ['工业机器人工作站'], ['工业机器人实训室'], 0.6),
  course('PRACTICE_TEACHING', 5, ['PLC应用技术实训', '电气控制综合实训'], ['PLC综合实训台'], ['PLC实训室', '电工电子实训室'], 0.6),
  course('PRACTICE_TEACHING', 4, ['转向架检修综合实训', '车辆检修工学交替'], ['转向架检修实训台'], ['转向架检修实训室', '总装培训工坊'], 0.7),
  course('PRACTICE_TEACHING', 4, ['数控编程与加工', '毕业设计零件加工'], ['数控车床'], ['数控加工实训室', '钳工实训室'], 0.5),
  course('PRACTICE_TEACHING', 3, ['列车牵引系统仿真实训'], ['列车牵引仿真平台'], ['牵引传动实训室'], 0.6),
  course('PRACTICE_TEACHING', 3, ['列车驾驶模拟训练', '司机室标准化作业'], ['列车驾驶模拟器'], ['列车驾驶模拟室'], 0.5),
  course('SOCIAL_TRAINING', 3, ['高级焊工技能提升班', '焊工证书复审培训'], ['焊接机器人'], ['焊接工坊'], 0.6),
  course('SOCIAL_TRAINING', 2, ['企业新员工岗前培训', '退役军人技能培训'], [], ['岗前培训教室', '检修案例教室'], 0.7),
  course('SOCIAL_TRAINING', 2, ['数控车工职业技能等级认定', '电工职业技能等级认定'], ['数控车床', 'PLC综合实训台'], ['技能鉴定站'], 0.4),
  course('SOCIAL_TRAINING', 2, ['现场工程师联合培养开班', '校企合作项目宣讲'], [], ['产教融合报告厅'], 0.2),
  course('REAL_PRODUCTION', 4, ['轴箱体首件试制', '齿轮箱壳体加工', '制动盘批量加工'], ['五轴联动加工中心'], ['精密加工培训区'], 0.3),
  course('REAL_PRODUCTION', 3, ['车体支架冲压', '端墙板冲压'], ['伺服压力机'], [], 0.2),
  course('REAL_PRODUCTION', 2, ['控制板小批量贴片'], ['SMT贴片实训线'], [], 0.2),
  course('TECHNICAL_SERVICE', 3, ['叶片型面检测', '叶片修复后复检'], ['叶片激光检测仪'], [], 0.4),
  course('TECHNICAL_SERVICE', 3, ['齿轮箱壳体三坐标检测', '夹具精度检测'], ['三坐标测量机'], ['精密测量实验室'], 0.3),
  course('TECHNICAL_SERVICE', 2, ['控制板信号调试', '传感器标定'], ['示波器'], ['开放创新工坊'], 0.2),
  course('PRACTICE_TEACHING', 3, ['航空发动机拆装实训'], ['航空发动机拆装平台'], [], 0.6),
  course('PILOT_TEST', 3, ['轻量化支座增材中试', '换热器增材中试'], ['金属3D打印机'], ['中试车间'], 0.3),
  course('PILOT_TEST', 2, ['新型转向架台架试验'], ['转向架总成试验台'], [], 0.4),
  // Construction machinery.
  course('PRACTICE_TEACHING', 4, ['挖掘机操作实训', '工程机械驾驶训练'], ['挖掘机模拟机'], ['模拟驾驶实训室'], 0.6),
  course('PRACTICE_TEACHING', 3, ['液压系统检修实训', '液压传动实训'], ['液压综合试验台'], ['液压传动实训室'], 0.6),
  course('REAL_PRODUCTION', 2, ['臂架焊接工艺验证', '臂架段批量焊接'], ['泵车臂架焊接机器人'], ['焊接实训室'], 0.4),
  course('SOCIAL_TRAINING', 2, ['设备操作员取证培训', '售后服务技师培训'], ['挖掘机模拟机'], ['企业培训教室'], 0.5),
  // New energy vehicles.
  course('PRACTICE_TEACHING', 4, ['新能源汽车整车检修实训', '高压安全操作实训'], ['新能源汽车整车实训平台'], ['整车检测实训室'], 0.6),
  course('PRACTICE_TEACHING', 3, ['动力电池拆装与检测'], ['动力电池PACK检测台'], ['动力电池实训室'], 0.6),
  course('TECHNICAL_SERVICE', 2, ['电机控制器标定', '电驱系统诊断'], ['电机控制器实训台'], ['电驱动实训室'], 0.4),
  course('SOCIAL_TRAINING', 2, ['低压电工取证培训', '充电设施运维培训'], [], ['充电设施实训室', '社会培训教室'], 0.5),
];

/** From and until, in hours of the day: lessons as they lie in a timetable, and evenings. */
export const LESSONS: readonly (readonly [from: number, until: number])[] = [[8, 10], [8, 11.5], [8.5, 11.5], [9, 12], [10, 12], [14, 16], [14, 17], [14, 17.5], [14.5, 16.5], [15, 17.5]];
export const EVENINGS: readonly (readonly [from: number, until: number])[] = [[18.5, 20.5], [19, 21]];
export const SHIFTS: readonly (readonly [from: number, until: number])[] = [[8, 12], [8.5, 17], [13, 17.5], [8, 17.5]];

/**
 * What people in China put into passwords, the most usual first: rank counts when a password is estimated. Lists of
 * leaked passwords know the English-speaking world; these are the habits that published studies of leaked Chinese
 * passwords name: numbers that sound like words, love in pinyin, keyboard runs, one's workplace, one's name.
 */
const words = (text: string) => text.trim().split(/\s+/);

export const habits = words(`
  5201314 woaini 1314520 123456 520 1314 woaini1314 woaini520 888888 666666 168168 aini woaiwo wodemima mima mima123
  7758521 7758258 584520 3344520 147258 147258369 159357 123321 112233 112358 110110 120120 119119 521521 1314521
  woaiwojia woaimama woaibaba mama baba laopo laogong baobao baobei qinaide xingfu kuaile jiayou shunli fafafa facai
  xiaoxiao tiantian xiaolong xiaoyu xiaoming wangyi taobao alipay weixin wechat tencent qqqqqq baidu xiaomi huawei
  zhongguo china beijing shanghai guangzhou shenzhen hunan changsha zhuzhou xiangtan wuhan chengdu chongqing nanjing
  hangzhou tianjin suzhou qingdao xian zhengzhou jinan dalian shenyang haerbin kunming guiyang nanning fuzhou xiamen
  qwe123 qwer1234 1qaz2wsx q1w2e3r4 1q2w3e4r zaq12wsx qazwsx qazwsxedc asdqwe zxcvbn asdfgh qweasd qweasdzxc aaa111 abc123
  a123456 a12345678 a123456789 aa123456 abcd1234 admin admin123 admin888 root test test123 guest user passw0rd password
`);

/** The world of this product: what an attacker tries first who knows where somebody works. */
export const workplaces = words(`
  gongjian lianheti gongtongti chanjiao ronghe chanjiaoronghe xuexiao xueyuan daxue zhiyuan zhiye zhijiao jishu jishuxueyuan
  peixun jiaoyu jiaowu jiaowuchu laoshi xuesheng jiaoshi school college university teacher student training education
  gongsi qiye jituan company enterprise factory gongchang chejian yuanqu park shixun shixunshi shebei equipment workshop
  mishu mishuchu lishihui council secretary keeper operator auditor coordinator engineer guanliyuan manager office bangong
  xinxi xinxizhongxin keji zhongxin xitong system platform pingtai welcome changeme default initial chushi chushimima
  spring summer autumn winter january february march april may june july august september october november december
`);

/** Surnames of nine in ten people, by how many have them. */
const surnames = words(`
  wang li zhang liu chen yang huang zhao wu zhou xu sun ma zhu hu guo he lin gao luo zheng liang xie song tang feng yu dong
  xiao cheng cao yuan deng fu shen zeng peng lv lu su jiang cai jia ding wei xue ye yan pan du dai xia zhong tian ren fan
  fang shi yao tan liao zou xiong jin hao kong bai cui kang mao qiu qin gu hou shao meng long wan duan qian yin chang lai gong wen
`);

/** Given names in pinyin, whole or their usual syllables. */
const givenNames = words(`
  wei fang na min jing qiang lei jun yang yong yan jie juan tao ming chao xia gang hui ping xin hong li bo bin xiuying xiulan
  xiaoming xiaohong jianguo jianhua jianjun guoqiang zhiqiang zhigang zhiming haiyan haitao haibo yuting yutong yuxuan zixuan
  zihan haoran haoyu mingxuan yichen xinyi siyuan siyu jiayi jiahao junjie tianyu tingting lili yanyan xiaowen xiaoyan xiaofang
  meiling meihua lihua guihua guiying shulan yulan yuzhen yumei chunmei dongmei xuemei lijuan lihong liping wenjie wenbo weidong
  weiming weiguo minghua mingming yifan yiming xuan hao yu jia ling ning peng fei long hai feng kai cheng rui qi ting ying wen
`);

/** Surname and given name are one word to a guesser who has a list of names, as every guesser has. */
export const names = surnames.flatMap((surname) => givenNames.map((given) => surname + given));

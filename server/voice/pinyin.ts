/**
 * Mandarin in pinyin with tones, of the characters that calls are made of: the sentences' own, numerals, and what halls
 * name their counters by. For an installed espeak-ng, which reads no characters.
 */

const syllables: Readonly<Record<string, string>> = {
  qing3: "请請",
  hao4: "号號",
  dao4: "到",
  jin3: "尽盡仅僅",
  kuai4: "快",
  ji4: "继繼计計记記际際",
  xu4: "续續序",
  ban4: "办辦",
  li3: "理里裡礼禮",
  chuang1: "窗",
  kou3: "口",
  ling2: "零〇",
  yi1: "一医醫依",
  yao1: "幺",
  er4: "二",
  san1: "三",
  si4: "四",
  wu3: "五午",
  liu4: "六",
  qi1: "七",
  ba1: "八",
  jiu3: "九",
  shi2: "十实實",
  bai3: "百",
  tai2: "台臺",
  zi1: "咨諮资資",
  xun2: "询詢",
  fu2: "服福",
  wu4: "务務",
  zong1: "综綜",
  he2: "合核",
  she4: "社",
  bao3: "保",
  zhang4: "障",
  liao2: "疗療",
  yang3: "养養",
  lao3: "老",
  qu1: "区區",
  ting1: "厅廳",
  da4: "大",
  lou2: "楼樓",
  ceng2: "层層",
  dong1: "东東",
  xi1: "西",
  nan2: "南",
  bei3: "北",
  zhong1: "中",
  zuo3: "左",
  you4: "右",
  qian2: "前",
  hou4: "后後",
  ce4: "侧側",
  shang4: "上",
  xia4: "下",
  men2: "门門",
  shi4: "室市事",
  gui4: "柜櫃",
  shui4: "税稅",
  hu4: "户戶",
  ji2: "籍级級即",
  zheng4: "证證政",
  ming2: "明名",
  min2: "民",
  cheng2: "城成",
  bian4: "便",
  jian1: "间間",
  jie1: "接街",
  dai4: "待带帶",
  zhu4: "助",
  shen1: "申身",
  shen3: "审審",
  shou4: "受",
  fa1: "发發",
  ka3: "卡",
  can2: "残殘",
  lian2: "联聯",
  jin1: "金津今",
  di1: "低",
  di4: "地第",
  fang2: "房",
  chan3: "产產",
  deng1: "登",
  ji1: "机機积積",
  dang4: "档檔",
  an4: "案",
  qi3: "企启",
  ye4: "业業",
  gong1: "工公",
  jiu4: "就",
  jiao1: "交",
  jiao3: "缴繳",
  fei4: "费費",
  dan1: "单單",
};

/** English letters as Mandarin speakers say them. */
const letters: Readonly<Record<string, string>> = {
  A: "ei1",
  B: "bi4",
  C: "xi1",
  D: "di4",
  E: "yi4",
  F: "ai2 fu5",
  G: "ji4",
  H: "ei1 qi5",
  I: "ai4",
  J: "zhei4",
  K: "kai4",
  L: "ai2 lou5",
  M: "ai2 mu5",
  N: "en1",
  O: "ou1",
  P: "pi4",
  Q: "kiu4",
  R: "a4 er5",
  S: "ai2 si5",
  T: "ti4",
  U: "you1",
  V: "wei4",
  W: "da2 bu5 liu5",
  X: "ai2 ke5 si5",
  Y: "wai4",
  Z: "zei4",
};

const marks: Readonly<Record<string, string>> = { "，": ",", "；": ";", "、": ",", "。": "." };
const digits = ["ling2", "yi1", "er4", "san1", "si4", "wu3", "liu4", "qi1", "ba1", "jiu3"];

const ofCharacter = new Map(
  Object.entries(syllables).flatMap(([syllable, characters]) =>
    [...characters].map((character): [string, string] => [character, syllable]),
  ),
);

/** A sentence in syllables; null where it has a character that is not among those above. */
export function inPinyin(sentence: string): string | null {
  let text = "";
  for (const sign of sentence) {
    const mark = marks[sign] ?? (/[\s,;.]/.test(sign) ? sign : undefined);
    if (mark !== undefined) {
      text += mark;
      continue;
    }
    const syllable = ofCharacter.get(sign) ?? letters[sign.toUpperCase()] ?? digits[Number(sign)];
    if (syllable === undefined) return null;
    text += ` ${syllable}`;
  }
  return text.trim();
}

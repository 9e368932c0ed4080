/** What the console says to managers and technicians. */
import type { Role } from "../domain/vocabulary.ts";
import { defineWords, type Words } from "./text.ts";

/** The frame of the page. */
export const consoleWords = defineWords({
  console: { zh: "管理台", "zh-Hant": "管理台", en: "Console" },
  devices: { zh: "设备", "zh-Hant": "裝置", en: "Devices" },
  content: { zh: "内容", "zh-Hant": "內容", en: "Items" },
  programme: { zh: "一周排期", "zh-Hant": "一週排期", en: "The week" },
  screens: { zh: "屏幕", "zh-Hant": "螢幕", en: "Screens" },
  plays: { zh: "播放记录", "zh-Hant": "播放記錄", en: "Proof of play" },
  printing: { zh: "打印", "zh-Hant": "列印", en: "Printing" },
  users: { zh: "用户", "zh-Hant": "使用者", en: "Users" },
  hall: { zh: "大厅", "zh-Hant": "大廳", en: "Hall" },
  account: { zh: "修改密码", "zh-Hant": "修改密碼", en: "Change password" },
  sections: { zh: "栏目", "zh-Hant": "欄目", en: "Sections" },
  languages: { zh: "语言", "zh-Hant": "語言", en: "Language" },
  signOut: { zh: "退出登录", "zh-Hant": "登出", en: "Sign out" },
  hubLive: { zh: "中枢正常", "zh-Hant": "中樞正常", en: "Hub running" },
  hubConnecting: { zh: "正在连接中枢", "zh-Hant": "正在連接中樞", en: "Connecting" },
  hubLost: { zh: "中枢断开,正在重连", "zh-Hant": "中樞斷開,正在重連", en: "Hub away; reconnecting" },
  hubFull: {
    zh: "中枢不能保存,请找运维",
    "zh-Hant": "中樞不能儲存,請找運維",
    en: "The hub cannot save; call the technician",
  },
  awayNothing: { zh: "连不上中枢,正在重试", "zh-Hant": "連不上中樞,正在重試", en: "The hub is away; trying again" },
  awayOld: {
    zh: "连不上中枢,下面可能不是最新",
    "zh-Hant": "連不上中樞,下面可能不是最新",
    en: "The hub is away; what is below may be out of date",
  },
  awayCommand: {
    zh: "连不上中枢,没有保存,请再试一次",
    "zh-Hant": "連不上中樞,沒有儲存,請再試一次",
    en: "The hub is away and nothing was saved; please try again",
  },
  loading: { zh: "正在读取", "zh-Hant": "正在讀取", en: "Loading" },
  saving: { zh: "正在保存", "zh-Hant": "正在儲存", en: "Saving" },
  save: { zh: "保存", "zh-Hant": "儲存", en: "Save" },
  saved: { zh: "已保存", "zh-Hant": "已儲存", en: "Saved" },
  cancel: { zh: "取消", "zh-Hant": "取消", en: "Cancel" },
  any: { zh: "不限", "zh-Hant": "不限", en: "Any" },
  none: { zh: "不指定", "zh-Hant": "不指定", en: "None" },
});

export const signInWords = defineWords({
  title: { zh: "登录管理台", "zh-Hant": "登入管理台", en: "Sign in to the console" },
  user: { zh: "用户名", "zh-Hant": "使用者名稱", en: "User name" },
  password: { zh: "密码", "zh-Hant": "密碼", en: "Password" },
  signIn: { zh: "登录", "zh-Hant": "登入", en: "Sign in" },
  signingIn: { zh: "正在登录", "zh-Hant": "正在登入", en: "Signing in" },
  ended: {
    zh: "登录已失效,请重新登录",
    "zh-Hant": "登入已失效,請重新登入",
    en: "Your sign-in has ended; please sign in again",
  },
  notYours: {
    zh: "设备和用户由管理员或运维管理。您可以在这里改自己的密码",
    "zh-Hant": "裝置和使用者由管理員或運維管理。您可以在這裡改自己的密碼",
    en: "Devices and users are for managers and technicians. Here you can change your own password",
  },
});

export const userWords = defineWords({
  add: { zh: "新用户", "zh-Hant": "新使用者", en: "New user" },
  name: { zh: "姓名", "zh-Hant": "姓名", en: "Name" },
  user: { zh: "用户名", "zh-Hant": "使用者名稱", en: "User name" },
  userHint: {
    zh: "登录用,定了不能改",
    "zh-Hant": "登入用,定了不能改",
    en: "For signing in; it cannot be changed later",
  },
  role: { zh: "身份", "zh-Hant": "身分", en: "Role" },
  counters: { zh: "可用的窗口", "zh-Hant": "可用的窗口", en: "Counters" },
  onlyThese: { zh: "只限这些", "zh-Hant": "只限這些", en: "Only these" },
  password: { zh: "密码", "zh-Hant": "密碼", en: "Password" },
  passwordHint: { zh: "至少8位", "zh-Hant": "至少8位", en: "At least 8 characters" },
  newPassword: { zh: "新密码", "zh-Hant": "新密碼", en: "New password" },
  newPasswordHint: {
    zh: "不改就空着。改了以后,此人要重新登录",
    "zh-Hant": "不改就空著。改了以後,此人要重新登入",
    en: "Leave empty to keep it. With a new one this person has to sign in again",
  },
  all: { zh: "全部用户", "zh-Hant": "全部使用者", en: "All users" },
  you: { zh: "您自己", "zh-Hant": "您自己", en: "You" },
  ownHint: {
    zh: "自己的身份要由另一位管理员改。自己的密码在「修改密码」里改",
    "zh-Hant": "自己的身分要由另一位管理員改。自己的密碼在「修改密碼」裡改",
    en: "Another manager can change your role. Change your password under Change password",
  },
  make: { zh: "建立用户", "zh-Hant": "建立使用者", en: "Make the user" },
  made: { zh: "已建立{name}", "zh-Hant": "已建立{name}", en: "Made {name}" },
  change: { zh: "修改{name}", "zh-Hant": "修改{name}", en: "Change {name}" },
  remove: { zh: "删除此用户", "zh-Hant": "刪除此使用者", en: "Delete this user" },
  removeSure: {
    zh: "删除后马上不能登录。以前的记录里仍有姓名",
    "zh-Hant": "刪除後馬上不能登入。以前的記錄裡仍有姓名",
    en: "They can no longer sign in. Old records keep the name",
  },
  removeYes: { zh: "删除{name}", "zh-Hant": "刪除{name}", en: "Delete {name}" },
  removeNo: { zh: "不删除", "zh-Hant": "不刪除", en: "Keep" },
  removed: { zh: "已删除{name}", "zh-Hant": "已刪除{name}", en: "Deleted {name}" },
  chooseOne: {
    zh: "选一位用户修改,或建立新用户",
    "zh-Hant": "選一位使用者修改,或建立新使用者",
    en: "Choose a user to change, or make a new one",
  },
  goneNow: { zh: "此用户已不在列表里", "zh-Hant": "此使用者已不在列表裡", en: "This user is no longer listed" },
  nameWrong: {
    zh: "请填姓名,不超过60个字",
    "zh-Hant": "請填姓名,不超過60個字",
    en: "Please give a name of at most 60 characters",
  },
  userWrong: {
    zh: "用汉字、字母或数字开头,中间可有点、横线,不能有空格,不超过40个字",
    "zh-Hant": "用漢字、字母或數字開頭,中間可有點、橫線,不能有空格,不超過40個字",
    en: "Begin with a letter or digit; dots and hyphens may follow, blanks may not; at most 40 characters",
  },
  passwordWrong: { zh: "密码至少8位", "zh-Hant": "密碼至少8位", en: "At least 8 characters" },
  countersWrong: {
    zh: "请至少选一个窗口,或选「不限」",
    "zh-Hant": "請至少選一個窗口,或選「不限」",
    en: "Choose at least one counter, or any",
  },
  forgotten: {
    zh: "忘了管理员密码,请运维停下中枢后重设",
    "zh-Hant": "忘了管理員密碼,請運維停下中樞後重設",
    en: "A forgotten manager's password is reset by the technician with the hub stopped",
  },
});

/** The staff roles. */
export const roleWords = defineWords({
  clerk: { zh: "窗口人员", "zh-Hant": "窗口人員", en: "Clerk" },
  guide: { zh: "导办员", "zh-Hant": "導辦員", en: "Guide" },
  editor: { zh: "信息员", "zh-Hant": "資訊員", en: "Editor" },
  manager: { zh: "管理员", "zh-Hant": "管理員", en: "Manager" },
  supervisor: { zh: "监督员", "zh-Hant": "監督員", en: "Supervisor" },
  technician: { zh: "运维", "zh-Hant": "運維", en: "Technician" },
}) satisfies Record<Role, Words>;

export const passwordWords = defineWords({
  title: { zh: "修改密码", "zh-Hant": "修改密碼", en: "Change password" },
  old: { zh: "现在的密码", "zh-Hant": "現在的密碼", en: "Present password" },
  new: { zh: "新密码", "zh-Hant": "新密碼", en: "New password" },
  again: { zh: "再输一次新密码", "zh-Hant": "再輸一次新密碼", en: "New password once more" },
  change: { zh: "修改密码", "zh-Hant": "修改密碼", en: "Change password" },
  changed: {
    zh: "密码已修改。在别处登录的都已退出",
    "zh-Hant": "密碼已修改。在別處登入的都已登出",
    en: "Changed. You are signed out everywhere else",
  },
  oldNeeded: { zh: "请输入现在的密码", "zh-Hant": "請輸入現在的密碼", en: "Please type your present password" },
  oldWrong: { zh: "现在的密码不对", "zh-Hant": "現在的密碼不對", en: "That is not your present password" },
  notSame: { zh: "两次新密码不一样", "zh-Hant": "兩次新密碼不一樣", en: "The two new passwords differ" },
});

export const hallWords = defineWords({
  name: { zh: "名称", "zh-Hant": "名稱", en: "Name" },
  zone: { zh: "时区", "zh-Hant": "時區", en: "Time zone" },
  languages: { zh: "语言", "zh-Hant": "語言", en: "Languages" },
  hours: { zh: "今天的办公时间", "zh-Hant": "今天的辦公時間", en: "Open today" },
  closedToday: { zh: "今天不办公", "zh-Hant": "今天不辦公", en: "Closed today" },
  services: { zh: "业务", "zh-Hant": "業務", en: "Services" },
  counters: { zh: "窗口", "zh-Hant": "窗口", en: "Counters" },
  publicUrl: { zh: "手机页面的网址", "zh-Hant": "手機頁面的網址", en: "Address for phones" },
  noPublicUrl: {
    zh: "没有设,小票上不印二维码",
    "zh-Hant": "沒有設,小票上不印二維碼",
    en: "Not set: slips carry no QR code",
  },
  file: { zh: "大厅文件", "zh-Hant": "大廳檔案", en: "Hall file" },
  fileLine: {
    zh: "现在运行的全部设置:业务、窗口、时间、规则。导入别的中枢,就是同样的大厅",
    "zh-Hant": "現在運行的全部設定:業務、窗口、時間、規則。匯入別的中樞,就是同樣的大廳",
    en: "All that runs now: services, counters, hours, rules. Loaded into another hub, it makes the same hall",
  },
  export: { zh: "导出大厅文件", "zh-Hant": "匯出大廳檔案", en: "Export the hall file" },
  exporting: { zh: "正在导出", "zh-Hant": "正在匯出", en: "Exporting" },
  exported: { zh: "已导出{file}", "zh-Hant": "已匯出{file}", en: "Exported {file}" },
});

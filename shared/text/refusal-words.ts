/**
 * What a refusal says, for every stable code, in every language: `title` names it shortly, `detail` tells a resident what
 * to do, `staff` tells a clerk where that differs, `ofField` tells everybody where it is this input that was refused.
 * Source: screens, table of states and codes.
 */
import type { RefusalCode } from "../domain/refusal.ts";
import { bookingRefusals, personFields } from "./booking-refusal-words.ts";
import { formFields, largeFields, lobbyRefusals } from "./lobby-refusal-words.ts";
import { setUpRefusals } from "./set-up-refusal-words.ts";
import type { Words } from "./text.ts";

export interface RefusalWords {
  readonly title: Words;
  readonly detail: Words;
  readonly staff?: Words;
  readonly ofField?: Readonly<Record<string, Words>>;
}

const desk: Words = { zh: "请到咨询台帮您处理", "zh-Hant": "請到諮詢台協助處理", en: "The desk will help" };

export const refusals = {
  "invalid-request": {
    title: { zh: "填写有误", "zh-Hant": "填寫有誤", en: "Not valid" },
    detail: { zh: "填写有误[:{field}]", "zh-Hant": "填寫有誤[:{field}]", en: "Not valid[: {field}]" },
    ofField: personFields,
  },
  "not-signed-in": {
    title: { zh: "未登录", "zh-Hant": "未登入", en: "Not signed in" },
    detail: { zh: "请先登录", "zh-Hant": "請先登入", en: "Please sign in first" },
    ofField: {
      password: {
        zh: "用户名或密码不对,请再试一次",
        "zh-Hant": "使用者名稱或密碼不對,請再試一次",
        en: "Wrong name or password; please try again",
      },
    },
  },
  "not-allowed": {
    title: { zh: "没有权限", "zh-Hant": "沒有權限", en: "Not allowed" },
    detail: {
      zh: "您没有做这一步的权限,请找管理员",
      "zh-Hant": "您沒有做這一步的權限,請找管理員",
      en: "You may not do this; please ask the manager",
    },
  },
  "not-found": {
    title: { zh: "没有找到", "zh-Hant": "沒有找到", en: "Not found" },
    detail: { zh: "没有找到,请到咨询台", "zh-Hant": "沒有找到,請到諮詢台", en: "Not found; please see the desk" },
    staff: {
      zh: "没有找到,可能已改动,请刷新再看",
      "zh-Hant": "沒有找到,可能已更動,請重新整理再看",
      en: "Not found; it may have changed, please look again",
    },
  },
  "ticket-not-waiting": {
    title: { zh: "此号不在等候中", "zh-Hant": "此號不在等候中", en: "Not waiting" },
    detail: {
      zh: "此号[{number}]现在不在等候中",
      "zh-Hant": "此號[{number}]現在不在等候中",
      en: "This number[ ({number})] is not waiting now",
    },
  },
  "ticket-not-missed": {
    title: { zh: "此号没有过号", "zh-Hant": "此號沒有過號", en: "Not missed" },
    detail: {
      zh: "此号[{number}]仍然有效,请等叫号",
      "zh-Hant": "此號[{number}]仍然有效,請等叫號",
      en: "This number[ ({number})] is still good; please wait to be called",
    },
    staff: {
      zh: "此号[{number}]没有过号,不用恢复",
      "zh-Hant": "此號[{number}]沒有過號,不用恢復",
      en: "This number[ ({number})] was not missed",
    },
  },
  "ticket-not-held": {
    title: { zh: "此号没有挂起", "zh-Hant": "此號沒有掛起", en: "Not on hold" },
    detail: {
      zh: "此号[{number}]没有挂起",
      "zh-Hant": "此號[{number}]沒有掛起",
      en: "This number[ ({number})] is not on hold",
    },
  },
  "already-called": {
    title: { zh: "已叫过此号", "zh-Hant": "已叫過此號", en: "Already called" },
    detail: {
      zh: "此号[{number}]已叫到,请看屏幕",
      "zh-Hant": "此號[{number}]已叫到,請看螢幕",
      en: "This number[ ({number})] was called; please watch the screen",
    },
    staff: {
      zh: "此号[{number}]已被别的窗口叫到",
      "zh-Hant": "此號[{number}]已被別的窗口叫到",
      en: "This number[ ({number})] was already called at another counter",
    },
  },
  "not-started": {
    title: { zh: "还没开始办理", "zh-Hant": "還沒開始辦理", en: "Not started" },
    detail: { zh: "请先开始办理[{number}]", "zh-Hant": "請先開始辦理[{number}]", en: "Start[ {number}] first" },
  },
  "already-started": {
    title: { zh: "已开始办理", "zh-Hant": "已開始辦理", en: "Already started" },
    detail: { zh: "[{number}]已开始办理", "zh-Hant": "[{number}]已開始辦理", en: "Service[ of {number}] has started" },
  },
  "not-in-hand": {
    title: { zh: "手上不是此号", "zh-Hant": "手上不是此號", en: "Not in hand" },
    detail: {
      zh: "此号[{number}]已不在本窗口",
      "zh-Hant": "此號[{number}]已不在本窗口",
      en: "This number[ ({number})] is no longer at this counter",
    },
  },
  "nothing-to-undo": {
    title: { zh: "没有可撤销的", "zh-Hant": "沒有可撤銷的", en: "Nothing to undo" },
    detail: {
      zh: "上一步已不能撤销",
      "zh-Hant": "上一步已不能撤銷",
      en: "The last step can no longer be taken back",
    },
  },
  "service-in-visit": {
    title: { zh: "已在本次业务中", "zh-Hant": "已在本次業務中", en: "Already part of the visit" },
    detail: {
      zh: "[{number}]本次已有此业务",
      "zh-Hant": "[{number}]本次已有此業務",
      en: "This service is already part of the visit[ of {number}]",
    },
  },
  "matters-limit": {
    title: { zh: "超过一次可办件数", "zh-Hant": "超過一次可辦件數", en: "Too many at once" },
    detail: {
      zh: "[{number}]一次最多办{most}件,其余排到队尾再办",
      "zh-Hant": "[{number}]一次最多辦{most}件,其餘排到隊尾再辦",
      en: "At most {most} at once[ for {number}]; the rest waits at the back",
    },
  },
  "no-help-asked": {
    title: { zh: "没有求助", "zh-Hant": "沒有求助", en: "No call for help" },
    detail: { zh: "此窗口没有在求助", "zh-Hant": "此窗口沒有在求助", en: "This counter is not asking for help" },
  },
  "nobody-waiting": {
    title: { zh: "无人等候", "zh-Hant": "無人等候", en: "Nobody waiting" },
    detail: { zh: "无人等候", "zh-Hant": "無人等候", en: "Nobody waiting" },
  },
  "counter-closed": {
    title: { zh: "窗口未开放", "zh-Hant": "窗口未開放", en: "Counter closed" },
    detail: { zh: "请先开放窗口", "zh-Hant": "請先開放窗口", en: "Open the counter first" },
  },
  "counter-paused": {
    title: { zh: "窗口已暂停", "zh-Hant": "窗口已暫停", en: "Counter paused" },
    detail: { zh: "窗口已暂停,请先恢复", "zh-Hant": "窗口已暫停,請先恢復", en: "The counter is paused; open it first" },
  },
  "counter-busy": {
    title: { zh: "还有号在办", "zh-Hant": "還有號在辦", en: "A number is in hand" },
    detail: { zh: "请先结束[{number}]", "zh-Hant": "請先結束[{number}]", en: "Finish[ {number}] first" },
  },
  "counter-taken": {
    title: { zh: "窗口已有人", "zh-Hant": "窗口已有人", en: "Counter taken" },
    detail: {
      zh: "此窗口已有人[({clerk})]",
      "zh-Hant": "此窗口已有人[({clerk})]",
      en: "Somebody[ ({clerk})] is at this counter",
    },
  },
  "clerk-busy": {
    title: { zh: "您已在别的窗口", "zh-Hant": "您已在別的窗口", en: "You are at another counter" },
    detail: {
      zh: "您已在别的窗口[({counter})],请先关闭",
      "zh-Hant": "您已在別的窗口[({counter})],請先關閉",
      en: "You are at another counter[ ({counter})]; close it first",
    },
  },
  "not-at-this-counter": {
    title: { zh: "您不在此窗口", "zh-Hant": "您不在此窗口", en: "Not your counter" },
    detail: {
      zh: "您不在此窗口,请先开放此窗口",
      "zh-Hant": "您不在此窗口,請先開放此窗口",
      en: "You are not at this counter; open it first",
    },
  },
  "miss-too-early": {
    title: { zh: "还不能过号", "zh-Hant": "還不能過號", en: "Too early to miss" },
    detail: {
      zh: "叫满{calls}次、满{seconds}秒后才能过号",
      "zh-Hant": "叫滿{calls}次、滿{seconds}秒後才能過號",
      en: "Only after {calls} calls and {seconds} seconds",
    },
  },
  "requeue-limit": {
    title: { zh: "不能再恢复", "zh-Hant": "不能再恢復", en: "Cannot rejoin again" },
    detail: desk,
    staff: {
      zh: "不能再恢复[,已恢复{times}次][,过号已超过{minutes}分钟];请代取新号,刚过号的可请原窗口接回",
      "zh-Hant": "不能再恢復[,已恢復{times}次][,過號已超過{minutes}分鐘];請代取新號,剛過號的可請原窗口接回",
      en: "No more returns[: let back in {times} times already][: missed over {minutes} minutes ago]. Take a new number; if just missed, its counter may take it back",
    },
  },
  "phone-limit": {
    title: { zh: "手机取号已满", "zh-Hant": "手機取號已滿", en: "No more phone numbers" },
    detail: {
      zh: "手机取号暂时已满,请到大厅取号机取号",
      "zh-Hant": "手機取號暫時已滿,請到大廳取號機取號",
      en: "No more numbers by phone for now; please use the station in the hall",
    },
  },
  ...bookingRefusals,
  "key-reused": {
    title: { zh: "请求重复", "zh-Hant": "請求重複", en: "Key used before" },
    detail: {
      zh: "请求重复,请再点一次",
      "zh-Hant": "請求重複,請再點一次",
      en: "This key was used for another request",
    },
  },
  ...setUpRefusals,
  ...lobbyRefusals,
  gone: {
    title: { zh: "已失效", "zh-Hant": "已失效", en: "Gone" },
    detail: { zh: "已失效,请重新开始", "zh-Hant": "已失效,請重新開始", en: "This is over; please start again" },
  },
  "too-large": {
    title: { zh: "内容太大", "zh-Hant": "內容太大", en: "Too large" },
    detail: { zh: "内容太大,未接收", "zh-Hant": "內容太大,未接收", en: "Too large; nothing was taken" },
    ofField: largeFields,
  },
  "unsupported-media": {
    title: { zh: "格式不支持", "zh-Hant": "格式不支援", en: "Format not supported" },
    detail: { zh: "格式不支持,只接收JSON", "zh-Hant": "格式不支援,只接收JSON", en: "Only JSON is taken here" },
    ofField: formFields,
  },
  "number-given": {
    title: { zh: "此号已有", "zh-Hant": "此號已有", en: "Already given" },
    detail: {
      zh: "[{number}]已经录过,没有重复录入",
      "zh-Hant": "[{number}]已經輸入過,沒有重複輸入",
      en: "[{number} ]has been entered already; nothing was entered twice",
    },
  },
  "service-closed": {
    title: { zh: "业务暂停", "zh-Hant": "業務暫停", en: "Suspended" },
    detail: {
      zh: "此业务暂停[:{reason}][,{until}恢复],恢复后会通知",
      "zh-Hant": "此業務暫停[:{reason}][,{until}恢復],恢復後會通知",
      en: "Suspended for now[: {reason}][; back at {until}]",
    },
    staff: {
      zh: "此业务停办[:{reason}][,{until}恢复]",
      "zh-Hant": "此業務停辦[:{reason}][,{until}恢復]",
      en: "Suspended[: {reason}][; back at {until}]",
    },
  },
  "quota-reached": {
    title: { zh: "号满", "zh-Hant": "號滿", en: "No numbers left" },
    detail: {
      zh: "今日号已取完[,{nextOpening}可取];急事请找咨询台",
      "zh-Hant": "今日號已取完[,{nextOpening}可取];急事請找諮詢台",
      en: "No numbers left[; next {nextOpening}]. If urgent, see the desk",
    },
    staff: {
      zh: "号满[,{nextOpening}可取]",
      "zh-Hant": "號滿[,{nextOpening}可取]",
      en: "No numbers left[; next {nextOpening}]",
    },
  },
  "outside-hours": {
    title: { zh: "不在取号时间", "zh-Hant": "不在取號時間", en: "Outside hours" },
    detail: {
      zh: "现在不取号[,{nextOpening}可取]",
      "zh-Hant": "現在不取號[,{nextOpening}可取]",
      en: "No numbers now[; next {nextOpening}]",
    },
  },
  "too-many-requests": {
    title: { zh: "操作太频繁", "zh-Hant": "操作太頻繁", en: "Too many requests" },
    detail: {
      zh: "操作太频繁,请稍等[{seconds}秒]再试",
      "zh-Hant": "操作太頻繁,請稍等[{seconds}秒]再試",
      en: "Please wait[ {seconds} s] and try again",
    },
  },
  overloaded: {
    title: { zh: "系统正忙", "zh-Hant": "系統正忙", en: "Busy" },
    detail: { zh: "系统正忙,请稍等再试", "zh-Hant": "系統正忙,請稍等再試", en: "Busy; please try again in a moment" },
  },
  "not-durable": {
    title: { zh: "未保存", "zh-Hant": "未儲存", en: "Not saved" },
    detail: {
      zh: "没有取到号,请再点一次或到咨询台",
      "zh-Hant": "沒有取到號,請再點一次或到諮詢台",
      en: "Not done; please try again or see the desk",
    },
    staff: { zh: "未保存,请重试", "zh-Hant": "未儲存,請重試", en: "Not saved, retry" },
  },
  internal: {
    title: { zh: "系统出错", "zh-Hant": "系統出錯", en: "Fault" },
    detail: {
      zh: "系统出错,请到咨询台",
      "zh-Hant": "系統出錯,請到諮詢台",
      en: "Something went wrong; please see the desk",
    },
    staff: {
      zh: "系统出错,已记录,请重试或找运维",
      "zh-Hant": "系統出錯,已記錄,請重試或找運維",
      en: "Something went wrong and was recorded; retry or call the technician",
    },
  },
} as const satisfies Record<RefusalCode, RefusalWords>;

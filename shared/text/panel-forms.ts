/** What the counter panel's forms say: sending on, pausing, calling out of order, taking over, a new password. */
import { defineWords } from "./text.ts";

export const formWords = defineWords({
  transferTitle: { zh: "{number}转到哪里?", "zh-Hant": "{number}轉到哪裡?", en: "Where does {number} go?" },
  toService: { zh: "业务", "zh-Hant": "業務", en: "Service" },
  sameService: { zh: "业务不变", "zh-Hant": "業務不變", en: "The same service" },
  toCounter: { zh: "窗口", "zh-Hant": "窗口", en: "Counter" },
  anyCounter: { zh: "不指定窗口", "zh-Hant": "不指定窗口", en: "Any counter" },
  position: { zh: "排在哪里", "zh-Hant": "排在哪裡", en: "Place in the line" },
  positionFront: { zh: "排最前", "zh-Hant": "排最前", en: "First" },
  positionIssued: { zh: "按取号时间", "zh-Hant": "按取號時間", en: "By when the number was taken" },
  positionBack: { zh: "排最后", "zh-Hant": "排最後", en: "Last" },
  placeWanting: {
    zh: "请选业务或窗口",
    "zh-Hant": "請選業務或窗口",
    en: "Please choose a service or a counter",
  },
  transferNow: { zh: "转出", "zh-Hant": "轉出", en: "Transfer" },

  addTitle: { zh: "{number}还要办什么?", "zh-Hant": "{number}還要辦什麼?", en: "What else is {number} here for?" },
  addAfter: { zh: "办完再排", "zh-Hant": "辦完再排", en: "After this one" },
  addNow: { zh: "现在就办", "zh-Hant": "現在就辦", en: "Now" },
  serviceWanting: { zh: "请选业务", "zh-Hant": "請選業務", en: "Please choose a service" },
  later: { zh: "还要办的", "zh-Hant": "還要辦的", en: "Still to come" },
  earlier: { zh: "提前", "zh-Hant": "提前", en: "Sooner" },

  pauseTitle: { zh: "暂停办理", "zh-Hant": "暫停辦理", en: "Pause the counter" },
  pauseReason: { zh: "原因", "zh-Hant": "原因", en: "Reason" },
  pauseBreak: { zh: "短暂离开", "zh-Hant": "短暫離開", en: "Short break" },
  pauseMeal: { zh: "用餐", "zh-Hant": "用餐", en: "Meal" },
  pauseErrand: { zh: "取送材料", "zh-Hant": "取送材料", en: "Fetching papers" },
  pauseMeeting: { zh: "会议培训", "zh-Hant": "會議培訓", en: "Meeting" },
  pauseFault: { zh: "设备故障", "zh-Hant": "設備故障", en: "Equipment fault" },
  otherReason: { zh: "其他原因", "zh-Hant": "其他原因", en: "Another reason" },
  returnPlan: { zh: "多久恢复", "zh-Hant": "多久恢復", en: "Back in" },
  returnAt: { zh: "恢复的时间", "zh-Hant": "恢復的時間", en: "Time of return" },
  returnUnknown: { zh: "说不准", "zh-Hant": "說不準", en: "Cannot say" },
  pauseNow: { zh: "开始暂停", "zh-Hant": "開始暫停", en: "Pause now" },
  pauseAfter: { zh: "暂停,办完{number}为止", "zh-Hant": "暫停,辦完{number}為止", en: "Pause after {number}" },

  whyOutOfOrder: { zh: "为什么先叫这一位?", "zh-Hant": "為什麼先叫這一位?", en: "Why before the others?" },
  reasonUrgent: { zh: "情况紧急", "zh-Hant": "情況緊急", en: "Urgent" },
  reasonTogether: { zh: "与前一位同办", "zh-Hant": "與前一位同辦", en: "Together with the last one" },
  reasonBack: { zh: "补好材料回来", "zh-Hant": "補好材料回來", en: "Back with the papers" },
  reasonOnTheSpot: { zh: "行动不便", "zh-Hant": "行動不便", en: "Cannot wait long" },

  takeOverTitle: { zh: "接手{counter}?", "zh-Hant": "接手{counter}?", en: "Take {counter} over?" },
  takeOverText: {
    zh: "{clerk}正在这个窗口[,手上是{number}]。只有对方的电脑坏了或人已离开,才可以接手。接手后[{number}转到您手上,]对方的页面会停下来。",
    "zh-Hant":
      "{clerk}正在這個窗口[,手上是{number}]。只有對方的電腦壞了或人已離開,才可以接手。接手後[{number}轉到您手上,]對方的頁面會停下來。",
    en: "{clerk} is at this counter[, with {number} in hand]. Take it over only if that machine is broken or the person has left. [{number} comes into your hand, and ]the other page will stop.",
  },
  takeOverNow: { zh: "接手", "zh-Hant": "接手", en: "Take over" },

  oldPassword: { zh: "现在的密码", "zh-Hant": "現在的密碼", en: "Present password" },
  newPassword: {
    zh: "新密码(至少{least}位)",
    "zh-Hant": "新密碼(至少{least}位)",
    en: "New password (at least {least} characters)",
  },
  newPasswordAgain: { zh: "再输一次新密码", "zh-Hant": "再輸一次新密碼", en: "New password once more" },
  passwordsDiffer: { zh: "两次新密码不一样", "zh-Hant": "兩次新密碼不一樣", en: "The two new passwords differ" },
  oldPasswordWrong: { zh: "现在的密码不对", "zh-Hant": "現在的密碼不對", en: "The present password is wrong" },
  passwordChanged: { zh: "密码已修改", "zh-Hant": "密碼已修改", en: "The password is changed" },
});

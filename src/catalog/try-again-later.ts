import type { Language } from "../codemap/types.js";

/** How one language says it. */
interface Phrases {
  /** "Later", or "when it is done": trying again is all there is to do. */
  readonly later: RegExp;
  /** "Try again" without "later", which counts when the fault is the service's. */
  readonly again: RegExp;
  readonly serviceFault: RegExp;
  /** An instruction before the phrase that something must be put right first. */
  readonly fixFirst: RegExp;
  /** "Or" directly before the phrase: the instruction is one way, trying again the other. */
  readonly alternatively: RegExp;
}

const PHRASES: Readonly<Record<Language, Phrases>> = {
  zh: {
    later:
      /稍[后後候等](?:片刻|一会儿?)?(?:[，, ]{0,2}(?:再|重|尝试|继续|请|提交|发起|操作|查询|查看|执行|进行|访问|使用)|[\s。！!.]{0,5}$)|(?:分钟|小时|秒|一段时间|片刻|一会儿?)[之以]?[后後](?:再|重)|等待[^，。；]{0,30}[后後][，,]?[^，。；]{0,4}(?:重试|再试|再次|再操作)|(?:部署|执行|处理|操作|任务)[^，。；]{0,10}完成[之以]?[后後]再?(?:重试|再试)/gu,
    again: /请您?(?:再次|重新)?(?:重试|再试|尝试)/gu,
    serviceFault: /(?:内部|服务|系统|网络|后台|后端|数据库|接口)[^，。；]{0,12}(?:错误|异常|失败|出错|故障)|临时性|繁忙|超时|频繁|频率|频控|限频/u,
    fixFirst:
      /(?:请(?!求)|需|须|建议|应|先|可)[^。；！]{0,60}?(?:检查|确认|核对|校验|核实|排查|修改|修正|调整|更换|更正|更新|升级|充值|续费|联系|删除|减少|减小|缩小|申请|开通|配置|设置|登录|授权|解绑|绑定|关闭|开启|停止|创建|备案|切换|指定|选择|清理|了解)|[若如](?!.{0,12}(?:失败|问题|不成功))[^，。]{0,20}已/u,
    alternatively: /(?:或|或者|亦可|也可)(?:请|者请)?$/u,
  },
  en: {
    later:
      /\b(?:try|retry|retrying|resubmit|submit|send|request|call|operate|perform|query|do|come back|wait)\b[^.;!?]{0,60}?\b(?:later(?! than)|(?:in|after) a (?:while|moment|few \w{1,10})|after some time|in \d{1,4} (?:seconds?|minutes?|hours?)|after \d{1,4} (?:seconds?|minutes?|hours?))\b|\b(?:wait|once|after|when)\b[^.;!?]{0,60}?\b(?:complet|finish|end|done|over)\w{0,5}\b[^.;!?]{0,30}?\b(?:try|retry)|\b(?:try again|retry) (?:after|once|when)\b[^.;!?]{0,60}?\b(?:complet|finish|end|done|over)\w{0,5}\b/giu,
    again: /\b(?:please |and )?(?:try again|retry|try once more)\b/giu,
    serviceFault:
      /\b(?:internal|server|service|system|network|backend|database)\b[^.;]{0,20}\b(?:error|exception|failure|failed|fault|timeout)|\btimed? ?out\b|\bbusy\b|\bunavailable\b|\btemporar|\btoo (?:many requests|frequent)/iu,
    fixFirst:
      /(?:^|[,:(]\s{0,3}|\bplease (?:first )?|\b(?:then|and|first|need to|must|should|can|to be) )(?:check|correct|confirm|verify|validate|modify|change|adjust|ensure|make sure|fix|edit|update|upgrade|renew|top up|recharge|contact|delete|remove|reduce|apply|activate|enable|disable|configure|set|log in|authorize|unbind|bind|close|open|stop|create|switch|specify|select|replace)\b|\bif\b[^.,;]{0,30}\balready\b/iu,
    alternatively: /\bor(?: please)? ?$/iu,
  },
  ja: {
    later:
      /(?:しばらく|少し|暫く|少々|時間を(?:おいて|空けて|あけて))[^。]{0,20}?(?:再|もう一度|やり直|お試し|試し|リトライ|実行)|(?:後で|後ほど|のちほど|あとで)[^。]{0,12}?(?:再|もう一度|お試し|試し|やり直)|完了(?:する|した|して)[^。]{0,12}(?:再試行|再度|もう一度)/gu,
    again: /(?:再試行して|再度お試し|もう一度お試し|再試行を?お願い)/gu,
    serviceFault: /(?:内部|サーバー?|サービス|システム|ネットワーク|バックエンド|データベース)[^。]{0,12}(?:エラー|異常|失敗|障害)|ビジー|混雑|タイムアウト|頻繁|頻度/u,
    fixFirst:
      /(?:確認|修正|変更|チェック|削除|調整|更新|連絡|お問い合わせ|設定|申請|有効化|チャージ|アップグレード|ログイン|解除|作成|指定|選択)(?:して|の上|のうえ|した(?:後|上|うえ)|し、|してから|後|いただ|ください)/u,
    alternatively: /(?:または|もしくは|あるいは)、?$/u,
  },
  ko: {
    later: /(?:나중에|잠시 ?(?:후|뒤)에?|잠시만|조금 ?(?:후|뒤)에?)[^.]{0,20}?(?:다시|재시도|재요청|시도)|완료(?:된|한)? ?후[^.]{0,12}?(?:다시|재시도)/gu,
    again: /(?:다시 시도|재시도)(?:하|해)/gu,
    serviceFault: /(?:내부|서버|서비스|시스템|네트워크|백엔드|데이터베이스)[^.]{0,12}(?:오류|에러|이상|실패|장애)|사용 ?중|혼잡|시간 ?초과|빈번|너무 ?잦/u,
    fixFirst: /(?:확인|수정|변경|점검|체크|삭제|조정|업데이트|문의|설정|신청|활성화|충전|업그레이드|로그인|해제|생성|지정|선택)(?:한|하신|하고|하여|해|하십시오|하세요| ?후| ?뒤)/u,
    alternatively: /(?:또는|혹은|거나),? ?$/u,
  },
};

/** No documented description is nearly as long; what follows cannot change its meaning. */
const LONGEST = 4000;
const SENTENCE_ENDS = ["。", "；", "！", ";", "!", "?", ". "];
/** How much of the sentence before a phrase is looked at. */
const LOOK_BACK = 300;

/**
 * Whether a description says that the same call can succeed later: "try again later", "wait until it
 * is done, then retry", or a plain "try again" after a fault of the service. "Correct X, then retry"
 * does not say so.
 *
 * @param text a description in any of the four languages
 */
export function saysTryAgainLater(text: string): boolean {
  const start = text.slice(0, LONGEST);
  return Object.values(PHRASES).some((phrases) => saysSo(start, phrases));
}

function saysSo(text: string, phrases: Phrases): boolean {
  for (const match of text.matchAll(phrases.later)) if (!mustFixFirst(text, match.index, phrases)) return true;
  if (!phrases.serviceFault.test(text)) return false;
  for (const match of text.matchAll(phrases.again)) if (!mustFixFirst(text, match.index, phrases)) return true;
  return false;
}

function mustFixFirst(text: string, index: number, phrases: Phrases): boolean {
  const before = text.slice(Math.max(0, index - LOOK_BACK), index);
  const sentence = before.slice(Math.max(...SENTENCE_ENDS.map((end) => before.lastIndexOf(end) + 1)));
  return !phrases.alternatively.test(sentence.trimEnd()) && phrases.fixFirst.test(sentence.trimStart());
}

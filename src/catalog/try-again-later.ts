/** Phrases that say: later, by itself, in four languages. */
const LATER = [
  /稍[后後候](?:再|重|尝|继|请|片刻|进行|$)|稍[后後]再试|一?段时间后(?:再|重)|过(?:一?会儿?|段时间)(?:再|后)|等待?(?:一会|片刻|几分钟|一段时间).{0,10}(?:重试|再试)/,
  /(?:try|retry|attempt|submit|send|request|call|operate|resubmit).{0,40}\b(?:later|again after a while|after a while|in a few (?:minutes|seconds)|in a moment|after some time)\b/i,
  /しばらく(?:して|経って|たって|待って|お待ち)?.{0,20}(?:再|もう一度|お試し|リトライ|やり直)|後で(?:再|もう一度|お試し)|後ほど(?:再|もう一度|お試し)/,
  /(?:나중에|잠시 ?후에?|잠시 ?뒤에?|잠시만).{0,20}(?:다시|재시도|재요청)/,
];

/** What stands before such a phrase when something must be put right first. */
const FIX_FIRST = [
  /(?:检查|确认|核对|修改|调整|更换|升级|充值|联系|删除|减少|更正|修正|更新|提工单|提交工单|申请|开通|配置|设置|登录|授权)[^。；;，,]*(?:后|之后|再)[，,]?(?:重试|再试|再次)/,
];

/**
 * Whether a description says that the same call can succeed later. "Correct X, then retry" does not
 * say so.
 *
 * @param text a description in any of the four languages
 */
export function saysTryAgainLater(text: string): boolean {
  return LATER.some((phrase) => phrase.test(text)) && !FIX_FIRST.some((phrase) => phrase.test(text));
}

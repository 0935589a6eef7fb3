/** What the evidence of a retry class says, in Chinese: as the code map has it, without the name of a family before it. */
const SENTENCES: Readonly<Record<string, string>> = {
  "the request must change first": "请求本身要先修改",
  "the sources do not say": "各来源都没有说明",
  "the subcode says that the request, or what it names, does not fit": "子码说明请求或其中指定的内容不合要求",
  "the resource must be there first": "要先有这个资源",
  "the subcode says that something is there already, or is not there": "子码说明某样东西已经存在，或者不存在",
  "Terraform provider repeats the bare code in 402 calls; subcodes name what broke on the server": "Terraform provider 在 402 处调用中重试这个不带子码的错误码；子码说明服务端哪里出了错",
  "quota: 11 of 704 descriptions mention a repeat": "属于配额：704 条说明里只有 11 条提到可以再试",
  "the subcode says that a service or right must be obtained first": "子码说明要先开通服务或取得权限",
  "35 of 37 subcodes that were read one by one are permanent; words for states and for failed steps stand before it": "逐条读过的 37 个子码中有 35 个重试无用；表示状态或步骤失败的用词另行判断",
  "the subcode speaks of a state or a lock, but does not say whether it passes": "子码提到某种状态或锁，但没有说明它会不会自行解除",
  "signing or permission must change first": "要先修改签名或权限",
  "the subcode says that a quota or a limit is used up": "子码说明配额或上限已经用尽",
  "a documented sentence says that trying again later helps": "文档中写明稍后重试有用",
  "the subcode says that money, a contract or a package is missing or over": "子码说明余额不足，或合同、套餐缺失或到期",
  "the subcode names a state that only a person ends": "子码说明的状态要由人来解除",
  "the subcode names a state that passes": "子码说明的状态会自行结束",
  "the subcode says that the data sent does not do": "子码说明提交的数据不可用",
  "the subcode says that something is bound to or used by something else": "子码说明对象已被绑定或占用",
  "the subcode names a fault of the server": "子码说明是服务端故障",
  "the subcode says that a step failed, but not why": "子码说明某一步失败了，但没有说明原因",
  "the bare code is; what is sold out comes back after hours, not after seconds": "不带子码的错误码如此；售罄的资源几小时后才会补上，不是几秒",
  "the subcode says that calls came too fast": "子码说明调用过于频繁",
  "the documents name something to put right first; no public client repeats it": "文档指出要先改正的地方；没有公开的客户端重试它",
  "the documents say what is wrong with the request, or missing for it": "文档说明请求哪里有误，或缺少什么",
  "an old-style family that names one bad input": "旧式的错误码族，指出一个不合要求的输入",
  "Terraform provider repeats the family": "Terraform provider 重试整个错误码族",
  "the subcode says that the server is busy": "子码说明服务端繁忙",
};

/** The evidence in Chinese; undefined for a sentence that few codes have. */
export function evidenceInChinese(evidence: string): string | undefined {
  const [, family, reason = evidence] = /^family (\S+): (.*)$/s.exec(evidence) ?? [];
  const sentence = SENTENCES[reason];
  return family === undefined || sentence === undefined ? sentence : `错误码族 ${family}：${sentence}`;
}

import { isNamedAsReading } from "../../codemap/reading.js";

/** What the description of an action says that looks something up, in Chinese or in English. */
const SAYS_SO = /查询|获取|拉取|查看|查找|列表|列举|列出|检索|询价|返回|展示|搜索|统计|读取|枚举|取得|检查|校验|检测|详情|信息|\b(?:check|describ|get|list|obtain|quer|retriev|search|view)/i;
/** The action's own name, and what a description says before its verb. */
const OPENING = /^(?:[(（][A-Za-z\d]+[)）]|[\s，,]|本|该|此|接口|API|是|用来|用于|主要|可以|可){1,200}/;
const DOES = /^(?:发起|生成|提交|创建|新建|申请|触发|启动|开始|下发|发送|导出|购买|扣费|执行|刷新|修改|更新|删除|重置|添加|新增|上传|下载|绑定|解绑|开通|关闭|领取|分配|注册|登录|切换|续费|升级|(?:creat|delet|export|generat|initiat|modif|send|start|submit|trigger|updat)\w*\b)/i;
const STILL_READS = /查询|获取|询价|\b(?:get|list|obtain|quer)/i;
/** What `Get…` hands out anew with each call: tokens, numbers, codes and signatures. */
const HANDS_OUT = /^Get.*(?:Token|Credential|VirtualNum|Secret|Code$|Signature|Sign$)/;
const PRICE = /^Inquir/;

/**
 * Whether an action that is named as one that only looks something up may do more: its description says what it
 * does, or says nothing of looking up, or it hands out something new with each call. Cautious: in doubt it may.
 *
 * @param action its name
 * @param description the comment above it in the SDK, without its list of codes
 */
export function doesMoreThanNamed(action: string, description: string): boolean {
  if (!isNamedAsReading(action)) return false;
  const sentence = description.split(/[。；\n]/, 1)[0] ?? "";
  const does = DOES.test(sentence.replace(OPENING, "")) && !STILL_READS.test(sentence.slice(0, 30));
  return HANDS_OUT.test(action) || (does && !PRICE.test(action)) || !SAYS_SO.test(description);
}

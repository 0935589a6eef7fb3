import type { Language, RetryClass } from "../../codemap/types.js";

/** What `explain` says of its own, in one language. */
export interface Words {
  readonly advice: Readonly<Record<RetryClass, string>>;
  family(family: string, subcode: string | undefined): string;
  readonly common: string;
  retry(retryClass: string, advice: string): string;
  evidence(evidence: string, wording: string | undefined): string;
  differing(services: string): string;
  documentation(address: string): string;
  serviceDocumentation(address: string): string;
  readonly noDescription: string;
  lists(number: number, services: string): string;
  service(service: string, sources: string): string;
  actions(number: number, actions: string): string;
  names(shown: string, more: number): string;
  readonly oneService: string;
  subcodes(number: number): string;
  readonly anyService: string;
  inLists(number: number): string;
  moreSubcodes(number: number): string;
  undocumented(code: string): string;
  undocumentedFor(code: string, service: string): string;
  noSubcodes(family: string, service: string | undefined): string;
  elsewhere(number: number, services: string): string;
  nearest(codes: string): string;
}

const english: Words = {
  advice: {
    throttled: "retry later, with backoff; the call was not executed",
    transient: "retry with backoff if the call is idempotent",
    pending: "wait for the resource's state, then retry",
    renew: "retry once, after re-signing or refreshing the credentials",
    permanent: "a retry cannot help; something must change first",
    unclassified: "the documents do not say whether a retry helps",
  },
  family: (family, subcode) => `family: ${family}${subcode === undefined ? "" : `, subcode ${subcode}`}`,
  common: "common code: the API gateway can return it for any service",
  retry: (retryClass, advice) => `retry: ${retryClass} (${advice})`,
  evidence: (evidence, wording) => `evidence: ${evidence}${wording === undefined ? "" : ` (by the words "${wording}")`}`,
  differing: (services) => `for: ${services}`,
  documentation: (address) => `documentation: ${address}`,
  serviceDocumentation: (address) => `documentation: ${address} (its part about the API has a page of error codes)`,
  noDescription: "description: none is known; of most codes only the name is",
  lists: (number, services) => `in the lists of ${counted(number, "service")}: ${services}`,
  service: (service, sources) => `${service} (from ${sources})`,
  actions: (number, actions) => `returned by ${counted(number, "action")}: ${actions}`,
  names: (shown, more) => `${shown} and ${String(more)} more`,
  oneService: "Pass --service to see one service's actions and descriptions.",
  subcodes: (number) => `family of ${counted(number, "subcode")}, with the number of services that list each:`,
  anyService: "any service",
  inLists: (number) => counted(number, "service"),
  moreSubcodes: (number) => `and ${String(number)} more; --json lists all`,
  undocumented: (code) => `${code} is documented by no service.`,
  undocumentedFor: (code, service) => `${code} is documented neither by ${service} nor as a common code.`,
  noSubcodes: (family, service) => `${family}.* has no subcodes that ${service ?? "any service"} documents.`,
  elsewhere: (number, services) => ` In the lists of ${counted(number, "service")}: ${services}.`,
  nearest: (codes) => ` Did you mean ${codes}?`,
};

const chinese: Words = {
  advice: {
    throttled: "稍后退避重试；请求未被执行",
    transient: "调用幂等时退避重试",
    pending: "等资源就绪后再重试",
    renew: "重新签名或刷新凭证后重试一次",
    permanent: "重试没有用；必须先改变某个条件",
    unclassified: "文档没有说明重试是否有用",
  },
  family: (family, subcode) => `错误码族：${family}${subcode === undefined ? "" : `，子错误码 ${subcode}`}`,
  common: "公共错误码：API 网关对任何产品都可能返回",
  retry: (retryClass, advice) => `重试：${retryClass}（${advice}）`,
  evidence: (evidence, wording) => `依据：${evidence}${wording === undefined ? "" : `（根据字样“${wording}”）`}`,
  differing: (services) => `适用于：${services}`,
  documentation: (address) => `文档：${address}`,
  serviceDocumentation: (address) => `文档：${address}（其中的 API 文档有一页列出错误码）`,
  noDescription: "描述：未知；大多数错误码只知道名称",
  lists: (number, services) => `${String(number)} 个产品的文档列出了它：${services}`,
  service: (service, sources) => `${service}（来源：${sources}）`,
  actions: (number, actions) => `${String(number)} 个接口会返回它：${actions}`,
  names: (shown, more) => `${shown} 等 ${String(shown.split(", ").length + more)} 个`,
  oneService: "加上 --service 可以查看某个产品的接口和描述。",
  subcodes: (number) => `该族共 ${String(number)} 个子错误码，以及列出它们的产品数：`,
  anyService: "任何产品",
  inLists: (number) => `${String(number)} 个产品`,
  moreSubcodes: (number) => `另有 ${String(number)} 个；--json 会全部列出`,
  undocumented: (code) => `没有产品的文档列出 ${code}。`,
  undocumentedFor: (code, service) => `${service} 的文档没有列出 ${code}，它也不是公共错误码。`,
  noSubcodes: (family, service) => `${service === undefined ? "没有产品的文档" : `${service} 的文档没有`}列出 ${family}.* 的子错误码。`,
  elsewhere: (number, services) => `列出它的产品有 ${String(number)} 个：${services}。`,
  nearest: (codes) => `是不是想找 ${codes}？`,
};

function counted(number: number, noun: string): string {
  return `${String(number)} ${noun}${number === 1 ? "" : "s"}`;
}

/** English where a language has no words. */
export function wordsIn(language: Language | undefined): Words {
  return language === "zh" ? chinese : english;
}

import type { AnalyzedFile } from "../source/file.js";
import { answerOnce } from "../source/answer-once.js";
import { isApiHeader, mayNameApi, namesApiHost, serviceOfHost } from "../knowledge/api-hosts.js";
import { namesOtherApi } from "../knowledge/others.js";
import { anyAction, anyService, servicesOf, unionOfServices, type Services } from "../knowledge/services.js";
import { nodesOf, someTextHolds } from "../source/syntax.js";
import { importsOf } from "../values/import-paths.js";
import type { Origin } from "./origin.js";

/** Whose APIs the texts in a file name, by hosts and headers. */
interface NamedApis {
  /** Whether one is the API of Tencent Cloud. */
  readonly own: boolean;
  /** Whether one is somebody else's, so that an error can be theirs. */
  readonly others: boolean;
  /** The services of the hosts: any where a host is put together. */
  readonly services: Services;
}

const nothingNamed: NamedApis = { own: false, others: false, services: anyService };

function namedApis(file: AnalyzedFile): NamedApis {
  return answerOnce<NamedApis>(file, namedApis, file.sourceCode.ast, nothingNamed, () => {
    if (!someTextHolds(file, mayNameApi)) return nothingNamed;
    const hosts: Services[] = [];
    let own = false;
    let others = false;
    for (const node of nodesOf(file, "Literal", "TemplateElement")) {
      const text = node.type === "TemplateElement" ? node.value.raw : typeof node.value === "string" ? node.value : "";
      others ||= namesOtherApi(text);
      own ||= isApiHeader(text);
      if (namesApiHost(text)) hosts.push(servicesOf(serviceOfHost(text) ?? anyService));
    }
    return { own: own || hosts.length > 0, others, services: hosts.length === 0 ? anyService : unionOfServices(hosts) };
  });
}

/** The services of the API's hosts that a file names, for responses of which only the form is seen. */
export function namedServices(file: AnalyzedFile): Services {
  return namedApis(file).services;
}

/** Whether a file names the API, so that a response which nothing but its form tells is the API's. */
export function namesApi(file: AnalyzedFile): boolean {
  const { codeMap, sdk } = importsOf(file);
  return sdk || codeMap || namedApis(file).own;
}

/** Where the code of a raw answer comes from. */
export function originOfEnvelope(file: AnalyzedFile): Origin {
  // The same three names can stand in an answer of somebody else, where nothing in the file speaks of Tencent Cloud.
  return { evidence: "envelope", services: namedServices(file), actions: anyAction, besides: namesApi(file) ? "nothing" : "anything" };
}

/** The origin of an error of which nothing is known but that its module uses the SDK. */
export function originByImport(file: AnalyzedFile): Origin | undefined {
  const imports = importsOf(file);
  if ((!imports.sdk && !imports.codeMap) || imports.otherCloud) return undefined;
  return { evidence: "import", services: anyService, actions: anyAction, besides: "anything" };
}

/**
 * The origin of an error of which nothing is known but that a name says what is asked about it: whether a repeat can help.
 * In a module that calls the API itself it is Tencent Cloud's, unless the module calls somebody else's too.
 */
export function originByName(file: AnalyzedFile): Origin | undefined {
  const byImport = originByImport(file);
  if (byImport !== undefined) return { ...byImport, evidence: "name" };
  const { others, own } = namedApis(file);
  return !own || others || importsOf(file).otherCloud ? undefined : { evidence: "name", services: anyService, actions: anyAction, besides: "anything" };
}
